using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Refunds;

/// <summary>Sends approved refunds the moment they are approved.</summary>
internal sealed class RefundSending(RefundSender sender, RefundSignal signal, ILogger<RefundSending> log) : Worker(RefundTimes.Look, log)
{
    protected override async Task Round(CancellationToken cancel)
    {
        if (await sender.SendApproved(cancel) == 0)
            await signal.WaitForApproved(RefundTimes.Look, cancel);
    }
}

/// <summary>Works on webhooks the moment they arrive.</summary>
internal sealed class RefundReading(Inbox inbox, RefundSignal signal, ILogger<RefundReading> log) : Worker(RefundTimes.Look, log)
{
    protected override async Task Round(CancellationToken cancel)
    {
        if (await inbox.WorkOff(cancel) == 0)
            await signal.WaitForArrival(RefundTimes.Look, cancel);
    }
}

/// <summary>Looks after what nobody told of: lost answers, silent refunds, and once a day everything.</summary>
internal sealed class RefundCaretaking(RefundJanitor janitor, RefundPoller poller, RefundSweep sweep, TimeProvider clock, ILogger<RefundCaretaking> log) : Worker(RefundTimes.Look, log)
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
        await Task.Delay(RefundTimes.Look, cancel);
    }
}
