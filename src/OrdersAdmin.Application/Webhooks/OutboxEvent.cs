using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Webhooks;

/// <summary>Something that the world outside is to be told, written in the same transaction as the change itself.</summary>
public sealed class OutboxEvent : IIdentified
{
    private OutboxEvent() { }

    internal OutboxEvent(Id<Site> siteId, string type, int sequence, string data, DateTimeOffset at)
    {
        if (!WebhookEvents.IsKnown(type))
            throw new ArgumentException($"Nobody could subscribe to '{type}': it is not in WebhookEvents.All.", nameof(type));
        (Id, SiteId, Type, Sequence, Data, CreatedAt) = (Id<OutboxEvent>.New(at), siteId, type, sequence, data, at);
    }

    public static string IdPrefix => "evt_";

    public Id<OutboxEvent> Id { get; private set; }

    public Id<Site> SiteId { get; private set; }

    public Id<Order> OrderId { get; private set; }

    /// <summary><c>order.created</c>, <c>order.partially_fulfilled</c>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>Counts 1, 2, 3 … within the order.</summary>
    public int Sequence { get; private set; }

    /// <summary>The facts of the event as JSON.</summary>
    public string Data { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The message as it is sent, rendered for the first endpoint that gets it; every other, and every repetition, gets the same bytes.</summary>
    public string? Body { get; private set; }

    /// <summary>Keeps the body, unless there is one.</summary>
    internal string Freeze(string body) => Body ??= body;
}
