using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>An order as it comes in, whatever it comes from: the one shape that every reader, file and API call is turned into. Amounts are minor units of <see cref="Currency"/>; times are UTC.</summary>
public sealed record IntakeOrder
{
    public Channel Channel { get; init; } = Channel.Api;

    /// <summary>At most 30 characters.</summary>
    public required string ChannelName { get; init; }

    /// <summary>At most 200 characters. The same channel name and reference are the same order.</summary>
    public string? ExternalOrderReference { get; init; }

    /// <summary>The number that the channel's own people know; at most 50 characters.</summary>
    public string? ChannelNumber { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    /// <summary>ISO 4217; the site's own when null.</summary>
    public string? Currency { get; init; }

    public TaxInterpretation PriceTaxInterpretation { get; init; } = TaxInterpretation.Exclusive;

    public IntakeCustomer? Customer { get; init; }

    public Address? ShippingAddress { get; init; }

    public Address? BillingAddress { get; init; }

    public required IReadOnlyList<IntakeLine> LineItems { get; init; }

    public IReadOnlyList<DiscountLine> DiscountLines { get; init; } = [];

    public IntakeShipping? ShippingLine { get; init; }

    /// <summary>Stored as stated; never recomputed.</summary>
    public required OrderTotals Totals { get; init; }

    public IReadOnlyList<IntakePayment> Payments { get; init; } = [];

    /// <summary>At most 100.</summary>
    public IReadOnlyList<IntakeFulfillment> Fulfillments { get; init; } = [];

    /// <summary>True when everything has shipped; then <see cref="FulfilledOn"/> is required.</summary>
    public bool Fulfilled { get; init; }

    public DateTimeOffset? FulfilledOn { get; init; }

    public InventoryBehavior InventoryBehavior { get; init; } = InventoryBehavior.Skip;

    public DateTimeOffset? CancelledOn { get; init; }

    public string? CancelReason { get; init; }

    public string? Note { get; init; }

    public string? CustomerNote { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<FormAnswer> FormSubmission { get; init; } = [];

    public bool TestMode { get; init; }

    /// <summary>The site that it is for, where the door does not say so by itself.</summary>
    public string? SiteSlug { get; init; }

    /// <summary>Writes to the buyer about the shipments that it came in with.</summary>
    public bool NotifyShopper { get; init; }
}

/// <summary>What an incoming order does to the stock on hand.</summary>
public enum InventoryBehavior
{
    /// <summary>Stock stays as it is.</summary>
    Skip = 1,

    /// <summary>Stock goes down; refused when there is not enough.</summary>
    Deduct = 2,
}

/// <summary>Who bought; the same email address on a site is the same customer.</summary>
public sealed record IntakeCustomer(string? Email, string? Name, string? Phone = null);

/// <summary>What was bought, as the source states it.</summary>
public sealed record IntakeLine
{
    /// <summary>The source's own id of the line, by which its fulfillments name it.</summary>
    public string? Reference { get; init; }

    public string? ProductId { get; init; }

    public string? Sku { get; init; }

    public required string Name { get; init; }

    public required int Quantity { get; init; }

    public required long UnitPrice { get; init; }

    /// <summary>The line's own tax, where the source states it; otherwise the order's tax is allocated.</summary>
    public long? Tax { get; init; }

    /// <summary>The line's own discount, where the source states it; otherwise the order's discount is allocated.</summary>
    public long? Discount { get; init; }

    public bool RequiresShipping { get; init; } = true;

    /// <summary>Units that came back before the order came in.</summary>
    public int Returned { get; init; }

    /// <summary>Units that were cancelled before they shipped.</summary>
    public int Removed { get; init; }
}

/// <summary>What the customer chose and paid for the delivery, in minor units.</summary>
public sealed record IntakeShipping(string Name, long Amount, string? Service = null, long? Tax = null);

/// <summary>A payment as its provider reports it; minor units.</summary>
public sealed record IntakePayment(
    string Provider, string? IntentId = null, string? Method = null, long Authorized = 0, long Captured = 0, long Refunded = 0, bool Voided = false);

/// <summary>A shipment that left before the order came in.</summary>
public sealed record IntakeFulfillment
{
    public required string Carrier { get; init; }

    public string? Service { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public required DateTimeOffset ShipDate { get; init; }

    public DateTimeOffset? DeliveredOn { get; init; }

    /// <summary>Null means everything that was left.</summary>
    public IReadOnlyList<IntakeShippedLine>? Items { get; init; }
}

/// <summary>Units that left in a shipment of the past.</summary>
/// <param name="Line">Counts from 0 in <see cref="IntakeOrder.LineItems"/>.</param>
public sealed record IntakeShippedLine(int Line, int Quantity);
