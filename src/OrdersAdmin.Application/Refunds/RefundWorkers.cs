using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OrdersAdmin.Refunds;

/// <summary>A loop that outlives whatever goes wrong in one round.</summary>
internal abstract class RefundWorker(ILogger log) : BackgroundService
{
    protected static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                log.LogInformation("{Worker} stops", GetType().Name);
            }
            // Whatever it was, the next round finds the same work in the database.
            catch (Exception e)
            {
                log.LogError(e, "{Worker} did not finish a round", GetType().Name);
                await Task.Delay(Longest, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    protected abstract Task Round(CancellationToken cancel);
}

/// <summary>Sends approved refunds the moment they are approved.</summary>
internal sealed class RefundSending(RefundSender sender, RefundSignal signal, ILogger<RefundSending> log) : RefundWorker(log)
{
    protected override async Task Round(CancellationToken cancel)
    {
        if (await sender.SendApproved(cancel) == 0)
            await signal.WaitForApproved(Longest, cancel);
    }
}

/// <summary>Works on webhooks the moment they arrive.</summary>
internal sealed class RefundReading(Inbox inbox, RefundSignal signal, ILogger<RefundReading> log) : RefundWorker(log)
{
    protected override async Task Round(CancellationToken cancel)
    {
        if (await inbox.WorkOff(cancel) == 0)
            await signal.WaitForArrival(Longest, cancel);
    }
}

/// <summary>Looks after what nobody told of: lost answers, silent refunds, and once a day everything.</summary>
internal sealed class RefundCaretaking(RefundJanitor janitor, RefundPoller poller, RefundSweep sweep, TimeProvider clock, ILogger<RefundCaretaking> log) : RefundWorker(log)
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);
    private DateTimeOffset nextSweep = clock.GetUtcNow();

    protected override async Task Round(CancellationToken cancel)
    {
        await janitor.LookAfterAll(cancel);
        await poller.PollAll(cancel);
        if (clock.GetUtcNow() >= nextSweep)
            nextSweep = clock.GetUtcNow() + (await sweep.Run(cancel) ? Daily : Again);
        await Task.Delay(Longest, cancel);
    }
}
