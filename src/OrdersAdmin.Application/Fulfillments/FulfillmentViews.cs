using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Fulfillments;

/// <summary>A shipment as staff see it.</summary>
/// <param name="AllowedActions">What its state and the reader's permissions allow.</param>
public sealed record FulfillmentView(
    Id<Fulfillment> Id, int Number, FulfillmentStatus Status, string Carrier, string? Service, string? TrackingNumber, string? TrackingUrl,
    DateTimeOffset ShippedAt, DateTimeOffset? DeliveredAt, DateTimeOffset? CancelledAt,
    IReadOnlyList<FulfilledLineView> Lines, IReadOnlyList<FulfillmentAction> AllowedActions);

/// <summary>Units of a line in a fulfillment.</summary>
public sealed record FulfilledLineView(Id<LineItem> LineItemId, string Name, string? Sku, int Quantity, long UnitPrice);
