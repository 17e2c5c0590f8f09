using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Fulfillments;

/// <summary>Ship items of an order.</summary>
/// <param name="Items">Null means everything that is left.</param>
/// <param name="ExpectedVersion">The order's version that the decision was made on; null accepts any.</param>
/// <param name="RequestKey">Same key, same fulfillment: sending twice ships once. At most 100 characters.</param>
public sealed record FulfillItems(
    string? Carrier,
    string? Service = null,
    string? TrackingNumber = null,
    string? TrackingUrl = null,
    DateTimeOffset? ShipDate = null,
    bool Notify = false,
    IReadOnlyList<FulfillItem>? Items = null,
    int? ExpectedVersion = null,
    string? RequestKey = null);

/// <summary>Units of a line to ship, at least 1.</summary>
public sealed record FulfillItem(Id<LineItem> LineItemId, int Quantity);
