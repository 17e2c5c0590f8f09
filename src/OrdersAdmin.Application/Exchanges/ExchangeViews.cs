using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Exchanges;

/// <summary>An exchange as staff see it: the goods that come back, what goes out instead, and the difference.</summary>
public sealed record ExchangeView
{
    public required Id<Exchange> Id { get; init; }

    /// <summary>Goes back with every change that is decided on this view.</summary>
    public required int Version { get; init; }

    public required Id<Order> OrderId { get; init; }

    public required int OrderNumber { get; init; }

    public required SiteView Site { get; init; }

    public required string BuyerName { get; init; }

    /// <summary>1 for the order's first.</summary>
    public required int Number { get; init; }

    public required ExchangeStatus Status { get; init; }

    /// <summary>What is done and what is still to do.</summary>
    public required string Sentence { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public required string Reason { get; init; }

    public string? Note { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public string? RejectReason { get; init; }

    public string? CustomerSentence { get; init; }

    public required IReadOnlyList<ExchangeLineView> Lines { get; init; }

    /// <summary>Signed: more than nothing is owed by the customer, less than nothing by the shop.</summary>
    public required Money Difference { get; init; }

    /// <summary>"Customer owes €5.00", "We owe €5.00", "No difference".</summary>
    public required string DifferenceSentence { get; init; }

    /// <summary>Add up to <see cref="Difference"/>.</summary>
    public required IReadOnlyList<MoneyPart> DifferenceParts { get; init; }

    public required DifferenceState DifferenceState { get; init; }

    /// <summary>Where the customer pays; null when there is nothing to pay or the page has expired.</summary>
    public string? PaymentUrl { get; init; }

    public DateTimeOffset? PaymentUrlExpiresAt { get; init; }

    /// <summary>Who let the customer off the difference, and why.</summary>
    public string? DifferenceWaiver { get; init; }

    /// <summary>Who let the customer keep the goods, and why.</summary>
    public string? GoodsWaiver { get; init; }

    public Id<Refund>? RefundId { get; init; }

    /// <summary>The half that comes back, with its RMA, receipts and inspections.</summary>
    public required ReturnView Return { get; init; }

    /// <summary>What its state and the reader's permissions allow.</summary>
    public required IReadOnlyList<ExchangeAct> AllowedActions { get; init; }
}

/// <summary>A line of an exchange: what comes back and what replaces it.</summary>
/// <param name="ReplacementLineId">The order's line that ships instead; null until the exchange is approved.</param>
/// <param name="Shipped">Of the replacement.</param>
/// <param name="Old">What the units are worth that come back.</param>
/// <param name="New">What the units are worth that go out.</param>
public sealed record ExchangeLineView(
    Id<LineItem> LineItemId, string Name, string? Sku, int Quantity, Id<Variant> NewVariantId, string NewName, string NewSku, Id<LineItem>? ReplacementLineId, int Shipped, Money Old, Money New);

/// <summary>What became of the difference in price.</summary>
public enum DifferenceState
{
    None = 1,

    /// <summary>Nobody has been asked to pay yet.</summary>
    CustomerOwes = 2,

    /// <summary>There is a page to pay on.</summary>
    PaymentRequested = 3,
    Paid = 4,
    Waived = 5,

    /// <summary>No refund has been requested yet.</summary>
    WeOwe = 6,
    RefundRequested = 7,
}

/// <summary>What a person may do with an exchange.</summary>
public enum ExchangeAct
{
    Approve = 1,
    Reject = 2,
    Cancel = 3,
    Receive = 4,

    /// <summary>Make a page for the customer to pay the difference on.</summary>
    AskForPayment = 5,
    WaiveDifference = 6,
    RefundDifference = 7,
    WaiveGoods = 8,

    /// <summary>The replacement can ship now, by the ordinary fulfillment.</summary>
    Ship = 9,
}

/// <summary>A variant that units could be exchanged for.</summary>
/// <param name="Available">On the shelf and kept for nobody.</param>
/// <param name="WhyNot">Why it cannot be chosen; null when it can.</param>
public sealed record ExchangeChoice(Id<Variant> VariantId, string Sku, string Name, Money Price, int Available, bool SameProduct, string? WhyNot);

/// <summary>What an exchange would come to.</summary>
/// <param name="Difference">Signed: more than nothing is owed by the customer, less than nothing by the shop.</param>
/// <param name="Sentence">"Customer owes €5.00".</param>
/// <param name="Problem">What is wrong with the choice; the difference is then of nothing.</param>
public sealed record ExchangeQuote(Id<Order> OrderId, int OrderVersion, Money Difference, string Sentence, IReadOnlyList<MoneyPart> Parts, Problem? Problem);

/// <summary>Which exchanges to list, newest first.</summary>
/// <param name="Search">An RMA number or its beginning, an order's number, or part of the buyer's name.</param>
/// <param name="OlderThanDays">In their state for at least so long.</param>
/// <param name="Cursor">From the page before or after.</param>
public sealed record ExchangeListQuery(
    ExchangeTab Tab = ExchangeTab.Open, string? SiteSlug = null, string? Search = null, int? OlderThanDays = null, string? Cursor = null, int Limit = 50)
{
    public const int MostPerPage = 250;
}

/// <summary>The tabs of the list of exchanges.</summary>
public enum ExchangeTab
{
    /// <summary>Everything that somebody still has to do something about.</summary>
    Open = 1,
    Requested = 2,
    Approved = 3,
    Completed = 4,

    /// <summary>Rejected or cancelled.</summary>
    Refused = 5,
    All = 6,
}

/// <summary>An exchange in the list.</summary>
public sealed record ExchangeRow(
    Id<Exchange> Id, ExchangeStatus Status, Id<Return> ReturnId, string? Rma, Id<Order> OrderId, int OrderNumber, string SiteSlug, string TimeZone, string BuyerName, string Reason,
    int Units, Money Difference, DifferenceState DifferenceState, DateTimeOffset RequestedAt, DateTimeOffset StateSince);

/// <summary>A page of exchanges.</summary>
/// <param name="Counts">Exchanges per tab, over the sites that the reader sees; without the filters.</param>
public sealed record ExchangeListView(IReadOnlyList<ExchangeRow> Rows, string? Newer, string? Older, IReadOnlyDictionary<ExchangeTab, int> Counts);
