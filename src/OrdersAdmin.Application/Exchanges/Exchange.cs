using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Exchanges;

/// <summary>Units that come back and others that go out instead, with the difference in price. Its goods are a return; its replacements are lines of the order.</summary>
public sealed class Exchange : IIdentified
{
    private readonly List<ExchangeLine> lines = [];
    private readonly List<ExchangePayment> payments = [];

    private Exchange() { }

    internal Exchange(int number, Order order, ExchangeIntent intent, IEnumerable<ExchangeLine> lines, Actor actor, DateTimeOffset now)
    {
        (Id, OrderId, SiteId, Number, Currency) = (Id<Exchange>.New(now), order.Id, order.SiteId, number, order.Currency);
        (Reason, Note, RequestKey) = (intent.Reason, intent.Note, intent.RequestKey);
        (RequestedById, RequestedByName, RequestedAt) = (actor.StaffId, actor.Name, now);
        (Status, StateSince, StateByName) = (ExchangeTransitions.Table.Start, now, actor.Name);
        Price(lines, order.TaxInterpretation == TaxInterpretation.Inclusive);
    }

    public static string IdPrefix => "exc_";

    public Id<Exchange> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public Id<Site> SiteId { get; private set; }

    /// <summary>1 for the order's first.</summary>
    public int Number { get; private set; }

    public Id<Return> ReturnId { get; internal set; }

    public ExchangeStatus Status { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    public string StateByName { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string? Note { get; private set; }

    public string? RequestKey { get; private set; }

    public Id<StaffMember>? RequestedById { get; private set; }

    public string RequestedByName { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public string? RejectReason { get; private set; }

    public string? CustomerSentence { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>Minor units; more than nothing is owed by the customer, less than nothing by the shop.</summary>
    public long Difference { get; private set; }

    public DifferenceState DifferenceState { get; private set; }

    /// <summary>Why the customer was let off the difference, and by whom.</summary>
    public string? DifferenceWaiver { get; private set; }

    /// <summary>Why the customer may keep the goods, and who said so.</summary>
    public string? GoodsWaiver { get; private set; }

    /// <summary>The refund of what the shop owes.</summary>
    public Id<Refund>? RefundId { get; private set; }

    /// <summary>The goods are here, or need not come.</summary>
    public bool GoodsSettled { get; private set; }

    public int Version { get; private set; } = 1;

    public IReadOnlyList<ExchangeLine> Lines => lines;

    /// <summary>Every time the customer was asked to pay, the newest last.</summary>
    public IReadOnlyList<ExchangePayment> Payments => payments;

    public int Units => lines.Sum(line => line.Quantity);

    public bool Shipped => lines.TrueForAll(line => line.Shipped == line.Quantity);

    public bool DifferenceSettled => DifferenceState is DifferenceState.None or DifferenceState.Paid or DifferenceState.Waived or DifferenceState.RefundRequested;

    /// <summary>The replacement waits until the customer has paid.</summary>
    public bool HoldsBack => DifferenceState is DifferenceState.CustomerOwes or DifferenceState.PaymentRequested;

    internal Result<Done> Approve(IReadOnlyList<ExchangeLine> priced, bool taxInPrices, Actor actor, DateTimeOffset now) => Move(ExchangeAction.Approve, ExchangeStatus.Approved, actor, now, () =>
    {
        Price(priced, taxInPrices);
        (ApprovedByName, ApprovedAt) = (actor.Name, now);
    });

    internal Result<Done> Reject(string reason, string? sentence, Actor actor, DateTimeOffset now) =>
        Move(ExchangeAction.Reject, ExchangeStatus.Rejected, actor, now, () => (RejectReason, CustomerSentence) = (reason, sentence));

    internal Result<Done> Cancel(Actor actor, DateTimeOffset now) => Move(ExchangeAction.Cancel, ExchangeStatus.Cancelled, actor, now);

    internal Result<Done> SettleGoods(string? waiver, Actor actor, DateTimeOffset now) =>
        Go(ExchangeAction.Receive, actor, now, () => (GoodsSettled, GoodsWaiver) = (true, waiver));

    internal Result<Done> Ask(ExchangePayment payment, Actor actor, DateTimeOffset now) => Go(ExchangeAction.Settle, actor, now, () =>
    {
        payments.Add(payment);
        DifferenceState = DifferenceState.PaymentRequested;
    });

    internal Result<Done> TakePayment(Actor actor, DateTimeOffset now) => Go(ExchangeAction.Settle, actor, now, () => DifferenceState = DifferenceState.Paid);

    internal Result<Done> Waive(string waiver, Actor actor, DateTimeOffset now) =>
        Go(ExchangeAction.Settle, actor, now, () => (DifferenceState, DifferenceWaiver) = (DifferenceState.Waived, waiver));

    internal Result<Done> HandToRefund(Id<Refund> refund, Actor actor, DateTimeOffset now) =>
        Go(ExchangeAction.Settle, actor, now, () => (DifferenceState, RefundId) = (DifferenceState.RefundRequested, refund));

    /// <summary>Units of a replacement line left, or where it is negative did not leave after all.</summary>
    internal Result<Done> Ship(IReadOnlyDictionary<Id<LineItem>, int> units, bool back, Actor actor, DateTimeOffset now) =>
        Go(back ? ExchangeAction.Unship : ExchangeAction.Ship, actor, now, () =>
        {
            foreach (var line in lines)
                line.Shipped += line.ReplacementLineId is { } id && units.TryGetValue(id, out var count) ? count : 0;
        });

    private void Price(IEnumerable<ExchangeLine> priced, bool taxInPrices)
    {
        lines.Clear();
        lines.AddRange(priced);
        Difference = lines.Sum(line => line.New.Total(taxInPrices) - line.Old.Total(taxInPrices));
        DifferenceState = Difference switch { > 0 => DifferenceState.CustomerOwes, < 0 => DifferenceState.WeOwe, _ => DifferenceState.None };
    }

    /// <summary>Does the act, and completes the exchange if nothing else is left to do.</summary>
    private Result<Done> Go(ExchangeAction action, Actor actor, DateTimeOffset now, Action then)
    {
        if (!ExchangeTransitions.Table.Permits(Status, action))
            return new Problem.Refused(ExchangeSentences.NotNow(this, now));
        then();
        var done = GoodsSettled && DifferenceSettled && Shipped;
        return Move(action, done ? ExchangeStatus.Completed : ExchangeStatus.Approved, actor, now);
    }

    private Result<Done> Move(ExchangeAction action, ExchangeStatus to, Actor actor, DateTimeOffset now, Action? then = null)
    {
        if (!ExchangeTransitions.Table.Permits(Status, action, to))
            return new Problem.Refused(ExchangeSentences.NotNow(this, now));
        if (Status != to)
            (StateSince, StateByName) = (now, actor.Name);
        Status = to;
        Version++;
        then?.Invoke();
        return new Done();
    }
}

/// <summary>Why an exchange was asked for.</summary>
internal sealed record ExchangeIntent(string Reason, string? Note, string? RequestKey);
