using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Exchanges;

public sealed partial class ExchangeWorkflow
{
    /// <summary>Makes a page at the payment provider on which the customer pays the difference, and writes its address to them. While one is open it stays the same page.</summary>
    /// <param name="thanks">Where the customer comes back to; absolute.</param>
    public async Task<Result<ExchangeChanged>> AskForPayment(Actor actor, Id<Exchange> id, Uri thanks, int? expectedVersion, CancellationToken cancel = default)
    {
        if (!stripe.IsConfigured)
            return new Problem.Refused("This shop has no key for the payment provider, so nobody can pay. An owner sets OrdersAdmin:Stripe:SecretKey.");
        var number = 0;
        var asked = await OnExchange(actor, id, Permission.HandleReturns, expectedVersion, ExchangeAction.Settle, (_, book, exchange, now) =>
        {
            if (!exchange.HoldsBack)
                return Task.FromResult<Problem?>(new Problem.Refused(exchange.Difference > 0 ? "The difference is settled already." : "The customer owes nothing."));
            var open = exchange.Payments.LastOrDefault(payment => payment.IsOpen(now));
            number = open?.Number ?? exchange.Payments.Count + 1;
            return Task.FromResult(open is null ? book.Ask(exchange, CheckoutPages.Prepare(exchange, book.Order, number, thanks, now), actor, now).Problem : null);
        }, cancel);
        if (!asked.TryGet(out var changed, out var problem) || changed.PaymentUrl is not null)
            return problem is null ? asked : problem;
        // Committed by now: whatever happens to the request, the same page is asked for again.
        return await new CheckoutPages(database, stripe, clock).Open(id, number, cancel) is { } failed
            ? failed
            : await database.Read<Result<ExchangeChanged>>(async db => Changed((await ExchangeQueries.Find(db, id, actor, Permission.HandleReturns)).OrThrow()));
    }

    /// <summary>Lets the customer off the difference; managers only, and recorded.</summary>
    public Task<Result<ExchangeChanged>> WaiveDifference(Actor actor, Id<Exchange> id, string reason, int? expectedVersion, CancellationToken cancel = default) =>
        OnExchange(actor, id, Permission.OverrideReturnPolicy, expectedVersion, ExchangeAction.Settle, (_, book, exchange, now) => Task.FromResult(
            Why(reason).TryGet(out var why, out var wrong) ? book.WaiveDifference(exchange, why, actor, now).Problem : wrong), cancel);

    /// <summary>Gives the customer back what the shop owes, by a refund like any other: its limits count, and a second person may have to decide.</summary>
    public async Task<Result<ExchangeChanged>> RefundDifference(Actor actor, Id<Exchange> id, int? expectedVersion, CancellationToken cancel = default)
    {
        var result = await OnExchange(actor, id, Permission.RequestRefunds, expectedVersion, ExchangeAction.Settle, (db, book, exchange, now) => Refund(db, book, exchange, actor, now), cancel);
        if (result.Problem is null)
            signal.Wake();
        return result;
    }

    private async Task<Problem?> Refund(OrdersContext db, ExchangeBook book, Exchange exchange, Actor actor, DateTimeOffset now)
    {
        if (exchange.Difference >= 0)
            return new Problem.Refused("We owe the customer nothing.");
        if (!ExchangeProjection.RefundIsDue(exchange, book.Returns.Refunds))
            return new Problem.Refused("Its refund was requested already.");
        if (!stripe.IsConfigured)
            return new Problem.Refused("This shop has no key for the payment provider, so it cannot refund. An owner sets OrdersAdmin:Stripe:SecretKey.");
        var refunds = await RefundBook.Open(db, book.Order);
        if (!new RefundAmounts(book.Order, refunds.Refunds).Of(new RefundChoice { Amount = -exchange.Difference }).TryGet(out var sum, out var impossible))
            return impossible;
        var rules = await Rules.Of(db, actor, book.Order, now);
        var intent = new RefundIntent($"Price difference of exchange {exchange.Number}", "requested_by_customer", null, Restock: false, Notify: book.Order.BuyerEmail is not null, RequestKey: null);
        book.HandToRefund(exchange, refunds.Request(sum, intent, rules.WhyApproval(sum.Total), actor, now).Id, actor, now);
        return null;
    }
}
