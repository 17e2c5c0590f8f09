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
            ? await OrderProjection.View(db, order, await Access.Of(db, actor), actor)
            : problem);

    /// <summary>The order as programs read it.</summary>
    public Task<Result<OrderDocument>> Document(Actor actor, Id<Order> id) => database.Read<Result<OrderDocument>>(async db =>
        (await db.FindOrder(id, actor, Permission.ViewOrders)).TryGet(out var order, out var problem)
            ? await OrderDocuments.Of(db, order, await Access.Of(db, actor), actor)
            : problem);

    /// <summary>A page of orders as programs read them, newest first.</summary>
    /// <param name="after">The place at which the page before ended.</param>
    public Task<Result<OrderDocumentPage>> Documents(Actor actor, OrderListQuery query, long? after = null) => database.Read<Result<OrderDocumentPage>>(async db =>
    {
        if (query.Limit is < 1 or > OrderListQuery.MostPerPage)
            return new Problem.Invalid("limit", $"The limit must be from 1 to {OrderListQuery.MostPerPage}.");
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ViewOrders) is { } forbidden)
            return forbidden;
        var (filter, tallies) = await Filter(db, access, query);
        var (places, more) = await OrderListPage.Following(db, filter, after, tallies);
        var orders = await db.WholeOrders(places);
        return new OrderDocumentPage(await OrderDocuments.Of(db, orders, access, actor), more ? places[^1] : null);
    });

    /// <summary>The orders with exactly this number, one per site at most, on the sites that the actor sees.</summary>
    public Task<IReadOnlyList<Id<Order>>> WithNumber(Actor actor, int number, string? siteSlug = null) => database.Read<IReadOnlyList<Id<Order>>>(async db =>
    {
        var sites = await VisibleSites(db, await Access.Of(db, actor));
        return await db.Orders.Where(order => sites.Contains(order.SiteId) && order.Number == number && (siteSlug == null || db.Sites.Any(site => site.Id == order.SiteId && site.Slug == siteSlug))).Select(order => order.Id).ToListAsync();
    });

    public Task<Result<OrderListView>> List(Actor actor, OrderListQuery query) => database.Read<Result<OrderListView>>(async db =>
    {
        if (query.Limit is < 1 or > OrderListQuery.MostPerPage)
            return new Problem.Invalid("limit", $"The limit must be from 1 to {OrderListQuery.MostPerPage}.");
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ViewOrders) is { } forbidden)
            return forbidden;

        if (!OrderCursor.TryRead(query, out var cursor))
            return new Problem.Invalid("cursor", "This page's address is not complete. Start again from the first page.");

        var (filter, tallies) = await Filter(db, access, query);
        var (page, matching) = await OrderListPage.Load(db, filter, cursor, tallies);
        return new OrderListView(page.Items, page.Newer, page.Older, OrderListPage.Count(tallies.FindAll(tally => access.Sees(tally.SiteId))), matching);
    });

    /// <summary>How many orders wait in each tab, for the navigation.</summary>
    public Task<IReadOnlyDictionary<OrderTab, int>> Counts(Actor actor) => database.Read(async db =>
    {
        var access = await Access.Of(db, actor);
        return OrderListPage.Count((await db.Tallies.ToListAsync()).FindAll(tally => access.Sees(tally.SiteId)));
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

    /// <summary>The carrier of the site's newest shipment among the shop's last few hundred, which the next one probably takes too.</summary>
    public Task<string?> LastCarrier(Actor actor, Id<Site> siteId) => database.Read(async db =>
        (await Access.Of(db, actor)).Sees(siteId)
            ? await db.Fulfillments.Where(each => each.RequestKey != null).OrderByDescending(each => each.Id).Take(300)
                .Where(each => db.Orders.Any(order => order.Id == each.OrderId && order.SiteId == siteId))
                .OrderByDescending(each => each.Id).Select(each => each.Carrier).FirstOrDefaultAsync()
            : null);

    private static async Task<(OrderListFilter Filter, List<OrderTally> Tallies)> Filter(OrdersContext db, Access access, OrderListQuery query)
    {
        var sites = await db.Sites.Select(site => new { site.Id, site.Slug }).ToListAsync();
        var chosen = sites.Where(site => access.Sees(site.Id) && (query.SiteSlug is null || site.Slug == query.SiteSlug)).Select(site => site.Id).ToList();
        return (new OrderListFilter(query, chosen.Count == sites.Count ? null : chosen), await db.Tallies.Where(tally => tally.Orders > 0).ToListAsync());
    }

    private static async Task<List<Id<Site>>> VisibleSites(OrdersContext db, Access access) =>
        access.EverySite ? await db.Sites.Select(site => site.Id).ToListAsync() : [.. access.Sites];
}
