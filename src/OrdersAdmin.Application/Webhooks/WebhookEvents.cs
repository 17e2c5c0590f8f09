namespace OrdersAdmin.Webhooks;

/// <summary>A kind of event that an endpoint can ask for.</summary>
/// <param name="Name">As it is sent: <c>order.created</c>.</param>
/// <param name="Meaning">When it is sent, as a sentence.</param>
public sealed record WebhookEventType(string Name, string Meaning);

/// <summary>The one list of what the world outside can be told: the page, the API and docs/webhooks.md read it, and an outbox row of any other type is refused.</summary>
public static class WebhookEvents
{
    /// <summary>Stands for every type, also those that come later.</summary>
    public const string Every = "*";

    /// <summary>What "Send test" sends; it belongs to no order and cannot be chosen.</summary>
    public const string Test = "webhook.test";

    public static IReadOnlyList<WebhookEventType> All { get; } =
    [
        new("order.created", "An order came in."),
        new("order.updated", "Something else changed: notes, tags, a delivery, a step of a refund."),
        new("order.partially_fulfilled", "A shipment left; more is to ship."),
        new("order.fulfilled", "A shipment left, and nothing more is to ship."),
        new("order.cancelled", "The order was cancelled."),
        new("order.refunded", "The payment provider confirmed a refund, of a part or of everything."),
        new("return.requested", "Items are to come back."),
        new("return.approved", "A return was approved and has its RMA number."),
        new("return.received", "Items of a return arrived."),
        new("return.rejected", "A return was rejected."),
        new("exchange.requested", "Items are to be exchanged for others."),
        new("exchange.approved", "An exchange was approved."),
        new("exchange.completed", "An exchange is complete."),
        new("refund.awaiting_approval", "A refund waits for a second person."),
        new("refund.failed", "A refund did not go through, or was taken back."),
    ];

    private static readonly HashSet<string> Names = All.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether an endpoint can choose it.</summary>
    public static bool IsKnown(string name) => Names.Contains(name);
}
