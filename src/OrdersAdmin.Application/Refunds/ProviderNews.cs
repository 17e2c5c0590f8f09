using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Takes in what was fetched from the provider, each refund in one change. Whoever fetched it, and how often, makes no difference.</summary>
internal sealed class ProviderNews(OrdersDatabase database, StripeGateway stripe, Failpoint failpoint, TimeProvider clock)
{
    internal static readonly Actor Worker = Actor.System("OrdersAdmin");

    /// <summary>NotFound when the payment is none of ours: another system may use the same account.</summary>
    public async Task<Result<Done>> Hear(StripeRefund peer)
    {
        var heard = await database.Write<Done>(async db =>
        {
            if (await Locate(db, peer) is not { } place)
                return new Problem.NotFound("This payment is not of this shop.");
            var order = (await db.FindOrder(place.OrderId, Worker, Permission.ViewOrders)).OrThrow();
            var book = await RefundBook.Open(db, order);
            await book.Hear(peer, order.Payments.First(payment => payment.Id == place.PaymentId), clock.GetUtcNow());
            failpoint.Reach(Failpoint.BeforeNewsCommit);
            return new Done();
        });
        failpoint.Reach(Failpoint.AfterNewsCommit);
        return heard;
    }

    /// <summary>Reads all refunds of a payment and takes them in. False when the provider did not answer.</summary>
    public async Task<bool> HearAllOf(string paymentIntent, CancellationToken cancel) => await HearAll(await stripe.ListRefunds(paymentIntent, cancel));

    public async Task<bool> HearAllOfCharge(string charge, CancellationToken cancel) => await HearAll(await stripe.ListRefundsOfCharge(charge, cancel));

    public async Task<bool> HearAllSince(DateTimeOffset since, CancellationToken cancel) => await HearAll(await stripe.ListRefundsSince(since, cancel));

    /// <summary>False when the provider did not answer, so that it has to be asked again.</summary>
    public async Task<bool> HearOne(string id, CancellationToken cancel)
    {
        var answer = await stripe.GetRefund(id, cancel);
        return answer is StripeAnswer<StripeRefund>.Ok { Value: var peer } ? await Hear(peer) is { Problem: null or Problem.NotFound } : answer is StripeAnswer<StripeRefund>.Refused;
    }

    private async Task<bool> HearAll(StripeAnswer<IReadOnlyList<StripeRefund>> answer)
    {
        if (answer is not StripeAnswer<IReadOnlyList<StripeRefund>>.Ok { Value: var refunds })
            return answer is StripeAnswer<IReadOnlyList<StripeRefund>>.Refused;
        // The oldest first, as they happened.
        foreach (var peer in refunds.Reverse())
            if ((await Hear(peer)).Problem is { } problem and not Problem.NotFound)
                return problem is not Problem.Busy;
        return true;
    }

    private static async Task<Place?> Locate(OrdersContext db, StripeRefund peer)
    {
        if (await db.ProviderRefunds.Where(mirror => mirror.Id == peer.Id)
            .Join(db.Set<Payment>(), mirror => mirror.PaymentId, payment => payment.Id, (_, payment) => new Place(payment.OrderId, payment.Id)).SingleOrDefaultAsync() is { } known)
            return known;
        if (Id<Refund>.TryParse(peer.OurId, null, out var id)
            && await db.Refunds.Where(refund => refund.Id == id).Select(refund => new Place(refund.OrderId, refund.PaymentId)).SingleOrDefaultAsync() is { } ours)
            return ours;
        return peer.PaymentIntent is { } intent
            ? await db.Set<Payment>().Where(payment => payment.IntentId == intent).OrderBy(payment => payment.Id).Select(payment => new Place(payment.OrderId, payment.Id)).FirstOrDefaultAsync()
            : null;
    }

    private sealed record Place(Id<Order> OrderId, Id<Payment> PaymentId);
}
