using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Webhooks;

/// <summary>Sends the courier off whenever something has changed, and looks now and then for what falls due again; once an hour it clears old things away.</summary>
internal sealed class CourierWorker(Courier courier, WebhookPurge purge, WebhookSignal signal, OrderChanges changes, TimeProvider clock, ILogger<CourierWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Purge = TimeSpan.FromHours(1);

    // Many changes at once are one look.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = changes.Subscribe(_ => signal.Wake());
        var nextPurge = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await courier.Dispatch(stoppingToken);
                if (clock.GetUtcNow() >= nextPurge)
                {
                    await purge.Run(stoppingToken);
                    nextPurge = clock.GetUtcNow() + Purge;
                }
                await signal.Wait(Look, stoppingToken);
                await Task.Delay(Gathering, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                log.LogInformation("The courier stops");
            }
            // Whatever it was, the next look finds the same work in the database.
            catch (Exception e)
            {
                log.LogError(e, "The courier could not look for what is due");
                await Task.Delay(Look, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
        // What has arrived is to be written down.
        await courier.WhenIdle();
    }
}
