using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Channels;

/// <summary>Brings a file of orders into a site, or only says what would happen.</summary>
public sealed class ImportFile(OrdersDatabase database, IntakeWorkflow intake, TimeProvider clock)
{
    private const int AtOnce = 256;

    /// <summary>Imports what is right and reports what is wrong; orders that are here already stay as they are. Reports progress in orders read.</summary>
    /// <param name="dryRun">True reads and checks everything and keeps nothing.</param>
    public async Task<Result<ImportReport>> Import(
        Actor actor, Id<Site> siteId, Stream file, bool dryRun = false, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        if (await Forbidden(actor, siteId) is { } forbidden)
            return forbidden;
        var report = new ImportReport();
        var waiting = new List<OrderFileEntry>(AtOnce);
        await foreach (var entry in OrderFile.Entries(file, cancel))
        {
            waiting.Add(entry);
            if (waiting.Count == AtOnce)
                await TakeIn();
        }
        await TakeIn();
        return report;

        async Task TakeIn()
        {
            var taken = dryRun ? await Rehearse(actor, siteId, waiting) : await Bring(actor, siteId, waiting, cancel);
            report = waiting.Zip(taken).Aggregate(report, (sum, each) => sum.And(each.First, each.Second));
            waiting.Clear();
            progress?.Report(report.Orders);
        }
    }

    private Task<Problem?> Forbidden(Actor actor, Id<Site> siteId) => database.Read(async db =>
        (await Access.Of(db, actor)).Check(Permission.ImportOrders, siteId, "There is no such site.")
        ?? (await db.Sites.AnyAsync(site => site.Id == siteId) ? null : new Problem.NotFound("There is no such site.")));

    private async Task<IReadOnlyList<Result<bool>>> Bring(Actor actor, Id<Site> siteId, List<OrderFileEntry> entries, CancellationToken cancel)
    {
        var orders = entries.Where(entry => entry.Intake.Problem is null).Select(entry => entry.Intake.OrThrow());
        var taken = new Queue<Result<TakenIn>>(await intake.TakeInAll(actor, siteId, orders, null, cancel));
        return entries.ConvertAll(entry => entry.Intake.Problem is { } problem
            ? problem
            : taken.Dequeue().Match<Result<bool>>(each => each.AlreadyHere, refused => refused));
    }

    private Task<IReadOnlyList<Result<bool>>> Rehearse(Actor actor, Id<Site> siteId, List<OrderFileEntry> entries) => database.Read<IReadOnlyList<Result<bool>>>(async db =>
    {
        var site = await db.Sites.SingleAsync(each => each.Id == siteId);
        var results = new List<Result<bool>>();
        foreach (var entry in entries)
            results.Add(entry.Intake.TryGet(out var order, out var problem) ? await Try(order) : problem);
        return results;

        async Task<Result<bool>> Try(IntakeOrder order)
        {
            if (IntakeRules.Check(order) is { } wrong)
                return wrong;
            if (order.ExternalOrderReference is { } reference
                && await db.Orders.AnyAsync(each => each.SiteId == siteId && each.ChannelName == order.ChannelName && each.ExternalReference == reference))
                return true;
            // Placed only in memory: the reader's context writes nothing.
            return Order.Place(order, site, 0, null, new Dictionary<string, Variant>(StringComparer.Ordinal), actor, clock.GetUtcNow())
                .Match<Result<bool>>(_ => false, refused => refused);
        }
    });
}
