using OrdersAdmin.Customers;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Orders;

/// <summary>An order as programs read it, in the API, in webhooks and in files alike. Amounts are minor units of <see cref="Currency"/>; times are UTC. Written by <see cref="OrderJson"/>.</summary>
public sealed record OrderDocument
{
    public required Id<Order> Id { get; init; }

    /// <summary>As people say it, counted per site.</summary>
    public required int Number { get; init; }

    /// <summary>Grows with every change; what <c>ETag</c> and <c>If-Match</c> carry.</summary>
    public required int Version { get; init; }

    public required string SiteSlug { get; init; }

    public required OrderStatus Status { get; init; }

    public required FulfillmentState FulfillmentStatus { get; init; }

    public required PaymentState PaymentStatus { get; init; }

    /// <summary>Money is set aside for refunds that the provider has not confirmed yet.</summary>
    public required bool RefundPending { get; init; }

    public required Channel Channel { get; init; }

    public required string ChannelName { get; init; }

    public required string? ExternalOrderReference { get; init; }

    public required bool TestMode { get; init; }

    public required Id<Customer>? CustomerId { get; init; }

    public required BuyerDocument Buyer { get; init; }

    public required AddressDocument? ShippingAddress { get; init; }

    public required AddressDocument? BillingAddress { get; init; }

    public required IReadOnlyList<LineDocument> Items { get; init; }

    public required OrderTotals Totals { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>The order's main payment; null when nothing was paid or promised.</summary>
    public required PaymentDocument? Payment { get; init; }

    public required IReadOnlyList<FulfillmentDocument> Fulfillments { get; init; }

    public required IReadOnlyList<RefundDocument> Refunds { get; init; }

    public required IReadOnlyList<ReturnDocument> Returns { get; init; }

    public required IReadOnlyList<ExchangeDocument> Exchanges { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>For staff only.</summary>
    public required string? Note { get; init; }

    public required string? CustomerNote { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public required DateTimeOffset? CancelledAt { get; init; }

    public required string? CancelReason { get; init; }

    /// <summary>Where its history is read.</summary>
    public required string TimelineUrl { get; init; }

    /// <summary>What the order's state and the reader's permissions allow now.</summary>
    public required IReadOnlyList<OrderAct> AllowedActions { get; init; }
}

/// <summary>Who bought.</summary>
public sealed record BuyerDocument(string? Email, string Name, string? Phone);

/// <summary>Where to, as it was written.</summary>
/// <param name="CountryCode">ISO 3166, two letters.</param>
public sealed record AddressDocument(
    string? Name, string? Company, string? Line1, string? Line2, string? City, string? Region, string? PostalCode, string? CountryCode, string? Phone);

/// <summary>A line item with what became of its units; amounts are minor units of the order's currency.</summary>
/// <param name="Discount">The line's share of all discounts.</param>
/// <param name="Tax">The line's share of the tax.</param>
/// <param name="Unfulfilled">Units that are still to ship.</param>
public sealed record LineDocument(
    Id<LineItem> Id, string? ProductId, Id<Variant>? VariantId, string? Sku, string Name, int Quantity, long UnitPrice, long Subtotal, long Discount, long Tax,
    bool RequiresShipping, int Fulfilled, int Unfulfilled, int Removed, int Returned);

/// <summary>A payment as its provider reports it, in minor units.</summary>
/// <param name="IntentId">The provider's own id.</param>
public sealed record PaymentDocument(string Provider, string? IntentId, long Authorized, long Captured, long Refunded);

/// <summary>Items that left together.</summary>
public sealed record FulfillmentDocument(
    Id<Fulfillment> Id, int Number, FulfillmentStatus Status, string Carrier, string? Service, string? TrackingNumber, string? TrackingUrl,
    DateTimeOffset ShipDate, DateTimeOffset? DeliveredAt, DateTimeOffset? CancelledAt, IReadOnlyList<FulfillItem> Items, IReadOnlyList<FulfillmentAction> AllowedActions);

/// <summary>Money given back, or on its way, in minor units.</summary>
/// <param name="GroupId">Refunds that were taken from several payments at once are decided together with the one of this id.</param>
/// <param name="Revision">Counts the edits; an approval is for one revision.</param>
/// <param name="Detail">Where it stands, as a sentence.</param>
public sealed record RefundDocument(
    Id<Refund> Id, Id<Refund> GroupId, int Number, RefundState Status, string Detail, long Amount, Currency Currency, string Reason, string? Note, bool Restock,
    string RequestedBy, DateTimeOffset RequestedAt, int Revision, string? ApprovedBy, DateTimeOffset? ApprovedAt, string? ProviderRefundId, IReadOnlyList<RefundAct> AllowedActions);

/// <summary>A page of orders, and where the next one begins.</summary>
/// <param name="Last">The place at which the page ends; null when no more orders follow.</param>
public sealed record OrderDocumentPage(IReadOnlyList<OrderDocument> Orders, long? Last);
