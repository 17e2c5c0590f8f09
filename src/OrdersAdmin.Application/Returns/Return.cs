using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>Units of one order that come back: announced, approved under an RMA number, received in parts, inspected.</summary>
public sealed class Return : IIdentified
{
    private readonly List<ReturnLine> lines = [];
    private readonly List<ReturnReceipt> receipts = [];
    private readonly List<ReturnInspection> inspections = [];
    private readonly List<ReturnPhoto> photos = [];

    private Return() { }

    internal Return(int number, Order order, ReturnIntent intent, IEnumerable<ReturnLine> lines, Actor actor, DateTimeOffset now)
    {
        (Id, OrderId, SiteId, Number) = (Id<Return>.New(now), order.Id, order.SiteId, number);
        (Reason, ShopPays, Note, RequestKey, ExchangeId) = (intent.Reason.Name, intent.Reason.ShopPays, intent.Note, intent.RequestKey, intent.ExchangeId);
        (OverrideReason, OverrideBy) = (intent.OverrideReason, intent.OverrideReason is null ? null : actor.Name);
        (RequestedById, RequestedByName, RequestedAt) = (actor.StaffId, actor.Name, now);
        (Status, StateSince, StateByName) = (ReturnTransitions.Table.Start, now, actor.Name);
        this.lines.AddRange(lines);
    }

    public static string IdPrefix => "ret_";

    public Id<Return> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public Id<Site> SiteId { get; private set; }

    /// <summary>1 for the order's first.</summary>
    public int Number { get; private set; }

    /// <summary>What the customer writes on the parcel; unique on the site. Null until it is approved.</summary>
    public string? Rma { get; private set; }

    public ReturnStatus Status { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Who brought it into its state.</summary>
    public string StateByName { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>The reason is the shop's fault: no fees are kept.</summary>
    public bool ShopPays { get; private set; }

    public string? Note { get; private set; }

    public string? RequestKey { get; private set; }

    public Id<StaffMember>? RequestedById { get; private set; }

    public string RequestedByName { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why the policy did not count, as the manager said who let it through.</summary>
    public string? OverrideReason { get; private set; }

    public string? OverrideBy { get; private set; }

    public string? RejectReason { get; private set; }

    /// <summary>What the buyer was written.</summary>
    public string? CustomerSentence { get; private set; }

    /// <summary>The exchange whose goods these are.</summary>
    public Id<Exchange>? ExchangeId { get; private set; }

    public int Version { get; private set; } = 1;

    public IReadOnlyList<ReturnLine> Lines => lines;

    public IReadOnlyList<ReturnReceipt> Receipts => receipts;

    public IReadOnlyList<ReturnInspection> Inspections => inspections;

    public IReadOnlyList<ReturnPhoto> Photos => photos;

    public int Expected => lines.Sum(line => line.Expected);

    public int Received => lines.Sum(line => line.Received);

    public int Outstanding => lines.Sum(line => line.Outstanding);

    public int ToInspect => lines.Sum(line => line.ToInspect);

    internal Result<Done> Approve(int orderNumber, Actor actor, DateTimeOffset now) => Move(ReturnAction.Approve, ReturnStatus.Approved, actor, now, () =>
        (Rma, ApprovedByName, ApprovedAt) = (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"RMA-{orderNumber}-{Number}"), actor.Name, now));

    internal Result<Done> Reject(string reason, string? sentence, Actor actor, DateTimeOffset now) =>
        Move(ReturnAction.Reject, ReturnStatus.Rejected, actor, now, () => (RejectReason, CustomerSentence) = (reason, sentence));

    internal Result<Done> Cancel(Actor actor, DateTimeOffset now) => Move(ReturnAction.Cancel, ReturnStatus.Cancelled, actor, now);

    /// <summary>Counts units in. What is missing is not expected any more.</summary>
    internal Result<Done> Receive(ReturnReceipt receipt, Actor actor, DateTimeOffset now)
    {
        var units = receipt.Lines.ToDictionary(each => each.LineItemId);
        var complete = lines.TrueForAll(line => units.TryGetValue(line.LineItemId, out var each) ? each.Quantity + each.Missing == line.Outstanding : line.Outstanding == 0);
        return Move(ReturnAction.Receive, complete ? ReturnStatus.Received : ReturnStatus.PartiallyReceived, actor, now, () =>
        {
            foreach (var line in lines)
                if (units.TryGetValue(line.LineItemId, out var each))
                    line.Receive(each.Quantity, each.Missing);
            receipts.Add(receipt);
        });
    }

    internal Result<Done> Inspect(ReturnInspection inspection, Actor actor, DateTimeOffset now) => Move(ReturnAction.Inspect, Status, actor, now, () =>
    {
        lines.Find(line => line.LineItemId == inspection.LineItemId)!.Inspect(inspection);
        inspections.Add(inspection);
    });

    /// <summary>What is still outstanding is written off as missing.</summary>
    internal Result<Done> Close(Actor actor, DateTimeOffset now)
    {
        if (ToInspect > 0 && ReturnTransitions.Table.Permits(Status, ReturnAction.Close))
            return new Problem.Refused($"Still to inspect: {Text.Count(ToInspect, "item")}.");
        return Move(ReturnAction.Close, ReturnStatus.Closed, actor, now, () =>
        {
            foreach (var line in lines)
                line.Receive(0, line.Outstanding);
        });
    }

    /// <summary>It goes on as a return by itself: its exchange was cancelled after goods had come.</summary>
    internal void LeaveExchange() => (ExchangeId, Version) = (null, Version + 1);

    internal void Add(ReturnPhoto photo) => photos.Add(photo);

    private Result<Done> Move(ReturnAction action, ReturnStatus to, Actor actor, DateTimeOffset now, Action? then = null)
    {
        if (!ReturnTransitions.Table.Permits(Status, action, to))
            return new Problem.Refused(ReturnSentences.NotNow(this, now));
        if (Status != to)
            (StateSince, StateByName) = (now, actor.Name);
        Status = to;
        Version++;
        then?.Invoke();
        return new Done();
    }
}

/// <summary>Why, and with what, a return was announced.</summary>
internal sealed record ReturnIntent(ReturnReason Reason, string? Note, string? RequestKey, string? OverrideReason, Id<Exchange>? ExchangeId = null);
