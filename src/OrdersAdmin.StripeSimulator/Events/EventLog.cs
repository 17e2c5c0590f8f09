using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Events;

/// <summary>The API request that caused an event; null for what happened by itself.</summary>
internal sealed record Cause(string RequestId, string? IdempotencyKey);

/// <summary>Everything that happened, in order; the caller holds the ledger's gate.</summary>
internal sealed class EventLog(Ledger ledger)
{
    public Register<Event> All { get; } = new();

    public Cause? Cause { get; set; }

    public void Tell(string type, JsonObject subject, DateTimeOffset at, JsonObject? previous = null)
    {
        // Stripe now and then makes two events of one change: same content, two ids.
        var copies = ledger.Webhooks.Mischief.Twins ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            var data = new JsonObject { ["object"] = subject.DeepClone() };
            if (previous is not null)
                data["previous_attributes"] = previous.DeepClone();
            Record(type, data, at);
        }
    }

    private void Record(string type, JsonObject data, DateTimeOffset at)
    {
        var id = Ids.New("evt");
        var json = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = ledger.Options.ApiVersion,
            ["created"] = at.ToUnixTimeSeconds(),
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = ledger.Webhooks.Endpoints.Count(endpoint => endpoint.Wants(type)),
            ["request"] = new JsonObject { ["id"] = Cause?.RequestId, ["idempotency_key"] = Cause?.IdempotencyKey },
            ["type"] = type,
        };
        var told = new Event
        {
            Id = id,
            Type = type,
            Created = at.ToUnixTimeSeconds(),
            Sequence = ledger.NextSequence(),
            Json = StripeJson.WriteCompact(json),
        };
        All.Add(told);
        ledger.Keep(told);
        ledger.Webhooks.Post(told, at);
    }
}
