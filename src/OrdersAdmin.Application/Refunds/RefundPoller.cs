using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Refunds;

/// <summary>Reads refunds again that may still change, for the case that no webhook comes: what is not final often, what succeeded daily for 35 days.</summary>
internal sealed class RefundPoller(OrdersDatabase database, StripeGateway stripe, ProviderNews news, TimeProvider clock)
{
    private const int MostInOneRound = 100;
    private static readonly TimeSpan AfterSilence = TimeSpan.FromMinutes(5);

    /// <summary>Reads everything that is due; the number of refunds.</summary>
    public async Task<int> PollAll(CancellationToken cancel)
    {
        if (!stripe.IsConfigured)
            return 0;
        var now = clock.GetUtcNow();
        var due = await database.Read(db => db.ProviderRefunds.Where(mirror => mirror.NextCheckAt != null && mirror.NextCheckAt <= now)
            .OrderBy(mirror => mirror.NextCheckAt).Select(mirror => new Due(mirror.Id, mirror.RefundId)).Take(MostInOneRound).ToListAsync(cancel));
        foreach (var each in due)
        {
            await news.HearOne(each.Id, cancel);
            await Afterwards(each);
        }
        return due.Count;
    }

    private Task<Result<Done>> Afterwards(Due each) => database.Write<Done>(async db =>
    {
        var now = clock.GetUtcNow();
        var mirror = await db.ProviderRefunds.SingleAsync(found => found.Id == each.Id);
        // Still due: the provider did not answer.
        if (mirror.NextCheckAt <= now)
            mirror.NextCheckAt = now + AfterSilence;
        if (each.RefundId is { } id)
        {
            var (book, refund) = await RefundSender.Open(db, id);
            book.Overdue(refund, now);
        }
        return new Done();
    });

    private sealed record Due(string Id, Id<Refund>? RefundId);
}
