using Microsoft.Extensions.Hosting;

namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>Takes what is due: planned steps of refunds, and deliveries to every receiver, each at its own pace.</summary>
internal sealed class WebhookWorker(Ledger ledger, WebhookPost post) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var underWay = new HashSet<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = ledger.Bell.Next;
            underWay.RemoveWhere(task => task.IsCompleted);
            foreach (var (endpoint, delivery) in TakeDue())
                underWay.Add(Deliver(endpoint, delivery, stoppingToken));
            using var woken = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(rung, Task.Delay(UntilNext(), ledger.Clock, woken.Token));
            await woken.CancelAsync();
        }

        await Task.WhenAll(underWay);
    }

    private List<(WebhookEndpoint Endpoint, Delivery Delivery)> TakeDue() => ledger.Look(now =>
    {
        var due = new List<(WebhookEndpoint, Delivery)>();
        foreach (var endpoint in ledger.Webhooks.Endpoints)
        {
            while (endpoint.Take(now) is { } delivery)
                due.Add((endpoint, delivery));
        }

        return due;
    });

    private async Task Deliver(WebhookEndpoint endpoint, Delivery? delivery, CancellationToken cancellation)
    {
        while (delivery is { } current && !cancellation.IsCancellationRequested)
        {
            var at = ledger.Clock.GetUtcNow();
            var body = current.Event.Body;
            DeliveryAttempt attempt;
            try
            {
                attempt = await post.Send(endpoint.Url, body, WebhookSignature.Header(body, at, endpoint.SecretsAt(at)), at, cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            delivery = ledger.Look(now =>
            {
                ledger.Webhooks.Report(endpoint, current, attempt);
                return endpoint.Take(now);
            });
        }

        ledger.Bell.Ring();
    }

    private TimeSpan UntilNext() => ledger.Look(now =>
    {
        var next = ledger.Webhooks.NextDue();
        if (ledger.NextDue is { } step && !(next <= step))
            next = step;
        if (next is not { } due || (ledger.Clock.IsStopped && due > now))
            return Timeout.InfiniteTimeSpan;
        var wait = due - now;
        var longest = TimeSpan.FromHours(1);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait + TimeSpan.FromMilliseconds(1);
    });
}
