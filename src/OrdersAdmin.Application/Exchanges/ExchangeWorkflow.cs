using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Exchanges;

/// <summary>Taking units back and sending others instead: one decision for both halves. Goods are received by the return, the replacement ships by the ordinary fulfillment.</summary>
public sealed partial class ExchangeWorkflow
{
    internal const string Missing = "There is no such exchange.";
    private readonly OrdersDatabase database;
    private readonly StripeGateway stripe;
    private readonly RefundSignal signal;
    private readonly ReturnWorkflow returns;
    private readonly TimeProvider clock;

    internal ExchangeWorkflow(OrdersDatabase database, StripeGateway stripe, RefundSignal signal, ReturnWorkflow returns, TimeProvider clock) =>
        (this.database, this.stripe, this.signal, this.returns, this.clock) = (database, stripe, signal, returns, clock);

    /// <summary>What the exchange would come to. Changes nothing.</summary>
    public Task<Result<ExchangeQuote>> Quote(Actor actor, Id<Order> orderId, IReadOnlyList<ExchangeItem> items) => database.Read<Result<ExchangeQuote>>(async db =>
    {
        if (!(await db.FindOrder(orderId, actor, Permission.HandleReturns)).TryGet(out var order, out var problem))
            return problem;
        var priced = await ExchangeRequests.Price(db, await ReturnBook.Open(db, order), items);
        var lines = priced.TryGet(out var found, out var wrong) ? found : [];
        var parts = ExchangePricing.Parts(lines, order);
        var difference = new Money(parts.Sum(part => part.Amount.Minor), order.Currency);
        return new ExchangeQuote(order.Id, order.Version, difference, ExchangeSentences.Difference(difference), parts, wrong);
    });

