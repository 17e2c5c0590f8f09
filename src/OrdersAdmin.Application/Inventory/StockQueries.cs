using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Inventory;

/// <summary>Reads stock for whoever may see it.</summary>
public sealed class StockQueries(OrdersDatabase database)
{
    internal const string Missing = "There is no such variant.";
    private const int MostMovements = 100;

    /// <summary>A variant with its newest movements.</summary>
    /// <param name="before">Goes on where a page of movements ended: <see cref="VariantView.Older"/>.</param>
    public Task<Result<VariantView>> Get(Actor actor, Id<Variant> id, int? before = null) => database.Read<Result<VariantView>>(async db =>
    {
        if (await db.Variants.SingleOrDefaultAsync(each => each.Id == id) is not { } variant)
            return new Problem.NotFound(Missing);
        var access = await Access.Of(db, actor);
        return access.Check(Permission.ViewOrders, variant.SiteId, Missing) is { } problem ? problem : await View(db, variant, access, before);
    });

    /// <summary>Variants by SKU.</summary>
    public Task<Result<StockListView>> List(Actor actor, StockListQuery query) => database.Read<Result<StockListView>>(async db =>
    {
        if (query.Limit is < 1 or > StockListQuery.MostPerPage)
            return new Problem.Invalid("limit", $"The limit must be from 1 to {StockListQuery.MostPerPage}.");
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ViewOrders) is { } forbidden)
            return forbidden;
        if (!StockCursor.TryRead(query.Cursor, out var cursor))
            return new Problem.Invalid("cursor", "This page's address is not complete. Start again from the first page.");
        var seen = db.Variants.Where(variant => access.EverySite || access.Sites.Contains(variant.SiteId));
        var (rows, newer, older) = await StockListPage.Load(db, StockListPage.Filter(db, seen, query), cursor, query.Limit);
        return new StockListView(rows, newer, older, await StockListPage.Low(seen).CountAsync());
    });

    internal static async Task<VariantView> View(OrdersContext db, Variant variant, Access access, int? before = null)
    {
        var site = await db.Sites.Where(each => each.Id == variant.SiteId).Select(SiteQueries.AsView).SingleAsync();
        var movements = await (from movement in db.StockMovements
                               where movement.VariantId == variant.Id && (before == null || movement.Number < before)
                               orderby movement.Number descending
                               select new StockMovementView(
                                   movement.Number, movement.At, movement.Kind, movement.OnHand, movement.Reserved, movement.Quarantined,
                                   movement.OnHandAfter, movement.ReservedAfter, movement.QuarantinedAfter, movement.ActorKind, movement.ActorName, movement.Reason,
                                   movement.OrderId, db.Orders.Where(order => order.Id == movement.OrderId).Select(order => (int?)order.Number).FirstOrDefault(),
                                   movement.ReturnId, db.Returns.Where(back => back.Id == movement.ReturnId).Select(back => back.Rma).FirstOrDefault(), movement.Overridden))
            .Take(MostMovements + 1).ToListAsync();
        var page = movements.Take(MostMovements).ToList();
        return new VariantView(
            variant.Id, variant.Version, variant.Sku, variant.Name, variant.ProductId, site, new(variant.Price, variant.Currency),
            variant.OnHand, variant.Reserved, variant.Quarantined, variant.Available, variant.Available <= StockListQuery.LowAt && variant.DeletedAt is null, variant.DeletedAt is not null,
            page, movements.Count > MostMovements ? page[^1].Number : null, Acts(variant, access));
    }

    private static List<StockAct> Acts(Variant variant, Access access)
    {
        if (!access.May(Permission.AdjustStock))
            return [];
        List<StockAct> acts = [StockAct.Adjust];
        if (variant.Quarantined > 0)
            acts.Add(StockAct.SettleQuarantine);
        if (variant is { DeletedAt: null, Reserved: 0 })
            acts.Add(StockAct.Delete);
        return acts;
    }
}
