using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Refunds;

/// <summary>What the provider sent, kept before anything else, and worked on afterwards: an event says where to look, and what is fetched from there is believed.</summary>
internal sealed class Inbox(OrdersDatabase database, ProviderNews news, CheckoutPages pages, RefundSignal signal, Failpoint failpoint, TimeProvider clock)
{
    private const int MostInOneRound = 200;

    /// <summary>Keeps an event; one that is there already changes nothing.</summary>
    public async Task<Result<Done>> Keep(StripeEvent told, byte[] body)
    {
        var subject = Subject(told);
        var kept = await database.Write<Done>(async db =>
        {
            if (await db.ProviderEvents.AnyAsync(each => each.Id == told.Id))
                return new Done();
            var now = clock.GetUtcNow();
            var kept = new ProviderEvent(told.Id, told.Type, subject, body, now);
            if (subject.Length == 0)
                kept.Processed(now);
            db.ProviderEvents.Add(kept);
            failpoint.Reach(Failpoint.BeforeEventCommit);
            return new Done();
        });
        failpoint.Reach(Failpoint.AfterEventCommit);
        if (kept.Problem is null)
            signal.Arrived();
        return kept;
    }

    /// <summary>Works on everything that is due; the number of events. Several about one thing need one look.</summary>
    public async Task<int> WorkOff(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await database.Read(db => db.ProviderEvents.Where(each => each.NextTryAt != null && each.NextTryAt <= now)
            .OrderBy(each => each.NextTryAt).Select(each => new { each.Id, each.ObjectId }).Take(MostInOneRound).ToListAsync(cancel));
        foreach (var subject in due.GroupBy(each => each.ObjectId, StringComparer.Ordinal))
        {
            var heard = IsSession(subject.Key) ? await pages.HearOne(subject.Key, cancel)
                : IsCharge(subject.Key) ? await news.HearAllOfCharge(subject.Key, cancel) : await news.HearOne(subject.Key, cancel);
            await Tick(subject.Select(each => each.Id).ToList(), heard);
        }
        return due.Count;
    }

    private Task<Result<Done>> Tick(List<string> ids, bool heard) => database.Write<Done>(async db =>
    {
        var now = clock.GetUtcNow();
        foreach (var each in await db.ProviderEvents.Where(each => ids.Contains(each.Id)).ToListAsync())
        {
            if (heard)
                each.Processed(now);
            else
                each.Failed(now);
        }
        return new Done();
    });

    private static string Subject(StripeEvent told) => told.Data?.Object?.Id is { } id && (told.Type.StartsWith("refund.", StringComparison.Ordinal) || told.Type.StartsWith("checkout.session.", StringComparison.Ordinal) || told.Type is "charge.refunded" or "charge.refund.updated") ? id : "";

    private static bool IsSession(string id) => id.StartsWith("cs_", StringComparison.Ordinal);

    private static bool IsCharge(string id) => id.StartsWith("ch_", StringComparison.Ordinal) || id.StartsWith("py_", StringComparison.Ordinal);
}
