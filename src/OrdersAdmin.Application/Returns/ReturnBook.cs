using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>An order with its returns, opened inside one change: every act moves the return, the order's units, the stock, the timeline and the outbox together.</summary>
internal sealed class ReturnBook
{
    private readonly OrdersContext db;
    private readonly List<Return> returns;

    private ReturnBook(OrdersContext db, Order order, List<Return> returns, IReadOnlyList<Refund> refunds) => (this.db, Order, this.returns, Refunds) = (db, order, returns, refunds);

    public Order Order { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Return> Returns => returns;

    public IReadOnlyList<Refund> Refunds { get; }

    public static async Task<ReturnBook> Open(OrdersContext db, Order order) => (await Open(db, [order]))[0];

    /// <summary>One for each order, in the order given.</summary>
    public static async Task<IReadOnlyList<ReturnBook>> Open(OrdersContext db, IReadOnlyList<Order> orders)
    {
        var ids = orders.Select(order => order.Id).ToList();
        var found = await db.Returns.Include(back => back.Lines).Include(back => back.Receipts).Include(back => back.Inspections).Include(back => back.Photos).AsSplitQuery()
            .Where(back => ids.Contains(back.OrderId)).OrderBy(back => back.Number).ToListAsync();
        var refunds = await db.Refunds.Where(refund => ids.Contains(refund.OrderId)).OrderBy(refund => refund.Number).ToListAsync();
        return [.. orders.Select(order => new ReturnBook(
            db, order, found.FindAll(back => back.OrderId == order.Id), refunds.FindAll(refund => refund.OrderId == order.Id)))];
    }

    public int Returnable(LineItem line) => ReturnVerdicts.Returnable(line, Refunds);

    public LineItem Line(Id<LineItem> id) => Order.Lines.First(line => line.Id == id);

    /// <summary>Takes the announcement down; the caller tells of it.</summary>
    public Return Announce(ReturnIntent intent, IReadOnlyList<ReturnLine> lines, Actor actor, DateTimeOffset now)
    {
        var back = new Return(returns.Count + 1, Order, intent, lines, actor, now);
        returns.Add(back);
        db.Returns.Add(back);
        Order.Announce(returns);
        return back;
    }

    public Return Request(ReturnIntent intent, IReadOnlyList<ReturnLine> lines, Actor actor, DateTimeOffset now)
    {
        var back = Announce(intent, lines, actor, now);
        Tell(back, actor, now, "return.requested",
            $"announced the return of {Items(back.Expected)}: {back.Reason}{(back.OverrideReason is null ? "" : $"; against the policy, because {back.OverrideReason}")}", "return.requested");
        return back;
    }

    public Result<Done> Approve(Return back, Actor actor, DateTimeOffset now) =>
        Told(back.Approve(Order.Number, actor, now), back, actor, now, "return.approved", () => $"approved the return of {Items(back.Expected)} as {back.Rma}", "return.approved");

    public Result<Done> Reject(Return back, string reason, string? sentence, Actor actor, DateTimeOffset now) =>
        Told(back.Reject(reason, sentence, actor, now), back, actor, now, "return.rejected", () => $"rejected the return of {Items(back.Expected)}: {reason}", "return.rejected");

    public Result<Done> Cancel(Return back, Actor actor, DateTimeOffset now) =>
        Told(back.Cancel(actor, now), back, actor, now, "return.cancelled", () => $"cancelled {ReturnSentences.Name(back)}; nothing of it is expected any more", "order.updated");

    /// <summary>Counts units in, and decides on those that were graded with it.</summary>
    public async Task<Result<Done>> Receive(Return back, ReturnReceipt receipt, IReadOnlyList<InspectedItem> graded, Actor actor, DateTimeOffset now)
    {
        if (Order.CheckGoods(GoodsAction.Receive) is { } refused)
            return refused;
        if (back.Receive(receipt, actor, now).Problem is { } not)
            return not;
        foreach (var each in receipt.Lines)
            Order.TakeBack(each.LineItemId, each.Quantity);
        foreach (var item in graded)
            await Inspect(back, item, requestKey: null, actor, now);
        Tell(back, actor, now, "return.received", Received(back, receipt), "return.received");
        return new Done();
    }

    /// <summary>Decides what becomes of units that arrived; the stock follows.</summary>
    public async Task<Result<Done>> Inspect(Return back, IReadOnlyList<InspectedItem> items, string? requestKey, Actor actor, DateTimeOffset now)
    {
        if (!ReturnTransitions.Table.Permits(back.Status, ReturnAction.Inspect))
            return new Problem.Refused(ReturnSentences.NotNow(back, now));
        if (items.Any(item => item.Disposition == Disposition.Missing) && Order.CheckGoods(GoodsAction.FindMissing) is { } refused)
            return refused;
        foreach (var item in items)
            await Inspect(back, item, requestKey, actor, now);
        Tell(back, actor, now, "return.inspected",
            $"inspected {Items(items.Sum(item => item.Quantity))} of {ReturnSentences.Name(back)}: {string.Join(", ", items.GroupBy(item => item.Disposition).Select(group => $"{group.Sum(item => item.Quantity)} {Became(group.Key)}"))}",
            "order.updated");
        return new Done();
    }

    public Result<Done> Close(Return back, Actor actor, DateTimeOffset now)
    {
        var lost = back.Outstanding;
        return Told(back.Close(actor, now), back, actor, now, "return.closed",
            () => $"closed {ReturnSentences.Name(back)}{(lost == 0 ? "" : $"; {Items(lost)} never came")}", "order.updated");
    }

    public void RecordPhoto(Return back, Actor actor, DateTimeOffset now) =>
        Tell(back, actor, now, "return.photo", $"added a photo to {ReturnSentences.Name(back)}", "order.updated");

    private async Task Inspect(Return back, InspectedItem item, string? requestKey, Actor actor, DateTimeOffset now)
    {
        Must(back.Inspect(new ReturnInspection(back.Inspections.Count + 1, item, requestKey, actor, now), actor, now));
        if (item.Disposition == Disposition.Missing)
            Order.TakeBack(item.LineItemId, -item.Quantity);
        if (item.Disposition is not (Disposition.Restock or Disposition.Quarantine) || Line(item.LineItemId).VariantId is not { } id
            || await db.Variants.SingleOrDefaultAsync(each => each.Id == id) is not { } variant)
            return;
        var cause = new StockCause(actor, now, $"{ReturnSentences.Name(back)} of order #{Order.Number}", Order.Id, back.Id);
        Must(item.Disposition == Disposition.Restock ? variant.Restock(item.Quantity, cause) : variant.Quarantine(item.Quantity, cause));
    }

    private Result<Done> Told(Result<Done> moved, Return back, Actor actor, DateTimeOffset now, string kind, Func<string> summary, string eventType)
    {
        if (moved.Problem is null)
            Tell(back, actor, now, kind, summary(), eventType);
        return moved;
    }

    private void Tell(Return back, Actor actor, DateTimeOffset now, string kind, string summary, string eventType)
    {
        Order.Announce(returns);
        Order.RecordReturn(back, actor, now, kind, summary, eventType);
    }

    private static string Received(Return back, ReturnReceipt receipt)
    {
        var (came, missing) = (receipt.Lines.Sum(each => each.Quantity), receipt.Lines.Sum(each => each.Missing));
        return $"received {Items(came)} of {ReturnSentences.Name(back)}"
            + (missing == 0 ? "" : $", {missing} missing")
            + (receipt.Unexpected.Count == 0 ? "" : $", {Text.Count(receipt.Unexpected.Sum(each => each.Quantity), "unexpected item")}")
            + (back.Outstanding == 0 ? "" : $"; {back.Outstanding} still expected");
    }

    private static string Became(Disposition disposition) => disposition switch
    {
        Disposition.Restock => "back on the shelf",
        Disposition.Quarantine => "in quarantine",
        Disposition.Discard => "thrown away",
        _ => "missing",
    };

    private static string Items(int count) => Text.Count(count, "item");

    private static void Must(Result<Done> result) => result.OrThrow();
}
