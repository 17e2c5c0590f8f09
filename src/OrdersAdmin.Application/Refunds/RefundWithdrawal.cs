using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Takes back a refund that waits for the customer at the payment provider. The provider decides; its answer is taken in like any other news.</summary>
public sealed class RefundWithdrawal
{
    private readonly OrdersDatabase database;
    private readonly StripeGateway stripe;
    private readonly ProviderNews news;
    private readonly TimeProvider clock;

    internal RefundWithdrawal(OrdersDatabase database, StripeGateway stripe, ProviderNews news, TimeProvider clock) =>
        (this.database, this.stripe, this.news, this.clock) = (database, stripe, news, clock);

    /// <summary>Refused in any other state; GatewayFailed when the provider did not do it, and then nothing has changed.</summary>
    public async Task<Result<Done>> Withdraw(Actor actor, Id<Refund> refundId, CancellationToken cancel = default)
    {
        if (!(await database.Write<string>(db => Ask(db, actor, refundId), cancel)).TryGet(out var provider, out var problem))
            return problem;
        return await stripe.CancelRefund(provider, cancel) switch
        {
            StripeAnswer<StripeRefund>.Ok { Value: var peer } => await news.Hear(peer),
            StripeAnswer<StripeRefund>.Refused => new Problem.GatewayFailed("The payment provider does not take it back any more. Check the refund to see where it stands."),
            _ => new Problem.GatewayFailed("The payment provider did not answer clearly. Check the refund in a moment."),
        };
    }

    /// <summary>Writes down who asks, and answers the provider's id.</summary>
    private async Task<Result<string>> Ask(OrdersContext db, Actor actor, Id<Refund> id)
    {
        const string missing = "There is no such refund.";
        if (await db.Refunds.Where(refund => refund.Id == id).Select(refund => new { refund.OrderId }).SingleOrDefaultAsync() is not { } found)
            return new Problem.NotFound(missing);
        if (!(await db.FindOrder(found.OrderId, actor, Permission.RequestRefunds)).TryGet(out var order, out var problem))
            return problem is Problem.NotFound ? new Problem.NotFound(missing) : problem;
        var (book, now) = (await RefundBook.Open(db, order), clock.GetUtcNow());
        var refund = book.Refunds.First(each => each.Id == id);
        if (refund.State != RefundState.RequiresAction || book.Mirrors.FirstOrDefault(mirror => mirror.RefundId == id) is not { } mirror)
            return new Problem.Refused(RefundSentences.NotNow(refund, now));
        book.AskBack(refund, actor, now);
        return mirror.Id;
    }
}
