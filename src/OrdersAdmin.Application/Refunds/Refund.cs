using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Refunds;

/// <summary>Money that goes back from one payment. A sum that is taken from several payments is several refunds, which are decided together with their first.</summary>
public sealed class Refund : IIdentified
{
    private readonly List<RefundAttempt> attempts = [];

    private Refund() { }

    internal Refund(int number, Order order, Payment payment, Refund? lead, RefundIntent intent, Actor actor, DateTimeOffset now)
    {
        Id = Id<Refund>.New(now);
        (Number, OrderId, SiteId, PaymentId, Currency) = (number, order.Id, order.SiteId, payment.Id, order.Currency);
        (LeadId, Intent, RequestKey) = (lead?.Id ?? Id, intent, lead is null ? intent.RequestKey : null);
        (RequestedById, RequestedByTokenId, RequestedByName, RequestedAt) = (actor.StaffId, actor.TokenId, actor.Name, now);
        (State, StateSince) = (RefundTransitions.Table.Start, now);
    }

    public static string IdPrefix => "ref_";

    public Id<Refund> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public Id<Site> SiteId { get; private set; }

    public Id<Payment> PaymentId { get; private set; }

    /// <summary>1 for the order's first.</summary>
    public int Number { get; private set; }

    /// <summary>The refund that it is decided with; its own id where it stands alone or comes first.</summary>
    public Id<Refund> LeadId { get; private set; }

    public bool Leads => LeadId == Id;

    /// <summary>The failed refund that this one repeats.</summary>
    public Id<Refund>? ReplacesId { get; internal set; }

    public string? RequestKey { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>What goes back from this payment, in minor units.</summary>
    public long Amount { get; private set; }

    /// <summary>The whole sum's parts, on the first refund; on those that follow nothing but the amount.</summary>
    public RefundBreakdown Breakdown { get; private set; } = RefundBreakdown.Nothing;

    public RefundIntent Intent { get; private set; } = null!;

    public Id<StaffMember>? RequestedById { get; private set; }

    /// <summary>The token through which that person's program asked; null when they did themselves.</summary>
    public Id<ApiToken>? RequestedByTokenId { get; private set; }

    public string RequestedByName { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Counts the edits; an approval is for one revision.</summary>
    public int Revision { get; private set; } = 1;

    public Id<StaffMember>? RevisedById { get; private set; }

    public RefundState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    public int? ApprovedRevision { get; private set; }

    /// <summary>Null where the requester's own limit was enough.</summary>
    public Id<StaffMember>? ApprovedById { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why it has to be approved; null where the requester's own limit was enough.</summary>
    public string? WhyApproval { get; private set; }

    public string? DeclineReason { get; private set; }

    /// <summary>Why the provider refused it or could not pay it out, as it says.</summary>
    public string? Failure { get; internal set; }

    public bool EverSucceeded { get; private set; }

    /// <summary>Whether the units that it keeps from shipping are kept by it.</summary>
    public bool HoldsUnits { get; internal set; }

    public int Version { get; private set; } = 1;

    /// <summary>As far as they were loaded.</summary>
    public IReadOnlyList<RefundAttempt> Attempts => attempts;

    public RefundAttempt? OpenAttempt => attempts.Find(attempt => attempt.Outcome is null);

    public bool ApprovalHolds => ApprovedRevision == Revision && (WhyApproval is null || (ApprovedById is not null && ApprovedById != RequestedById && ApprovedById != RevisedById));

    internal void Decide(long amount, RefundBreakdown breakdown) => (Amount, Breakdown) = (amount, breakdown);

    internal Result<Done> Submit(string? whyApproval, Actor actor, DateTimeOffset now) => Route(RefundAction.Submit, whyApproval, actor, now);

    internal Result<Done> Revise(long amount, RefundBreakdown breakdown, RefundIntent intent, int revision, string? whyApproval, Actor actor, DateTimeOffset now)
    {
        (Revision, RevisedById, ApprovedRevision, ApprovedById, ApprovedByName, ApprovedAt) = (revision, actor.StaffId, null, null, null, null);
        Intent = intent;
        Decide(amount, breakdown);
        return Route(RefundAction.Edit, whyApproval, actor, now);
    }

    internal Result<Done> Approve(Actor actor, DateTimeOffset now) => Move(RefundAction.Approve, RefundState.Approved, now,
        () => (ApprovedRevision, ApprovedById, ApprovedByName, ApprovedAt) = (Revision, actor.StaffId, actor.Name, now));

    internal Result<Done> Decline(string reason, DateTimeOffset now) => Move(RefundAction.Decline, RefundState.Declined, now, () => DeclineReason = reason);

    internal Result<Done> Cancel(DateTimeOffset now) => Move(RefundAction.Cancel, RefundState.Canceled, now);

    internal Result<Done> Recall(string why, DateTimeOffset now) => Move(RefundAction.Recall, RefundState.AwaitingApproval, now,
        () => (ApprovedRevision, ApprovedById, ApprovedByName, ApprovedAt, WhyApproval) = (null, null, null, null, why));

    internal Result<Done> Send(RefundAttempt attempt, DateTimeOffset now) => Move(RefundAction.Send, RefundState.Sending, now, () => attempts.Add(attempt));

    internal Result<Done> Report(RefundState to, DateTimeOffset now) => Move(RefundAction.Report, to, now, () => EverSucceeded |= to == RefundState.Succeeded);

    internal Result<Done> Reject(string why, DateTimeOffset now) => Move(RefundAction.Reject, RefundState.Rejected, now, () => Failure = why);

    internal Result<Done> LoseTrack(DateTimeOffset now) => Move(RefundAction.LoseTrack, RefundState.Unknown, now);

    private Result<Done> Route(RefundAction action, string? whyApproval, Actor actor, DateTimeOffset now)
    {
        WhyApproval = whyApproval;
        return whyApproval is not null
            ? Move(action, RefundState.AwaitingApproval, now)
            : Move(action, RefundState.Approved, now, () => (ApprovedRevision, ApprovedByName, ApprovedAt) = (Revision, actor.Name, now));
    }

    private Result<Done> Move(RefundAction action, RefundState to, DateTimeOffset now, Action? then = null)
    {
        if (!RefundTransitions.Table.Permits(State, action, to))
            return new Problem.Refused(RefundSentences.NotNow(this, now));
        (State, StateSince) = (to, now);
        Version++;
        then?.Invoke();
        return new Done();
    }
}

/// <summary>Why, and with what, a refund was asked for.</summary>
/// <param name="ProviderReason">Stripe's word for the reason, where it has one.</param>
/// <param name="ReturnId">The return that it pays for.</param>
public sealed record RefundIntent(string Reason, string? ProviderReason, string? Note, bool Restock, bool Notify, string? RequestKey, Id<Return>? ReturnId = null);
