using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>The refund form's model: what is left, what the choice comes to and why, and where it goes.</summary>
/// <param name="Parts">Add up to <paramref name="Total"/>.</param>
/// <param name="UnitsToRestock">Units of the choice that will not ship and came from the shelf.</param>
/// <param name="Problem">What is wrong with the choice; the sum is then of nothing.</param>
/// <param name="WhyApproval">Why a second person has to decide; null when it goes out at once.</param>
/// <param name="Button">"Refund €48.20", or "Send for approval".</param>
/// <param name="Effect">"Refund €48.20 to Visa ••4242."</param>
public sealed record RefundQuote(
    Id<Order> OrderId, int OrderVersion, Currency Currency, IReadOnlyList<RefundLineView> Lines, Money ShippingLeft, Money MostRefundable,
    IReadOnlyList<MoneyPart> Parts, Money Total, IReadOnlyList<RefundSliceView> Slices, int UnitsToRestock, Problem? Problem, string? WhyApproval, string Button, string Effect,
    IReadOnlyList<string> Reasons, IReadOnlyList<string> Elsewhere)
{
    public bool NeedsApproval => WhyApproval is not null;
}

/// <summary>A line in the refund form, with what can still be refunded of it.</summary>
/// <param name="Refundable">Units that can still be refunded.</param>
/// <param name="Unshipped">Of the line, units that have not shipped yet.</param>
/// <param name="Chosen">Units in this choice.</param>
/// <param name="All">What all refundable units come to.</param>
public sealed record RefundLineView(Id<LineItem> LineItemId, string Name, string? Sku, int Quantity, int Refunded, int Refundable, int Unshipped, int Chosen, Money All);

/// <summary>The part of a refund that goes to one payment.</summary>
/// <param name="To">"Visa ••4242".</param>
public sealed record RefundSliceView(Id<Payment> PaymentId, string To, Money Amount);

/// <summary>A refund on the order's page.</summary>
/// <param name="LeadId">The refund that it is decided with.</param>
/// <param name="Parts">The sum's parts, on the first refund of several.</param>
/// <param name="Sentence">Where it stands.</param>
public sealed record RefundView(
    Id<Refund> Id, Id<Refund> LeadId, int Number, RefundState State, string Sentence, Money Amount, string To, IReadOnlyList<MoneyPart> Parts,
    string Reason, string? Note, bool Restock, string RequestedBy, DateTimeOffset RequestedAt, int Revision, string? ApprovedBy, DateTimeOffset? ApprovedAt,
    DateTimeOffset StateSince, string? ProviderRefundId, IReadOnlyList<RefundAct> AllowedActions);

/// <summary>What a person may do with a refund; a button shows because its act is here.</summary>
public enum RefundAct
{
    Edit = 1,
    Cancel = 2,
    Approve = 3,
    Decline = 4,
    Retry = 5,

    /// <summary>Ask the provider now.</summary>
    CheckNow = 6,

    /// <summary>Have the provider take it back while it waits for the customer.</summary>
    Withdraw = 7,
}

/// <summary>A row of the review queue.</summary>
/// <param name="Amount">Of all refunds that are decided together.</param>
/// <param name="WhyNotYou">Why the reader may not approve it; null when they may.</param>
public sealed record ReviewRow(
    Id<Refund> RefundId, int Revision, Id<Order> OrderId, int OrderNumber, string SiteSlug, string TimeZone, Money Amount, Money OrderTotal, string To, DateTimeOffset RequestedAt,
    string RequestedBy, string Reason, string? Note, string WhyApproval, IReadOnlyList<MoneyPart> Parts, string Customer, IReadOnlyList<EarlierRefund> Earlier,
    IReadOnlyList<RefundAct> AllowedActions, string? WhyNotYou);

/// <summary>A refund that the same customer had before.</summary>
public sealed record EarlierRefund(Id<Order> OrderId, int OrderNumber, Money Amount, string Reason, RefundState State, DateTimeOffset RequestedAt);

/// <summary>A row of the stuck money board.</summary>
/// <param name="RefundId">Null for refunds made elsewhere, and for orders.</param>
/// <param name="Version">Goes back with every change to the row.</param>
public sealed record StuckRow(
    Id<MoneyTask> TaskId, int Version, MoneyTaskKind Kind, string Sentence, Id<Order> OrderId, int OrderNumber, string SiteSlug, string TimeZone, Money Amount,
    Id<Refund>? RefundId, RefundState? State, string? ProviderRefundId, DateTimeOffset Since, Id<StaffMember>? OwnerId, string? OwnerName, string? Note,
    IReadOnlyList<StuckAct> AllowedActions);

/// <summary>What the reader may do to a task about stuck money.</summary>
public enum StuckAct
{
    /// <summary>Ask the provider now.</summary>
    CheckNow = 1,

    /// <summary>Refund the same again; only where no money can have moved.</summary>
    Retry = 2,

    /// <summary>Say what a refund made in the provider's dashboard was for.</summary>
    Link = 3,

    Assign = 4,
    Note = 5,

    /// <summary>It has been dealt with.</summary>
    Close = 6,
}

/// <summary>The board of money that needs a person.</summary>
/// <param name="Paused">Why nothing is sent to the provider at the moment; null when all is well.</param>
public sealed record StuckMoney(IReadOnlyList<StuckRow> Rows, string? Paused);

/// <summary>For the navigation.</summary>
public sealed record RefundCounts(int ToReview, int Stuck);
