using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Refunds;

/// <summary>Finds out what became of requests without a clear answer: sends the same again while the key is kept, looks into the provider's list, and only after a day, with nothing there, makes a new attempt.</summary>
internal sealed class RefundJanitor(OrdersDatabase database, StripeGateway stripe, RefundSender sender, ProviderNews news, RefundQueue queue, TimeProvider clock)
{
    private const int MostInOneRound = 50;

    /// <summary>Looks after everything that is due; the number of refunds.</summary>
    public async Task<int> LookAfterAll(CancellationToken cancel)
    {
        if (!stripe.IsConfigured)
            return 0;
        // Also while nothing may be sent: then it is a person's business more than ever.
        await TellOfOverdue(cancel);
        if (!queue.MaySend)
            return 0;
        var now = clock.GetUtcNow();
        var due = await database.Read(db => db.RefundAttempts
            .Where(attempt => attempt.Outcome == null && !attempt.Frozen && attempt.NextTryAt <= now)
            .OrderBy(attempt => attempt.NextTryAt).Select(attempt => attempt.RefundId).Take(MostInOneRound).ToListAsync(cancel));
        foreach (var id in due)
            await LookAfter(id, cancel);
        return due.Count;
    }

    private async Task TellOfOverdue(CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - RefundTimes.SendingTooLong;
        var untold = await database.Read(db => db.Refunds
            .Where(refund => (refund.State == RefundState.Sending || refund.State == RefundState.Unknown) && refund.StateSince <= since)
            .Where(refund => !db.MoneyTasks.Any(task => task.RefundId == refund.Id && task.ClosedAt == null))
            .Select(refund => refund.Id).Take(MostInOneRound).ToListAsync(cancel));
        foreach (var id in untold)
            (await database.Write<Done>(async db =>
            {
                var (book, refund) = await RefundSender.Open(db, id);
                book.Overdue(refund, clock.GetUtcNow());
                return new Done();
            }, cancel)).OrThrow();
    }

    private async Task LookAfter(Id<Refund> id, CancellationToken cancel)
    {
        if (!queue.Take(id))
            return;
        try
        {
            if (await Open(id) is { Post: true } again)
                await sender.Post(id, again.Request, cancel);
            if (await Open(id) is { } open && await news.HearAllOf(open.Request.PaymentIntent, cancel) && await Conclude(id, null) is { Missing: true } missing)
                await Conclude(id, await AmountRefunded(missing.PaymentIntent, cancel));
        }
        finally
        {
            queue.PutDown(id);
        }
    }

    /// <summary>The open attempt, or null when there is none any more.</summary>
    private Task<OpenRequest?> Open(Id<Refund> id) => database.Read(async db =>
    {
        var (book, refund) = await RefundSender.Open(db, id);
        return refund.OpenAttempt is { Frozen: false } attempt
            ? new OpenRequest(CommittedRequest.Of(attempt, book.PaymentOf(refund)), !attempt.StopPosting && clock.GetUtcNow() - attempt.FirstSentAt < RefundTimes.KeyIsKept)
            : null;
    });

    /// <summary>The list has been read and taken in: if the refund was in it, the attempt is closed; if not, what that means depends on its age.</summary>
    /// <param name="amountRefunded">What the charge says is refunded, in the provider's units, once that was asked.</param>
    private async Task<Verdict> Conclude(Id<Refund> id, long? amountRefunded) => (await database.Write<Verdict>(async db =>
    {
        var now = clock.GetUtcNow();
        var (book, refund) = await RefundSender.Open(db, id);
        if (refund.OpenAttempt is not { } attempt)
            return Verdict.Closed;
        if (now - attempt.FirstSentAt < RefundTimes.KeyIsForgotten)
        {
            if (attempt.NextTryAt <= now)
                attempt.WaitUntil(now + RefundTimes.BetweenLooks);
            return Verdict.Closed;
        }
        if (amountRefunded is null && (attempt.LastMissingAt is not { } last || now - last >= RefundTimes.BetweenLooks))
            attempt.Missing(now);
        attempt.WaitUntil(now + RefundTimes.BetweenLooks);
        if (attempt.TimesMissing < 2)
            return Verdict.Closed;
        if (amountRefunded is null)
            return new Verdict(Missing: true, book.PaymentOf(refund).IntentId!);
        if (amountRefunded == book.KnownAtProvider(refund))
            book.SendAnew(refund, now);
        else
            book.Contradict(refund, now);
        return Verdict.Closed;
    })).Match(verdict => verdict, _ => Verdict.Closed);

    private async Task<long?> AmountRefunded(string paymentIntent, CancellationToken cancel)
    {
        if (await stripe.GetPaymentIntent(paymentIntent, cancel) is not StripeAnswer<StripePaymentIntent>.Ok { Value.LatestCharge: { } charge })
            return null;
        return await stripe.GetCharge(charge, cancel) is StripeAnswer<StripeCharge>.Ok { Value: var found } ? found.AmountRefunded : null;
    }

    private sealed record OpenRequest(CommittedRequest Request, bool Post);

    private sealed record Verdict(bool Missing, string PaymentIntent)
    {
        public static readonly Verdict Closed = new(Missing: false, "");
    }
}
