using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>An order with its refunds, opened inside one change: every act moves the refund, the ledger, the order's figures, its timeline and the tasks together.</summary>
internal sealed partial class RefundBook
{
    private readonly OrdersContext db;
    private readonly List<Refund> refunds;
    private readonly List<MoneyTask> tasks;
    private readonly List<ProviderRefund> mirrors;

    private RefundBook(OrdersContext db, Order order, List<Refund> refunds, List<MoneyTask> tasks, List<ProviderRefund> mirrors) =>
        (this.db, Order, this.refunds, this.tasks, this.mirrors) = (db, order, refunds, tasks, mirrors);

    public Order Order { get; }

    public IReadOnlyList<Refund> Refunds => refunds;

    /// <summary>What the provider has of the order's payments, as it was last read.</summary>
    public IReadOnlyList<ProviderRefund> Mirrors => mirrors;

    public static async Task<RefundBook> Open(OrdersContext db, Order order)
    {
        var payments = order.Payments.Select(payment => payment.Id).ToList();
        return new(
            db, order,
            await db.Refunds.Include(refund => refund.Attempts).Where(refund => refund.OrderId == order.Id).OrderBy(refund => refund.Number).ToListAsync(),
            await db.MoneyTasks.Where(task => task.OrderId == order.Id && task.ClosedAt == null).ToListAsync(),
            await db.ProviderRefunds.Where(mirror => payments.Contains(mirror.PaymentId)).ToListAsync());
    }

    public Payment PaymentOf(Refund refund) => Order.Payments.First(payment => payment.Id == refund.PaymentId);

    /// <summary>The refunds that are decided together with this one, itself included.</summary>
    public List<Refund> Group(Refund refund) => refunds.FindAll(each => each.LeadId == refund.LeadId);

    public Refund Lead(Refund refund) => refunds.First(each => each.Id == refund.LeadId);

    /// <summary>Sets the money aside and asks for approval, or lets it go out, all in this change.</summary>
    public Refund Request(RefundSum sum, RefundIntent intent, string? whyApproval, Actor actor, DateTimeOffset now)
    {
        Refund? lead = null;
        foreach (var slice in sum.Slices)
        {
            var refund = Add(slice, lead, intent, actor, now);
            refund.Decide(slice.Amount, lead is null ? sum.Breakdown : RefundBreakdown.Nothing);
            lead ??= refund;
            Must(refund.Submit(whyApproval, actor, now));
            Reserve(refund, now);
        }
        HoldUnits(lead!);
        Tell(lead!, actor, now, whyApproval is null ? "refund.requested" : "refund.awaiting_approval",
            $"{(whyApproval is null ? "requested" : "asked for approval of")} a refund of {Effect(sum.Slices)}: {intent.Reason}", whyApproval is null ? "order.updated" : "refund.awaiting_approval");
        return lead!;
    }

    /// <summary>Decides a refund anew before it was sent; its approval is void.</summary>
    public Result<Done> Edit(Refund lead, RefundSum sum, RefundIntent intent, string? whyApproval, Actor actor, DateTimeOffset now)
    {
        var group = Group(lead).FindAll(refund => refund.State.Holds());
        if (group.Find(refund => !RefundTransitions.Table.Permits(refund.State, RefundAction.Edit)) is { } sent)
            return new Problem.Refused(RefundSentences.NotNow(sent, now));
        var revision = lead.Revision + 1;
        ReleaseUnits(lead);
        foreach (var refund in group)
            Release(refund, now);
        foreach (var slice in sum.Slices)
        {
            var refund = group.Find(each => each.PaymentId == slice.Payment.Id);
            var parts = refund == lead ? sum.Breakdown : RefundBreakdown.Nothing;
            if (refund is null)
            {
                refund = Add(slice, lead, intent, actor, now);
                refund.Decide(slice.Amount, parts);
                Must(refund.Submit(whyApproval, actor, now));
            }
            Must(refund.Revise(slice.Amount, parts, intent, revision, whyApproval, actor, now));
            Reserve(refund, now);
        }
        foreach (var superfluous in group.Where(refund => !sum.Slices.Any(slice => slice.Payment.Id == refund.PaymentId)))
            Must(superfluous.Cancel(now));
        HoldUnits(lead);
        Tell(lead, actor, now, "refund.edited", $"changed the refund to {Effect(sum.Slices)}: {intent.Reason}", whyApproval is null ? "order.updated" : "refund.awaiting_approval");
        return new Done();
    }

