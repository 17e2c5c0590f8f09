using OrdersAdmin.Exchanges;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Returns;

/// <summary>A return as staff see it: on the order's page, on its own and at the receive bench.</summary>
public sealed record ReturnView
{
    public required Id<Return> Id { get; init; }

    /// <summary>Goes back with every change that is decided on this view.</summary>
    public required int Version { get; init; }

    public required Id<Order> OrderId { get; init; }

    public required int OrderNumber { get; init; }

    public required SiteView Site { get; init; }

    public required string BuyerName { get; init; }

    public string? BuyerEmail { get; init; }

    /// <summary>1 for the order's first.</summary>
    public required int Number { get; init; }

    /// <summary>Null until it is approved.</summary>
    public string? Rma { get; init; }

    /// <summary>What the slip's QR says; <see cref="ReturnQueries.FindByCode"/> understands it.</summary>
    public required string ScanCode { get; init; }

    public required ReturnStatus Status { get; init; }

    /// <summary>Where it stands: "2 of 3 items are still expected."</summary>
    public required string Sentence { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public required string Reason { get; init; }

    public string? Note { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Why the policy did not count, and who said so.</summary>
    public string? PolicyOverride { get; init; }

    public string? RejectReason { get; init; }

    public string? CustomerSentence { get; init; }

    /// <summary>The exchange whose goods these are; null for a return by itself.</summary>
    public Id<Exchange>? ExchangeId { get; init; }

    public required IReadOnlyList<ReturnLineView> Lines { get; init; }

    /// <summary>Oldest first; so are the next three.</summary>
    public required IReadOnlyList<ReceiptView> Receipts { get; init; }

    public required IReadOnlyList<InspectionView> Inspections { get; init; }

    public required IReadOnlyList<PhotoView> Photos { get; init; }

    public required IReadOnlyList<ReturnRefundView> Refunds { get; init; }

    /// <summary>Accepted units that no refund pays for yet.</summary>
    public required int UnitsToRefund { get; init; }

    /// <summary>What its state and the reader's permissions allow; a button shows because its act is here.</summary>
    public required IReadOnlyList<ReturnAct> AllowedActions { get; init; }
}

/// <summary>A line of a return, in units.</summary>
/// <param name="Outstanding">Still expected.</param>
/// <param name="ToInspect">Arrived, and not decided on.</param>
/// <param name="Accepted">To be paid for.</param>
/// <param name="Verdict">What the policy said when it was announced.</param>
public sealed record ReturnLineView(
    Id<LineItem> LineItemId, Id<Variant>? VariantId, string? Sku, string Name, int Expected, int Received, int Missing, int Outstanding, int ToInspect, int Accepted, string Verdict);

/// <summary>Goods that arrived together.</summary>
public sealed record ReceiptView(DateTimeOffset At, string By, IReadOnlyList<ReceivedLineView> Lines, IReadOnlyList<UnexpectedItem> Unexpected, string? Note);

/// <summary>Units of a line in a receipt.</summary>
public sealed record ReceivedLineView(Id<LineItem> LineItemId, string Name, string? Sku, int Quantity, int Missing);

/// <summary>What inspection found.</summary>
public sealed record InspectionView(DateTimeOffset At, string By, Id<LineItem> LineItemId, string Name, string? Sku, int Quantity, Disposition Disposition, bool Accepted, string? Note);

/// <summary>A picture that belongs to a return.</summary>
/// <param name="Size">Bytes.</param>
public sealed record PhotoView(Id<ReturnPhoto> Id, Id<LineItem>? LineItemId, string ContentType, long Size, string? Caption, string By, DateTimeOffset At);

/// <summary>The refund that a return led to.</summary>
public sealed record ReturnRefundView(Id<Refund> Id, RefundState State, Money Amount);

/// <summary>What a person may do with a return.</summary>
public enum ReturnAct
{
    Approve = 1,
    Reject = 2,
    Cancel = 3,
    Receive = 4,
    Inspect = 5,
    Close = 6,
    AddPhoto = 7,

    /// <summary>Open the refund form with the accepted units.</summary>
    Refund = 8,
}

/// <summary>The form in which a return is announced: what can come back, and what the policy says.</summary>
/// <param name="Policy">The rules in one sentence.</param>
/// <param name="MayOverride">The reader may decide that the policy does not count.</param>
public sealed record ReturnForm(
    Id<Order> OrderId, int OrderVersion, int OrderNumber, IReadOnlyList<ReturnableLine> Lines, IReadOnlyList<ReturnReason> Reasons, string Policy, bool MayOverride);

/// <summary>A line in the return form, with what can still come back of it.</summary>
/// <param name="Returnable">Units that can be announced now.</param>
/// <param name="WhyNone">Why no unit can; null when some can.</param>
/// <param name="InPolicy">Whether the policy allows it; a manager may decide otherwise.</param>
/// <param name="Verdict">"Within 30 days of delivery, until 1 Apr 2026."</param>
/// <param name="UnitValue">What one unit cost, tax and discount included.</param>
public sealed record ReturnableLine(
    Id<LineItem> LineItemId, Id<Variant>? VariantId, string Name, string? Sku, int Shipped, int Returnable, string? WhyNone, bool InPolicy, string Verdict, Money UnitValue);

/// <summary>Which returns to list, newest first.</summary>
/// <param name="Search">An RMA number or its beginning, an order's number, or part of the buyer's name.</param>
/// <param name="OlderThanDays">In their state for at least so long.</param>
/// <param name="Cursor">From the page before or after.</param>
public sealed record ReturnListQuery(
    ReturnTab Tab = ReturnTab.Open, string? SiteSlug = null, string? Search = null, int? OlderThanDays = null, string? Cursor = null, int Limit = 50)
{
    public const int MostPerPage = 250;
}

/// <summary>The tabs of the list of returns.</summary>
public enum ReturnTab
{
    /// <summary>Everything that somebody still has to do something about.</summary>
    Open = 1,
    Requested = 2,

    /// <summary>Approved and on its way, in part or whole.</summary>
    Expected = 3,

    /// <summary>Here, and to be decided on.</summary>
    Received = 4,
    Closed = 5,

    /// <summary>Rejected or cancelled.</summary>
    Refused = 6,
    All = 7,
}

/// <summary>A return in the list.</summary>
public sealed record ReturnRow(
    Id<Return> Id, string? Rma, ReturnStatus Status, Id<Order> OrderId, int OrderNumber, string SiteSlug, string TimeZone, string BuyerName, string Reason,
    int Expected, int Received, DateTimeOffset RequestedAt, DateTimeOffset StateSince, Id<Exchange>? ExchangeId);

/// <summary>A page of returns.</summary>
/// <param name="Counts">Returns per tab, over the sites that the reader sees; without the filters.</param>
public sealed record ReturnListView(IReadOnlyList<ReturnRow> Rows, string? Newer, string? Older, IReadOnlyDictionary<ReturnTab, int> Counts);

/// <summary>For the navigation.</summary>
/// <param name="Requested">Wait for a decision.</param>
/// <param name="ToInspect">Are here and wait for an inspection.</param>
/// <param name="NeverCame">Approved long ago and nothing came.</param>
public sealed record ReturnCounts(int Requested, int ToInspect, int NeverCame);

/// <summary>A row of the stuck board: approved, and nothing came for longer than the site's policy allows.</summary>
public sealed record NeverCameRow(
    Id<Return> Id, string Rma, Id<Order> OrderId, int OrderNumber, string SiteSlug, string TimeZone, string BuyerName, int Outstanding, DateTimeOffset Since, Id<Exchange>? ExchangeId);

/// <summary>The refund form's first choice for a return, and why it is what it is.</summary>
/// <param name="Choice">Goes into the refund form: accepted units, and fees as the policy has them.</param>
/// <param name="Sentences">What is not in it and why.</param>
public sealed record RefundProposal(Id<Return> ReturnId, Id<Order> OrderId, RefundChoice Choice, string Reason, IReadOnlyList<string> Sentences);
