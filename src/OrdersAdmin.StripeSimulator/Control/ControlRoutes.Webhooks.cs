using Microsoft.AspNetCore.Http;
using OrdersAdmin.StripeSimulator.Events;
using OrdersAdmin.StripeSimulator.Webhooks;

namespace OrdersAdmin.StripeSimulator.Control;

internal sealed partial class ControlRoutes
{
    private readonly WebhookPost post = (WebhookPost)services.GetService(typeof(WebhookPost))!;

    private void MapWebhooks()
    {
        Get("/_control/webhooks/endpoints", _ => ledger.Look(_ => new { endpoints = ledger.Webhooks.Endpoints.Select(Show).ToList() }));
        Post<WebhookReceiver>("/_control/webhooks/endpoints", (receiver, _) => receiver.Refuse() is { } refusal
            ? Told.No(refusal)
            : Told.Of(ledger.Do(_ => Show(ledger.Webhooks.Add(receiver)))));
        Post<SecretRoll>("/_control/webhooks/endpoints/{id}/roll", (roll, request) => OnEndpoint(request, (endpoint, now) => endpoint.Roll(roll.Secret, now.AddSeconds(roll.KeepPreviousSeconds))));
        Post<Nothing>("/_control/webhooks/endpoints/{id}/remove", (_, request) => OnEndpoint(request, (endpoint, _) => ledger.Webhooks.Remove(endpoint)));
        Post<Mischief>("/_control/webhooks/mischief", (mischief, _) =>
        {
            if (mischief.Refuse() is { } refusal)
                return Told.No(refusal);
            ledger.Do(_ => ledger.Webhooks.Mischief = mischief);
            return Told.Done;
        });
        Post<Release>("/_control/webhooks/release", (release, _) => release.Order is "as_made" or "reversed" or "shuffled"
            ? Told.Of(new { released = ledger.Do(now => ledger.Webhooks.Release(release.Order, release.Seed, now).ToString(System.Globalization.CultureInfo.InvariantCulture)) })
            : Told.No("The order is as_made, reversed or shuffled."));
        Post<Nothing>("/_control/webhooks/settle", async (_, request) =>
        {
            await Settled(request.HttpContext.RequestAborted);
            return Told.Done;
        });
        Get("/_control/webhooks/deliveries", _ => ledger.Look(_ => new
        {
            held = ledger.Webhooks.Held,
            deliveries = ledger.Webhooks.Deliveries.Select(delivery => new
            {
                delivery.Id,
                event_id = delivery.Event.Id,
                delivery.Event.Type,
                endpoint = delivery.EndpointId,
                delivery.Status,
                due = delivery.Due,
                attempts = delivery.Attempts.ToList(),
            }).ToList(),
        }));
        Post<ForgedDelivery>("/_control/webhooks/deliver", Deliver);
    }

    private async Task<Told> Deliver(ForgedDelivery order, HttpRequest request)
    {
        var (told, endpoint, now) = ledger.Look(now => (Find(order.Event), ledger.Webhooks.Find(order.Endpoint), now));
        if (told is null || endpoint is null)
            return Told.No("There is no such event or no such endpoint.");
        if (Forgery.Make(order.Kind, told.Body, endpoint, now.AddSeconds(-order.AgeSeconds)) is not { } made)
            return Told.No("The kind is genuine, forged, tampered, v0_only, unsigned, garbled, rolled or previous_secret.");
        var attempts = new List<DeliveryAttempt>();
        for (var i = 0; i < Math.Clamp(order.Times, 1, 1000); i++)
            attempts.Add(await post.Send(endpoint.Url, made.Body, made.Signature, now, request.HttpContext.RequestAborted));
        return Told.Of(new { event_id = told.Id, attempts });
    }

    private Event? Find(string? id)
    {
        if (id is null)
            return ledger.Events.All.All.LastOrDefault();
        return ledger.Events.All.TryFind(id, out var told) ? told : null;
    }

    private async Task Settled(CancellationToken cancellation)
    {
        while (true)
        {
            var rung = ledger.Bell.Next;
            if (ledger.Look(ledger.Webhooks.IsSettled))
                return;
            await rung.WaitAsync(cancellation);
        }
    }

    private Told OnEndpoint(HttpRequest request, Action<WebhookEndpoint, DateTimeOffset> act) => ledger.Do(now =>
    {
        if (ledger.Webhooks.Find(Id(request)) is not { } endpoint)
            return Told.No("There is no such endpoint.");
        act(endpoint, now);
        return Told.Done;
    });

    private static object Show(WebhookEndpoint endpoint) => new { endpoint.Id, endpoint.Receiver.Url, endpoint.Receiver.EnabledEvents };

    private sealed record SecretRoll
    {
        public required string Secret { get; init; }

        /// <summary>Stripe lets the previous secret live for up to a day.</summary>
        public double KeepPreviousSeconds { get; init; }
    }

    private sealed record Release
    {
        public string Order { get; init; } = "as_made";

        public int Seed { get; init; }
    }
}
