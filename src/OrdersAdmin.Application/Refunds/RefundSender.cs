using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Sends what is approved: the attempt, its key and its bytes are committed first, then posted, then the answer is taken in.</summary>
internal sealed class RefundSender(OrdersDatabase database, StripeGateway stripe, ProviderNews news, RefundQueue queue, Failpoint failpoint, TimeProvider clock)
{
    private const int AtOnce = 8;
    private const int MostInOneRound = 64;

    /// <summary>Sends everything that waits; the number of refunds that were taken up.</summary>
    public async Task<int> SendApproved(CancellationToken cancel)
    {
        if (!stripe.IsConfigured || !queue.MaySend)
            return 0;
        var waiting = await database.Read(db => db.Refunds.Where(refund => refund.State == RefundState.Approved)
            .OrderBy(refund => refund.RequestedAt).Select(refund => refund.Id).Take(MostInOneRound).ToListAsync(cancel));
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, stop) => await Send(id, stop));
        return waiting.Count;
    }

    public async Task Send(Id<Refund> id, CancellationToken cancel)
    {
        if (!queue.Take(id))
            return;
        try
        {
            if ((await Prepare(id)).TryGet(out var request, out _) && request.Key.Length > 0)
                await Post(id, request, cancel);
        }
        finally
        {
            queue.PutDown(id);
        }
    }

    /// <summary>Posts a committed attempt, for the first time or again, and takes the answer in. The caller holds the refund in the queue.</summary>
    public async Task Post(Id<Refund> id, CommittedRequest request, CancellationToken cancel)
    {
        failpoint.Reach(Failpoint.BeforePost);
        var answer = await stripe.CreateRefund(request.Key, request.Body, cancel);
        failpoint.Reach(Failpoint.AfterPost);
        if (answer is StripeAnswer<StripeRefund>.Paused(var code))
            queue.Pause(code);
        else if (answer is not StripeAnswer<StripeRefund>.Unclear)
            queue.Resume();
        // Stripe may say no because too much is refunded already, perhaps by this very refund: what it has is read before any no is believed.
        var no = answer switch { StripeAnswer<StripeRefund>.Contested(var contested) => contested, StripeAnswer<StripeRefund>.Refused(var refused) => refused, _ => null };
        if (no is not null && !await news.HearAllOf(request.PaymentIntent, cancel))
            answer = new StripeAnswer<StripeRefund>.Unclear(no, StopPosting: false);
        await TakeIn(id, answer, no);
        failpoint.Reach(Failpoint.AfterAnswerCommit);
    }

    private Task<Result<CommittedRequest>> Prepare(Id<Refund> id) => database.Write<CommittedRequest>(async db =>
    {
        var (book, refund) = await Open(db, id);
        if (refund.State != RefundState.Approved)
            return new Problem.Refused("It is not waiting to be sent.");
        var approver = refund.ApprovedById is { } person ? await Access.Of(db, Actor.Staff(person, "")) : null;
        var attempt = book.Send(refund, approver is not null && approver.Sees(refund.SiteId) && approver.May(Permission.ApproveRefunds), clock.GetUtcNow());
        failpoint.Reach(Failpoint.BeforeAttemptCommit);
        return attempt is null ? CommittedRequest.None : CommittedRequest.Of(attempt, book.PaymentOf(refund));
    });

    private Task<Result<Done>> TakeIn(Id<Refund> id, StripeAnswer<StripeRefund> answer, string? no) => database.Write<Done>(async db =>
    {
        var now = clock.GetUtcNow();
        var (book, refund) = await Open(db, id);
        switch (answer)
        {
            case StripeAnswer<StripeRefund>.Ok { Value: var peer }:
                await book.Hear(peer, book.PaymentOf(refund), now);
                if (refund.OpenAttempt is not null)
                    book.Freeze(refund, "answered_with_another_refund", now);
                break;
            case StripeAnswer<StripeRefund>.Paused:
                RefundBook.Pause(refund, now);
                break;
            case StripeAnswer<StripeRefund>.KeyReused(var code):
                book.Freeze(refund, code, now);
                break;
            case StripeAnswer<StripeRefund>.Unclear(var code, var stop):
                book.NoAnswer(refund, code, stop, now);
                break;
            case StripeAnswer<StripeRefund>.Contested or StripeAnswer<StripeRefund>.Refused:
                book.Reject(refund, no!, now);
                break;
        }
        failpoint.Reach(Failpoint.BeforeAnswerCommit);
        return new Done();
    }, CancellationToken.None);

    internal static async Task<(RefundBook Book, Refund Refund)> Open(OrdersContext db, Id<Refund> id)
    {
        var orderId = await db.Refunds.Where(refund => refund.Id == id).Select(refund => refund.OrderId).SingleAsync();
        var book = await RefundBook.Open(db, (await db.FindOrder(orderId, ProviderNews.Worker, Permission.ViewOrders)).OrThrow());
        return (book, book.Refunds.First(refund => refund.Id == id));
    }
}

/// <summary>A request that is on disk: its key and bytes are fixed for ever.</summary>
internal sealed record CommittedRequest(string Key, byte[] Body, string PaymentIntent)
{
    /// <summary>Nothing is to be sent.</summary>
    public static readonly CommittedRequest None = new("", [], "");

    public static CommittedRequest Of(RefundAttempt attempt, Payment payment) => new(attempt.Key, attempt.Body, payment.IntentId!);
}
