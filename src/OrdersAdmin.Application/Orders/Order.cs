using OrdersAdmin.Audit;
using OrdersAdmin.Customers;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Orders;

/// <summary>What a customer bought, and everything that happened to it since. All amounts are minor units of <see cref="Currency"/>.</summary>
/// <remarks>Every change bumps <see cref="Version"/> and leaves a timeline entry and an outbox event, which are saved with it.</remarks>
public sealed partial class Order : IIdentified
{
    private readonly List<LineItem> lines = [];
    private readonly List<Payment> payments = [];
    private readonly List<Fulfillment> fulfillments = [];
    private readonly List<OrderTag> tags = [];
    private readonly List<TimelineEntry> timeline = [];
    private readonly List<OutboxEvent> outbox = [];

    private Order() { }

    public static string IdPrefix => "ord_";

    public Id<Order> Id { get; private set; }

    public Id<Site> SiteId { get; private set; }

    /// <summary>Sequential per site; people see <c>#1042</c>.</summary>
    public int Number { get; private set; }

    /// <summary>Its place in lists, and its row in the search index: grows with the moment of placing, then with arrival. Unique over all sites.</summary>
    public long Row { get; private set; }

    /// <summary>What a search finds the order by: number, names, email, SKUs, references, tracking numbers.</summary>
    public string SearchText { get; private set; } = "";

    public int Version { get; private set; } = 1;

    public Channel Channel { get; private set; }

    public string ChannelName { get; private set; } = "";

    public string? ExternalReference { get; private set; }

    /// <summary>The number under which the channel's own people know it.</summary>
    public string? ChannelNumber { get; private set; }

    public Id<Customer>? CustomerId { get; private set; }

    public string? BuyerEmail { get; private set; }

    public string BuyerName { get; private set; } = "";

    public string? BuyerPhone { get; private set; }

    public Currency Currency { get; private set; }

    public TaxInterpretation TaxInterpretation { get; private set; }

    public OrderTotals Totals { get; private set; } = null!;

    /// <summary>False when the source's totals do not add up; they are shown as they came.</summary>
    public bool TotalsReconcile { get; private set; }

    public IReadOnlyList<DiscountLine> Discounts { get; private set; } = [];

    public ShippingLine? Shipping { get; private set; }

    public Address? ShippingAddress { get; private set; }

    public Address? BillingAddress { get; private set; }

    public IReadOnlyList<FormAnswer> FormAnswers { get; private set; } = [];

    /// <summary>For staff only.</summary>
    public string? Note { get; private set; }

    /// <summary>What the customer wrote, or was written to them; visible to them.</summary>
    public string? CustomerNote { get; private set; }

    /// <summary>A test order ships nothing and stays out of figures.</summary>
    public bool TestMode { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }

    public DateTimeOffset ModifiedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public string? CancelReason { get; private set; }

    public OrderStatus Status { get; private set; }

    public FulfillmentState FulfillmentStatus { get; private set; }

    public PaymentState PaymentStatus { get; private set; }

    /// <summary>Units ordered.</summary>
    public int Units { get; private set; }

    public int EventSequence { get; private set; }

    public IReadOnlyList<LineItem> Lines => lines;

    public IReadOnlyList<Payment> Payments => payments;

    public IReadOnlyList<Fulfillment> Fulfillments => fulfillments;

    public IReadOnlyList<OrderTag> Tags => tags;

    /// <summary>Only what was added since the order was loaded; history is read by queries.</summary>
    internal IReadOnlyList<TimelineEntry> Timeline => timeline;

    internal IReadOnlyList<OutboxEvent> Outbox => outbox;

    internal OrderFacts Facts => new(
        Cancelled: CancelledAt is not null,
        ToShip: lines.Sum(line => line.ToShip),
        Removed: lines.Where(line => line.RequiresShipping).Sum(line => line.Removed),
        Shipped: lines.Sum(line => line.Shipped),
        Returned: lines.Sum(line => line.Returned),
        Total: Totals.Total,
        Authorized: payments.Sum(payment => payment.Authorized),
        Captured: payments.Sum(payment => payment.Captured),
        Refunded: payments.Sum(payment => payment.Refunded),
        Voided: payments.Count > 0 && payments.TrueForAll(payment => payment.Voided));

    private void Derive()
    {
        var facts = Facts;
        Status = OrderStatuses.Order(facts);
        FulfillmentStatus = OrderStatuses.Fulfillment(facts);
        PaymentStatus = OrderStatuses.Payment(facts);
        RefundPending = payments.Exists(payment => payment.Reserved > 0);
        SearchText = OrderSearchText.Of(this);
    }

    /// <summary>Closes a change: derived values, version, timeline entry, outbox event.</summary>
    private void Record(Actor actor, DateTimeOffset now, string kind, string summary, string eventType, object? data = null)
    {
        Derive();
        Version = Version + (EventSequence == 0 ? 0 : 1);
        EventSequence++;
        ModifiedAt = now;
        timeline.Add(new TimelineEntry(actor, kind, summary, Version, now));
        outbox.Add(new OutboxEvent(SiteId, eventType, EventSequence, EventData.Of(kind, summary, data), now));
    }

    private static Id<Order> NewId(DateTimeOffset placedAt) => Id<Order>.New(placedAt);
}
