using OrdersAdmin.Audit;
using OrdersAdmin.Customers;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>One row of the list. The total is minor units of the currency.</summary>
public sealed record OrderRow(
    Id<Order> Id, int Number, string SiteSlug, string TimeZone, DateTimeOffset PlacedAt, string BuyerName, string ChannelName,
    OrderStatus Status, PaymentState Payment, FulfillmentState Fulfillment, int Units, long Total, Currency Currency, bool TestMode);

/// <summary>A page of the list with what stands around it.</summary>
/// <param name="Counts">Orders per tab, over the sites that the reader sees; without the filters.</param>
/// <param name="Matching">How many orders match the filters in all, counted up to <see cref="MostCounted"/>.</param>
public sealed record OrderListView(IReadOnlyList<OrderRow> Rows, string? Newer, string? Older, IReadOnlyDictionary<OrderTab, int> Counts, int Matching)
{
    public const int MostCounted = 2_500;
}

/// <summary>What the filters can be set to, for the sites that the reader sees.</summary>
public sealed record OrderFilterChoices(IReadOnlyList<SiteView> Sites, IReadOnlyList<string> Channels, IReadOnlyList<string> Tags);

/// <summary>An order as staff see it. All amounts are minor units of <see cref="Currency"/> unless they are <see cref="Money"/>.</summary>
public sealed record OrderView
{
    public required Id<Order> Id { get; init; }

    public required int Number { get; init; }

    /// <summary>Goes back with every change that is decided on this view.</summary>
    public required int Version { get; init; }

    public required SiteView Site { get; init; }

    public required OrderStatus Status { get; init; }

    public required FulfillmentState FulfillmentStatus { get; init; }

    public required PaymentState PaymentStatus { get; init; }

    public required string ChannelName { get; init; }

    public string? ExternalReference { get; init; }

    public string? ChannelNumber { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public string? CancelReason { get; init; }

    public bool TestMode { get; init; }

    public required Currency Currency { get; init; }

    public required BuyerView Buyer { get; init; }

    public Address? ShippingAddress { get; init; }

    public Address? BillingAddress { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }

    public required IReadOnlyList<FulfillmentView> Fulfillments { get; init; }

    /// <summary>What was chosen at checkout, "Tracked 48 by Royal Mail".</summary>
    public string? ShippingChoice { get; init; }

    public required IReadOnlyList<MoneyFigure> Money { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<RefundView> Refunds { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ReturnView> Returns { get; init; }

    /// <summary>Oldest first; the goods of each are among the returns.</summary>
    public required IReadOnlyList<ExchangeView> Exchanges { get; init; }

    /// <summary>Money is set aside for refunds that the provider has not confirmed yet.</summary>
    public bool RefundPending { get; init; }

    /// <summary>False when the source's totals do not add up.</summary>
    public bool TotalsReconcile { get; init; }

    public required IReadOnlyList<TimelineView> Timeline { get; init; }

    public string? Note { get; init; }

    public string? CustomerNote { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<FormAnswer> FormAnswers { get; init; }

    /// <summary>Units that may ship now.</summary>
    public required int UnitsLeft { get; init; }

    /// <summary>The acts that the order's state and the reader's permissions allow; a button shows because its act is here.</summary>
    public required IReadOnlyList<OrderAct> AllowedActions { get; init; }
}

/// <summary>What the reader may do to an order now.</summary>
public enum OrderAct
{
    Fulfill = 1,
    Edit = 2,
    Refund = 3,
    Cancel = 4,
    Return = 10,
    Exchange = 11,
}

/// <summary>The customer beside an order.</summary>
/// <param name="CustomerId">Null for a guest without an email address.</param>
/// <param name="Spend">Captured less refunded, one amount per currency, without test orders.</param>
public sealed record BuyerView(Id<Customer>? CustomerId, string Name, string? Email, string? Phone, int Orders, IReadOnlyList<Money> Spend);

/// <summary>A line with what became of its units.</summary>
/// <param name="OnHand">Units on the shelf; null when the variant is not known here.</param>
/// <param name="Announced">Units with the customer that a return expects back.</param>
/// <param name="Returnable">Units that can be announced now.</param>
/// <param name="ReplacementOf">The exchange for which it goes out; its price is no part of the order's totals.</param>
/// <param name="OnHold">It ships once the customer has paid the difference.</param>
public sealed record LineView(
    Id<LineItem> Id, string? Sku, string Name, int Quantity, long UnitPrice, long Subtotal, long Discount, long Tax,
    int Shipped, int Left, int Removed, int Returned, bool RequiresShipping, int? OnHand, int Announced, int Returnable, Id<Variant>? VariantId,
    Id<Exchange>? ReplacementOf, bool OnHold);

/// <summary>One thing that happened to an order.</summary>
/// <param name="Summary">Goes on from the actor's name: "shipped 4 items with USPS".</param>
public sealed record TimelineView(DateTimeOffset At, ActorKind ActorKind, string ActorName, string Kind, string Summary);

/// <summary>A figure and the sum behind it: the parts add up to the amount.</summary>
public sealed record MoneyFigure(MoneyFigureKind Kind, string Label, Money Amount, IReadOnlyList<MoneyPart> Parts);

/// <summary>One row of a sum.</summary>
public sealed record MoneyPart(string Label, Money Amount);

/// <summary>The figures of an order's money.</summary>
public enum MoneyFigureKind
{
    Subtotal = 1,
    Discount = 2,
    Shipping = 3,
    Tax = 4,
    Total = 5,
    Paid = 6,
    Refunded = 7,
    Refundable = 8,
    Due = 9,
    RefundPending = 10,
}
