using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>The site's policy as it binds one person at one moment.</summary>
internal sealed class Rules
{
    public const int LongestNote = 2000;
    public const int LongestKey = 100;
    public const int LongestReason = 200;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Order order;
    private readonly Access access;
    private readonly long inLastDay;

    private Rules(RefundPolicy policy, Order order, Access access, long inLastDay) => (Policy, this.order, this.access, this.inLastDay) = (policy, order, access, inLastDay);

    public RefundPolicy Policy { get; }

    /// <param name="editing">Does not count towards the day: it is decided anew.</param>
    public static async Task<Rules> Of(OrdersContext db, Actor actor, Order order, DateTimeOffset now, Refund? editing = null)
    {
        var policy = (await RefundPolicyWorkflow.Find(db, order.SiteId))!;
        var since = now - Day;
        // A person's day and their token's are counted apart: what an owner refunds by hand must not stop the programs, nor the reverse.
        var token = actor.TokenId;
        var spent = actor.StaffId is { } person
            ? await db.Refunds
                .Where(refund => refund.RequestedById == person && refund.RequestedByTokenId == token && refund.RequestedAt > since && refund.SiteId == order.SiteId && refund.Currency == policy.Currency
                    && refund.WhyApproval == null && (editing == null || refund.LeadId != editing.LeadId)
                    && refund.State != RefundState.Canceled && refund.State != RefundState.Rejected && refund.State != RefundState.Failed)
                .SumAsync(refund => refund.Amount)
            : 0;
        return new Rules(policy, order, await Access.Of(db, actor), spent);
    }

    /// <summary>Enough to judge an approval, which does not ask what the approver refunded today.</summary>
    public static async Task<Rules> ForApproval(OrdersContext db, Order order, Access access) => new((await RefundPolicyWorkflow.Find(db, order.SiteId))!, order, access, inLastDay: 0);

    public string? WhyApproval(long amount) => Policy.WhyApproval(access.AsksAs, amount, inLastDay, order.Currency);

    /// <summary>Why this person may not approve it, or null.</summary>
    public string? WhyNotApprove(Refund lead, RefundBook book, Actor actor)
    {
        var group = book.Group(lead).FindAll(refund => refund.State.Holds());
        var amount = group.Sum(refund => refund.Amount);
        if (actor.StaffId is { } me && me == lead.RequestedById)
            return "You asked for this refund yourself; somebody else has to approve it.";
        if (actor.StaffId is { } editor && editor == lead.RevisedById)
            return "You changed this refund yourself; somebody else has to approve it.";
        if (actor.StaffId is null)
            return "Only a person can approve a refund.";
        if (!Policy.MayApprove(access.ApprovesAs, amount, order.Currency))
            return $"{new Money(amount, order.Currency)} is above what you may approve. An owner of the shop can.";
        if (group.Find(refund => book.PaymentOf(refund).Overdrawn) is { } gone)
            return $"{book.PaymentOf(gone).Label} was refunded at the payment provider meanwhile, so that less is left than this. Change the refund or decline it.";
        return null;
    }

    /// <summary>The intent of a refund that a cancellation brings; its reason may be any words, its units the cancellation has dealt with.</summary>
    public RefundIntent ForCancelling(string reason, bool notify) =>
        new(reason, Policy.Reasons.FirstOrDefault(each => each.Name == reason)?.ProviderReason, Note: null, Restock: false, notify, RequestKey: null);

    public Result<RefundIntent> Intent(string reason, string? note, bool restock, bool notify, string? requestKey)
    {
        if (Known(reason) is not { } known)
            return new Problem.Invalid("reason", "Choose one of the reasons.");
        if (note?.Length > LongestNote)
            return new Problem.Invalid("note", $"The note is longer than {LongestNote:#,0} characters.");
        if (requestKey?.Length > LongestKey)
            return new Problem.Invalid("request_key", $"The key is longer than {LongestKey} characters.");
        return new RefundIntent(known.Name, known.ProviderReason, Text.Clean(note), restock, notify && order.BuyerEmail is not null, requestKey);
    }

    /// <summary>People choose from the site's reasons; a program says why in its own words, which may be one of them.</summary>
    private RefundReason? Known(string reason) =>
        Policy.Reasons.FirstOrDefault(each => each.Name == reason)
        ?? (access.Scope is not null && Text.Clean(reason) is { Length: <= LongestReason } words ? new RefundReason(words) : null);
}
