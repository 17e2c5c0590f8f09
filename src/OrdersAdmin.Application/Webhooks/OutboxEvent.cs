using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Webhooks;

/// <summary>Something that the world outside is to be told, written in the same transaction as the change itself.</summary>
public sealed class OutboxEvent : IIdentified
{
    private OutboxEvent() { }

    internal OutboxEvent(Id<Site> siteId, string type, int sequence, string data, DateTimeOffset at) =>
        (Id, SiteId, Type, Sequence, Data, CreatedAt) = (Id<OutboxEvent>.New(at), siteId, type, sequence, data, at);

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
}