    public Result<Done> Approve(Refund lead, Actor actor, DateTimeOffset now)
    {
        var group = Open(lead, RefundAction.Approve);
        if (group.Count == 0)
            return new Problem.Refused(RefundSentences.NotNow(lead, now));
        foreach (var refund in group)
            Must(refund.Approve(actor, now));
        Tell(lead, actor, now, "refund.approved", $"approved the refund of {Effect(group)}, which {lead.RequestedByName} requested", "order.updated");
        return new Done();
    }

    public Result<Done> Decline(Refund lead, string reason, Actor actor, DateTimeOffset now) =>
        TakeBack(lead, RefundAction.Decline, refund => refund.Decline(reason, now), actor, now, "refund.declined", group => $"declined the refund of {Effect(group)}: {reason}");

    public Result<Done> Cancel(Refund lead, Actor actor, DateTimeOffset now) =>
        TakeBack(lead, RefundAction.Cancel, refund => refund.Cancel(now), actor, now, "refund.canceled", group => $"cancelled the refund of {Effect(group)} before it was sent");

    private Result<Done> TakeBack(
        Refund lead, RefundAction action, Func<Refund, Result<Done>> act, Actor actor, DateTimeOffset now, string kind, Func<List<Refund>, string> summary)
    {
        var group = Open(lead, action);
        if (group.Count == 0)
            return new Problem.Refused(RefundSentences.NotNow(lead, now));
        foreach (var refund in group)
        {
            Must(act(refund));
            Release(refund, now);
        }
        if (group.Contains(lead))
            ReleaseUnits(lead);
        TellIfStillPaid($"{actor.Name} {summary(group).TrimEnd('.')}.", now);
        Tell(lead, actor, now, kind, summary(group), "order.updated");
        return new Done();
    }

    /// <summary>Of the refunds that are decided together, those that the action is still open for.</summary>
    private List<Refund> Open(Refund lead, RefundAction action) => Group(lead).FindAll(refund => RefundTransitions.Table.Permits(refund.State, action));

    private Refund Add(PaymentSlice slice, Refund? lead, RefundIntent intent, Actor actor, DateTimeOffset now)
    {
        var refund = new Refund(refunds.Count + 1, Order, slice.Payment, lead, intent, actor, now);
        refunds.Add(refund);
        db.Refunds.Add(refund);
        return refund;
    }

    private void Reserve(Refund refund, DateTimeOffset now) => PaymentOf(refund).Enter(LedgerKind.Reserve, refund.Amount, refund.Id, null, now);

    private void Release(Refund refund, DateTimeOffset now, string? providerRefund = null) =>
        PaymentOf(refund).Enter(LedgerKind.Release, refund.Amount, refund.Id, providerRefund, now);

    /// <summary>What is being refunded does not ship meanwhile.</summary>
    private void HoldUnits(Refund lead)
    {
        Order.Remove(lead.Breakdown.Lines);
        lead.HoldsUnits = lead.Breakdown.Lines.Any(units => units.Removed > 0);
    }

    private void ReleaseUnits(Refund refund)
    {
        if (!refund.HoldsUnits)
            return;
        Order.PutBack(refund.Breakdown.Lines);
        refund.HoldsUnits = false;
    }

    private void Tell(Refund refund, Actor actor, DateTimeOffset now, string kind, string summary, string eventType) => Order.RecordRefund(refund, actor, now, kind, summary, eventType);

    private string Effect(IEnumerable<PaymentSlice> slices) => RefundSentences.Effect(slices.Select(slice => (new Money(slice.Amount, Order.Currency), slice.Payment.Label)));

    private string Effect(IEnumerable<Refund> group) => RefundSentences.Effect(group.Select(refund => (RefundSentences.Money(refund), PaymentOf(refund).Label)));

    /// <summary>A move that the code before has made sure of; anything else is our own bug.</summary>
    private static void Must(Result<Done> move) => move.OrThrow();
}
