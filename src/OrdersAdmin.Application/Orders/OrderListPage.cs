using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Orders;

/// <summary>One page of the list and the counts around it: first the places of its orders, from the indexes alone, then those orders.</summary>
internal static class OrderListPage
{
    private static readonly Page<OrderRow> Empty = new([], null, null);

    /// <param name="tallies">Of all sites.</param>
    /// <returns>The page, and how many orders match in all, counted up to <see cref="OrderListView.MostCounted"/> when anything but the tab narrows the list.</returns>
    public static async Task<(Page<OrderRow> Page, int Matching)> Load(OrdersContext db, OrderListFilter filter, OrderCursor? cursor, IReadOnlyList<OrderTally> tallies)
    {
        var query = filter.Query;
        var possible = tallies.Where(filter.Covers).Sum(tally => tally.Orders);
        var match = query.Search is null ? null : OrderSearch.Expression(query.Search);
        if (possible == 0 || (match is null && !string.IsNullOrWhiteSpace(query.Search)))
            return (Empty, 0);

        var backwards = query.Older is null && query.Newer is not null;
        var onePage = query.Limit + 1;
        // What the tallies do not know is counted: on the first page in the same pass.
        var both = !filter.IsTallied && cursor is null;
        var places = await Read<long>(db, filter, match, tallies, sql => sql.Page(cursor?.Row, backwards, both ? Math.Max(onePage, OrderListView.MostCounted) : onePage));
        var matching = both ? Math.Min(places.Count, OrderListView.MostCounted)
            : !filter.IsTallied ? (await Read<int>(db, filter, match, tallies, sql => sql.Count(OrderListView.MostCounted)))[0]
            : query.IsFiltered ? Math.Min(possible, OrderListView.MostCounted) : possible;

        var more = places.Count > query.Limit;
        if (more)
            places.RemoveRange(query.Limit, places.Count - query.Limit);
        if (backwards)
            places.Reverse();
        var newer = places.Count > 0 && (backwards ? more : cursor is not null) ? new OrderCursor(places[0]).ToString() : null;
        var older = places.Count > 0 && (backwards || more) ? new OrderCursor(places[^1]).ToString() : null;
        return (new Page<OrderRow>(await Rows(db, places), newer, older), matching);
    }

    /// <summary>The places of the orders that follow the cursor, without any count, and whether more come after them.</summary>
    public static async Task<(List<long> Places, bool More)> Following(OrdersContext db, OrderListFilter filter, long? after, IReadOnlyList<OrderTally> tallies)
    {
        var match = filter.Query.Search is null ? null : OrderSearch.Expression(filter.Query.Search);
        if (!tallies.Any(filter.Covers) || (match is null && !string.IsNullOrWhiteSpace(filter.Query.Search)))
            return ([], false);
        var places = await Read<long>(db, filter, match, tallies, sql => sql.Page(after, backwards: false, filter.Query.Limit + 1));
        var more = places.Count > filter.Query.Limit;
        if (more)
            places.RemoveAt(places.Count - 1);
        return (places, more);
    }

    private static Task<List<T>> Read<T>(OrdersContext db, OrderListFilter filter, string? match, IReadOnlyList<OrderTally> tallies, Func<OrderListSql, string> choose)
    {
        var sql = new OrderListSql(filter, match, tallies);
        var text = choose(sql);
        return db.Database.SqlQueryRaw<T>(text, sql.Values).ToListAsync();
    }

    public static IReadOnlyDictionary<OrderTab, int> Count(IReadOnlyList<OrderTally> tallies) => new Dictionary<OrderTab, int>
    {
        [OrderTab.All] = tallies.Sum(tally => tally.Orders),
        [OrderTab.Unfulfilled] = Sum(tallies, tally => tally.Status == OrderStatus.Pending),
        [OrderTab.PartiallyFulfilled] = Sum(tallies, tally => tally.Status == OrderStatus.PartiallyFulfilled),
        [OrderTab.Unpaid] = Sum(tallies, OrderListFilter.OwesPayment),
        [OrderTab.Returns] = Sum(tallies, tally => tally.Status == OrderStatus.Returned),
        [OrderTab.Cancelled] = Sum(tallies, tally => tally.Status == OrderStatus.Cancelled),
    };

    private static int Sum(IReadOnlyList<OrderTally> tallies, Func<OrderTally, bool> which) => tallies.Where(which).Sum(tally => tally.Orders);

    private static Task<List<OrderRow>> Rows(OrdersContext db, List<long> places) => (
        from order in db.Orders
        where EF.Parameter(places).Contains(order.Row)
        join site in db.Sites on order.SiteId equals site.Id
        orderby order.Row descending
        select new OrderRow(
            order.Id, order.Number, site.Slug, site.TimeZone, order.PlacedAt, order.BuyerName, order.ChannelName,
            order.Status, order.PaymentStatus, order.FulfillmentStatus, order.Units, order.Totals.Total, order.Currency, order.TestMode)).ToListAsync();
}