    /// <summary>Asks for an exchange. The return policy counts as it does for a return. The same key makes one exchange.</summary>
    public Task<Result<ExchangeChanged>> Request(Actor actor, Id<Order> orderId, RequestExchange command, CancellationToken cancel = default) => database.Write<ExchangeChanged>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.HandleReturns)).TryGet(out var order, out var problem))
            return problem;
        var book = await ExchangeBook.Open(db, order);
        if (Text.Clean(command.RequestKey) is { } key && book.Exchanges.FirstOrDefault(each => each.RequestKey == key) is { } made)
            return Changed(book, made);
        if (await db.CheckFresh(order, command.ExpectedVersion, now) is { } stale)
            return stale;
        var items = command.Items.Select(item => new ReturnItem(item.LineItemId, item.Quantity)).ToList();
        if (!(await ReturnRequests.Check(db, book.Returns, actor, items, command.Reason, command.Note, command.OverrideReason, command.RequestKey, now)).TryGet(out var request, out var wrong))
            return wrong;
        if (!(await ExchangeRequests.Price(db, book.Returns, command.Items)).TryGet(out var lines, out var unfit))
            return unfit;
        var exchange = book.Request(request, lines, actor, now);
        if (!command.Approve)
            return Changed(book, exchange);
        return await Approve(db, book, exchange, command.Notify, actor, now) is { } refused ? refused : Changed(book, exchange);
    }, cancel);

    /// <summary>Keeps the replacement on the shelf and expects the goods; refused when the replacement was sold out meanwhile.</summary>
    public Task<Result<ExchangeChanged>> Approve(Actor actor, Id<Exchange> id, ApproveExchange command, CancellationToken cancel = default) =>
        OnExchange(actor, id, Permission.HandleReturns, command.ExpectedVersion, ExchangeAction.Approve,
            (db, book, exchange, now) => Approve(db, book, exchange, command.Notify, actor, now), cancel);

    public Task<Result<ExchangeChanged>> Reject(Actor actor, Id<Exchange> id, RejectExchange command, CancellationToken cancel = default) =>
        OnExchange(actor, id, Permission.HandleReturns, command.ExpectedVersion, ExchangeAction.Reject, async (db, book, exchange, now) =>
        {
            if (!ReturnWorkflow.Rejection(command.Reason, command.CustomerSentence).TryGet(out var why, out var wrong))
                return wrong;
            if (book.Reject(exchange, why.Reason, why.Sentence, actor, now).Problem is { } refused)
                return refused;
            await ReturnLetters.Rejected(db, book.Order, book.GoodsOf(exchange), now);
            return null;
        }, cancel);

    /// <summary>Takes it back, as long as no replacement has left; what the customer paid is refunded before. Goods that have come stay a return by itself.</summary>
    public Task<Result<ExchangeChanged>> Cancel(Actor actor, Id<Exchange> id, int? expectedVersion, CancellationToken cancel = default) =>
        OnExchange(actor, id, Permission.HandleReturns, expectedVersion, ExchangeAction.Cancel,
            async (_, book, exchange, now) => (await book.Cancel(exchange, actor, now)).Problem, cancel);

    /// <summary>Counts in what came, by the return that the goods are; the version in the command is the return's.</summary>
    public async Task<Result<ExchangeChanged>> Receive(Actor actor, Id<Exchange> id, ReceiveReturn command, CancellationToken cancel = default)
    {
        var found = await database.Read(db => ExchangeQueries.Find(db, id, actor, Permission.ReceiveReturns));
        if (!found.TryGet(out var here, out var problem))
            return problem;
        if ((await returns.Receive(actor, here.Exchange.ReturnId, command, cancel)).Problem is { } refused)
            return refused;
        return await database.Read<Result<ExchangeChanged>>(async db => Changed((await ExchangeQueries.Find(db, id, actor, Permission.ReceiveReturns)).OrThrow()));
    }

    /// <summary>The customer may keep what has not come; managers only, and recorded.</summary>
    public Task<Result<ExchangeChanged>> WaiveGoods(Actor actor, Id<Exchange> id, string reason, int? expectedVersion, CancellationToken cancel = default) =>
        OnExchange(actor, id, Permission.OverrideReturnPolicy, expectedVersion, ExchangeAction.Receive, (_, book, exchange, now) => Task.FromResult(
            Why(reason).TryGet(out var why, out var wrong) ? book.WaiveGoods(exchange, why, actor, now).Problem : wrong), cancel);

    private static async Task<Problem?> Approve(OrdersContext db, ExchangeBook book, Exchange exchange, bool notify, Actor actor, DateTimeOffset now)
    {
        if ((await book.Approve(exchange, actor, now)).Problem is { } refused)
            return refused;
        if (notify)
            await ReturnLetters.Approved(db, book.Returns, book.GoodsOf(exchange), now);
        return null;
    }

    private Task<Result<ExchangeChanged>> OnExchange(
        Actor actor, Id<Exchange> id, Permission permission, int? expectedVersion, ExchangeAction action,
        Func<OrdersContext, ExchangeBook, Exchange, DateTimeOffset, Task<Problem?>> act, CancellationToken cancel) => database.Write<ExchangeChanged>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await ExchangeQueries.Find(db, id, actor, permission)).TryGet(out var found, out var problem))
            return problem;
        var (book, exchange) = found;
        // Before the version: who came too late wants to know who was first.
        if (!ExchangeTransitions.Table.Permits(exchange.Status, action))
            return new Problem.Refused(ExchangeSentences.NotNow(exchange, now));
        if (expectedVersion is { } expected && expected != exchange.Version)
            return new Problem.Stale($"Exchange {exchange.Number} changed while you were looking: {ExchangeSentences.State(exchange)} Look at it again.");
        return await act(db, book, exchange, now) is { } refused ? refused : Changed(found);
    }, cancel);

    private static Result<string> Why(string reason) => Text.Clean(reason) is { Length: <= ReturnRequests.LongestNote } why
        ? why
        : new Problem.Invalid("reason", $"Say why, in at most {ReturnRequests.LongestNote:#,0} characters.");

    private ExchangeChanged Changed((ExchangeBook Book, Exchange Exchange) found) => Changed(found.Book, found.Exchange);

    private ExchangeChanged Changed(ExchangeBook book, Exchange exchange) => new(
        exchange.Id, exchange.Status, exchange.Version, book.Order.Version, book.GoodsOf(exchange).Rma,
        exchange.HoldsBack ? exchange.Payments.LastOrDefault(payment => payment.IsOpen(clock.GetUtcNow()))?.Url : null);
}
