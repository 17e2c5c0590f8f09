using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Webhooks;

/// <summary>Sends the courier off whenever something has changed, and looks now and then for what falls due again; once an hour it clears old things away.</summary>
internal sealed class CourierWorker(Courier courier, WebhookPurge purge, WebhookSignal signal, OrderChanges changes, TimeProvider clock, ILogger<CourierWorker> log) : Worker(Look, log)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Purge = TimeSpan.FromHours(1);

    // Many changes at once are one look.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private DateTimeOffset nextPurge = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = changes.Subscribe(_ => signal.Wake());
        await base.ExecuteAsync(stoppingToken);
        // What has arrived is to be written down.
        await courier.WhenIdle();
    }

    protected override async Task Round(CancellationToken cancel)
    {
        await courier.Dispatch(cancel);
        if (clock.GetUtcNow() >= nextPurge)
        {
            await purge.Run(cancel);
            nextPurge = clock.GetUtcNow() + Purge;
        }
        await signal.Wait(Look, cancel);
        await Task.Delay(Gathering, cancel);
    }
}
