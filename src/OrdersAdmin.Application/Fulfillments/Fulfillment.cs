using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Fulfillments;

/// <summary>Items of one order that left together.</summary>
public sealed class Fulfillment : IIdentified
{
    private readonly List<FulfillmentLine> lines = [];

    private Fulfillment() { }

    internal Fulfillment(int number, Shipment shipment, IEnumerable<FulfillmentLine> lines, string? requestKey)
    {
        (Id, Number, RequestKey, Status) = (Id<Fulfillment>.New(), number, requestKey, FulfillmentTransitions.Table.Start);
        (Carrier, Service, TrackingNumber, TrackingUrl, ShippedAt) =
            (shipment.Carrier, shipment.Service, shipment.TrackingNumber, shipment.TrackingUrl, shipment.ShippedAt);
        this.lines.AddRange(lines);
    }

    public static string IdPrefix => "ful_";

    public Id<Fulfillment> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    /// <summary>1 for the order's first.</summary>
    public int Number { get; private set; }

    public FulfillmentStatus Status { get; private set; }

    public string Carrier { get; private set; } = "";

    public string? Service { get; private set; }

    public string? TrackingNumber { get; private set; }

    public string? TrackingUrl { get; private set; }

    public DateTimeOffset ShippedAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>The key of the form or request that made it; the same key makes one fulfillment.</summary>
    public string? RequestKey { get; private set; }

    public IReadOnlyList<FulfillmentLine> Lines => lines;

    public int Units => lines.Sum(line => line.Quantity);

    internal Result<Done> Deliver(DateTimeOffset at) => Move(FulfillmentAction.Deliver, FulfillmentStatus.Delivered, () => DeliveredAt = at);

    internal Result<Done> Cancel(DateTimeOffset at) => Move(FulfillmentAction.Cancel, FulfillmentStatus.Cancelled, () => CancelledAt = at);

    private Result<Done> Move(FulfillmentAction action, FulfillmentStatus to, Action then)
    {
        if (!FulfillmentTransitions.Table.Permits(Status, action, to))
            return new Problem.Refused($"Fulfillment {Number} is already {Status.ToString().ToLowerInvariant()}.");
        Status = to;
        then();
        return new Done();
    }
}

/// <summary>Units of a line that left in a fulfillment.</summary>
public sealed class FulfillmentLine
{
    private FulfillmentLine() { }

    internal FulfillmentLine(Id<LineItem> lineItemId, int quantity) => (LineItemId, Quantity) = (lineItemId, quantity);

    public Id<Fulfillment> FulfillmentId { get; private set; }

    public Id<LineItem> LineItemId { get; private set; }

    public int Quantity { get; private set; }
}

/// <summary>How the items travel.</summary>
public sealed record Shipment(string Carrier, string? Service, string? TrackingNumber, string? TrackingUrl, DateTimeOffset ShippedAt);
