using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>Reads orders for whoever may see them. An order of a site without a grant is not found.</summary>
public sealed class OrderQueries(OrdersDatabase database)
{
    public Task<Result<OrderView>> Get(Actor actor, Id<Order> id) => database.Read<Result<OrderView>>(async db =>
        (await db.FindOrder(id, actor, Permission.ViewOrders)).TryGet(out var order, out var problem)
            ? await OrderProjection.View(db, order, await Access.Of(db, actor))
            : problem);

    /// <summary>The orders with exactly this number, one per site at most, on the sites that the actor sees.</summary>
    public Task<IReadOnlyList<Id<Order>>> WithNumber(Actor actor, int number) => database.Read<IReadOnlyList<Id<Order>>>(async db =>
    {
        var sites = await VisibleSites(db, await Access.Of(db, actor));
        return await db.Orders.Where(order => sites.Contains(order.SiteId) && order.Number == number).Select(order => order.Id).ToListAsync();
    });

    public Task<Result<OrderListView>> List(Actor actor, OrderListQuery query) => database.Read<Result<OrderListView>>(async db =>
    {
        if (query.Limit is < 1 or > OrderListQuery.MostPerPage)
            return new Problem.Invalid("limit", $"The limit must be from 1 to {OrderListQuery.MostPerPage}.");
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ViewOrders) is { } forbidden)
            return forbidden;

        var visible = await VisibleSites(db, access);
        var all = visible.Count == await db.Sites.CountAsync();
        if (!OrderListPage.TryReadCursor(query, out var cursor))
            return new Problem.Invalid("cursor", "This page's address is not complete. Start again from the first page.");

        var chosen = await OrderListPage.Sites(db, query, visible);
        var matching = OrderListPage.Filter(db, query, chosen, everySite: all && chosen.Count == visible.Count);
        var page = await OrderListPage.Load(db, matching, query, cursor);
        var counts = OrderListPage.Count(await db.Tallies.Where(tally => visible.Contains(tally.SiteId)).ToListAsync());
        var total = query.IsFiltered ? await matching.Take(OrderListView.MostCounted).CountAsync() : counts.GetValueOrDefault(query.Tab, counts[OrderTab.All]);
        return new OrderListView(page.Items, page.Newer, page.Older, counts, total);
    });

    /// <summary>How many orders wait in each tab, for the navigation.</summary>
    public Task<IReadOnlyDictionary<OrderTab, int>> Counts(Actor actor) => database.Read(async db =>
    {
        var visible = await VisibleSites(db, await Access.Of(db, actor));
        return OrderListPage.Count(await db.Tallies.Where(tally => visible.Contains(tally.SiteId)).ToListAsync());
    });

    public Task<OrderFilterChoices> Choices(Actor actor) => database.Read(async db =>
    {
        var access = await Access.Of(db, actor);
        var visible = await VisibleSites(db, access);
        var sites = await db.Sites.Where(site => visible.Contains(site.Id)).OrderBy(site => site.Name).Select(SiteQueries.AsView).ToListAsync();
        var channels = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var tags = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var site in visible)
        {
            channels.UnionWith(await DistinctNames.Channels(db, site));
            tags.UnionWith(await DistinctNames.Tags(db, site));
        }
        return new OrderFilterChoices(sites, [.. channels], [.. tags]);
    });

    /// <summary>The carrier of the site's newest shipment, which the next one probably takes too.</summary>
    public Task<string?> LastCarrier(Actor actor, Id<Site> siteId) => database.Read(async db =>
        (await Access.Of(db, actor)).Sees(siteId)
            ? await db.Fulfillments.OrderByDescending(each => each.Id)
                .Where(each => each.RequestKey != null && db.Orders.Any(order => order.Id == each.OrderId && order.SiteId == siteId))
                .Select(each => each.Carrier).FirstOrDefaultAsync()
            : null);

    private static async Task<List<Id<Site>>> VisibleSites(OrdersContext db, Access access) =>
        access.EverySite ? await db.Sites.Select(site => site.Id).ToListAsync() : [.. access.Sites];
}
