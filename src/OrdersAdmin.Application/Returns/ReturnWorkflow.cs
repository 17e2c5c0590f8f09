using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>Goods that come back: announced and decided on by support, received and inspected in the warehouse. Money moves only by a refund, which is proposed from what was accepted.</summary>
public sealed class ReturnWorkflow(OrdersDatabase database, TimeProvider clock)
{
    internal const string Missing = "There is no such return.";

    /// <summary>Announces units that come back. Refused where the policy forbids it, unless a manager says why it does not count. The same key makes one return.</summary>
    public Task<Result<ReturnChanged>> Request(Actor actor, Id<Order> orderId, RequestReturn command, CancellationToken cancel = default) => database.Write<ReturnChanged>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.HandleReturns)).TryGet(out var order, out var problem))
            return problem;
        var book = await ReturnBook.Open(db, order);
        if (Text.Clean(command.RequestKey) is { } key && book.Returns.FirstOrDefault(each => each.RequestKey == key) is { } made)
            return Changed(book, made);
        if (await db.CheckFresh(order, command.ExpectedVersion, now) is { } stale)
            return stale;
        if (!(await ReturnRequests.Check(db, book, actor, command.Items, command.Reason, command.Note, command.OverrideReason, command.RequestKey, now)).TryGet(out var request, out var wrong))
            return wrong;
        var back = book.Request(request.Intent, request.Lines, actor, now);
        if (!command.Approve)
            return Changed(book, back);
        return await Approve(db, book, back, command.Notify, actor, now) is { } refused ? refused : Changed(book, back);
    }, cancel);

    /// <summary>Issues the RMA number, and writes to the buyer where to send the goods.</summary>
    public Task<Result<ReturnChanged>> Approve(Actor actor, Id<Return> id, ApproveReturn command, CancellationToken cancel = default) =>
        OnReturn(actor, id, Permission.HandleReturns, ReturnAction.Approve, command.ExpectedVersion, (db, book, back, now) => Approve(db, book, back, command.Notify, actor, now), cancel);

    /// <summary>Says no: the reason is for staff, the sentence for the buyer.</summary>
    public Task<Result<ReturnChanged>> Reject(Actor actor, Id<Return> id, RejectReturn command, CancellationToken cancel = default) =>
        OnReturn(actor, id, Permission.HandleReturns, ReturnAction.Reject, command.ExpectedVersion, async (db, book, back, now) =>
        {
            if (!Rejection(command.Reason, command.CustomerSentence).TryGet(out var why, out var wrong))
                return wrong;
            if (book.Reject(back, why.Reason, why.Sentence, actor, now).Problem is { } refused)
                return refused;
            await ReturnLetters.Rejected(db, book.Order, back, now);
            return null;
        }, cancel);

    /// <summary>Takes the announcement back, as long as nothing has come.</summary>
    public Task<Result<ReturnChanged>> Cancel(Actor actor, Id<Return> id, int? expectedVersion, CancellationToken cancel = default) =>
        OnReturn(actor, id, Permission.HandleReturns, ReturnAction.Cancel, expectedVersion, (_, book, back, now) => Task.FromResult(book.Cancel(back, actor, now).Problem), cancel);

    /// <summary>Counts in what came. More than is expected is refused. The same key makes one receipt.</summary>
    public Task<Result<ReturnChanged>> Receive(Actor actor, Id<Return> id, ReceiveReturn command, CancellationToken cancel = default) =>
        OnReturn(actor, id, Permission.ReceiveReturns, ReturnAction.Receive, command.ExpectedVersion, async (_, book, back, now) =>
        {
            if (ReceiptRules.Check(command, back, book) is { } wrong)
                return wrong;
            var items = command.Items ?? [.. back.Lines.Where(line => line.Outstanding > 0).Select(line => new ReceivedItem(line.LineItemId, line.Outstanding))];
            var lines = items.GroupBy(item => item.LineItemId).Select(group => new ReceivedUnits(group.Key, group.Sum(item => item.Quantity), group.Sum(item => item.Missing))).ToList();
            var receipt = new ReturnReceipt(back.Receipts.Count + 1, lines, command.Unexpected ?? [], Text.Clean(command.Note), Text.Clean(command.RequestKey), actor, now);
            var graded = items.Where(item => item is { Grade: not null, Quantity: > 0 })
                .Select(item => new InspectedItem(item.LineItemId, item.Quantity, item.Grade!.Value, item.Note, item.Accepted)).ToList();
            return (await book.Receive(back, receipt, graded, actor, now)).Problem;
        }, cancel, back => Text.Clean(command.RequestKey) is { } key && back.Receipts.Any(receipt => receipt.RequestKey == key));

    /// <summary>Decides what becomes of units that came; only what is restocked or quarantined changes stock, once. The same key makes one inspection.</summary>
    public Task<Result<ReturnChanged>> Inspect(Actor actor, Id<Return> id, InspectReturn command, CancellationToken cancel = default) =>
        OnReturn(actor, id, Permission.ReceiveReturns, ReturnAction.Inspect, command.ExpectedVersion, async (_, book, back, now) =>
            ReceiptRules.Check(command, back, book) is { } wrong ? wrong : (await book.Inspect(back, command.Items, Text.Clean(command.RequestKey), actor, now)).Problem,
            cancel, back => Text.Clean(command.RequestKey) is { } key && back.Inspections.Any(inspection => inspection.RequestKey == key));

    /// <summary>Ends it. What has not come by now is written off as missing; what waits for an inspection is in the way.</summary>
    public Task<Result<ReturnChanged>> Close(Actor actor, Id<Return> id, int? expectedVersion, CancellationToken cancel = default) =>
        OnReturn(actor, id, Permission.HandleReturns, ReturnAction.Close, expectedVersion, (_, book, back, now) => Task.FromResult(book.Close(back, actor, now).Problem), cancel);

    internal static Result<(string Reason, string? Sentence)> Rejection(string reason, string? sentence)
    {
        var errors = new List<FieldError>();
        if (Text.Clean(reason) is not { Length: <= ReturnRequests.LongestNote })
            errors.Add(new("reason", $"Say why, in at most {ReturnRequests.LongestNote:#,0} characters."));
        if (sentence?.Length > ReturnRequests.LongestNote)
            errors.Add(new("customer_sentence", $"The sentence is longer than {ReturnRequests.LongestNote:#,0} characters."));
        return errors.Count > 0 ? new Problem.Invalid(errors) : (reason.Trim(), Text.Clean(sentence));
    }

    internal static ReturnChanged Changed(ReturnBook book, Return back) => new(back.Id, back.Status, back.Version, book.Order.Version, back.Rma);

    private static async Task<Problem?> Approve(OrdersContext db, ReturnBook book, Return back, bool notify, Actor actor, DateTimeOffset now)
    {
        if (book.Approve(back, actor, now).Problem is { } refused)
            return refused;
        if (notify)
            await ReturnLetters.Approved(db, book, back, now);
        return null;
    }

    private Task<Result<ReturnChanged>> OnReturn(
        Actor actor, Id<Return> id, Permission permission, ReturnAction action, int? expectedVersion,
        Func<OrdersContext, ReturnBook, Return, DateTimeOffset, Task<Problem?>> act, CancellationToken cancel, Func<Return, bool>? done = null) => database.Write<ReturnChanged>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await ReturnQueries.Find(db, id, actor, permission)).TryGet(out var found, out var problem))
            return problem;
        var (book, back) = found;
        if (done?.Invoke(back) == true)
            return Changed(book, back);
        if (back.ExchangeId is not null && action is not (ReturnAction.Receive or ReturnAction.Inspect or ReturnAction.Close))
            return new Problem.Refused("These goods belong to an exchange, which is decided on as a whole.");
        // Before the version: who came too late wants to know who was first.
        if (!ReturnTransitions.Table.Permits(back.Status, action))
            return new Problem.Refused(ReturnSentences.NotNow(back, now));
        if (expectedVersion is { } expected && expected != back.Version)
            return new Problem.Stale($"{back.Rma ?? $"Return {back.Number}"} changed while you were looking: {ReturnSentences.State(back)} Look at it again.");
        if (await act(db, book, back, now) is { } refused)
            return refused;
        if (back.ExchangeId is not null)
            (await ExchangeBook.Open(db, book.Order, book)).Received(back, actor, now);
        return Changed(book, back);
    }, cancel);
}
