using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

/// <summary>Turns a list query into SQL: filters, keyset pages in both directions, counts.</summary>
internal static class OrderListPage
{
    public static bool TryReadCursor(OrderListQuery query, out OrderCursor? cursor)
    {
        cursor = null;
        if ((query.Older ?? query.Newer) is not { } text)
            return true;
        if (!OrderCursor.TryParse(text, out var parsed))
            return false;
        cursor = parsed;
        return true;
    }

    /// <summary>The visible sites that the query asks for.</summary>
    public static async Task<List<Id<Site>>> Sites(OrdersContext db, OrderListQuery query, List<Id<Site>> visible) => query.SiteSlug is { } slug
        ? await db.Sites.Where(site => visible.Contains(site.Id) && site.Slug == slug).Select(site => site.Id).ToListAsync()
        : visible;

    public static IQueryable<Order> Filter(OrdersContext db, OrderListQuery query, List<Id<Site>> sites, bool everySite)
    {
        var orders = OrderSearch.Matching(db, query.Search);
        if (sites.Count == 1)
            orders = orders.Where(order => order.SiteId == sites[0]);
        else if (!everySite)
            orders = orders.Where(order => sites.Contains(order.SiteId));

        orders = query.Tab switch
        {
            OrderTab.Unfulfilled => orders.Where(order => order.Status == OrderStatus.Pending),
            OrderTab.PartiallyFulfilled => orders.Where(order => order.Status == OrderStatus.PartiallyFulfilled),
            OrderTab.Unpaid => orders.Where(order => order.Status != OrderStatus.Cancelled
                && (order.PaymentStatus == PaymentState.Pending || order.PaymentStatus == PaymentState.Authorized)),
            OrderTab.Returns => orders.Where(order => order.Status == OrderStatus.Returned),
            OrderTab.Cancelled => orders.Where(order => order.Status == OrderStatus.Cancelled),
            _ => orders,
        };
        if (query.Status is { } status)
            orders = orders.Where(order => order.Status == status);
        if (query.Payment is { } payment)
            orders = orders.Where(order => order.PaymentStatus == payment);
        if (query.Fulfillment is { } fulfillment)
            orders = orders.Where(order => order.FulfillmentStatus == fulfillment);
        if (query.ChannelName is { } channel)
            orders = orders.Where(order => order.ChannelName == channel);
        if (query.PlacedFrom is { } from)
            orders = orders.Where(order => order.PlacedAt >= from);
        if (query.PlacedBefore is { } before)
            orders = orders.Where(order => order.PlacedAt < before);
        if (query.Tag is { } tag)
            orders = orders.Where(order => db.Tags.Any(each => each.OrderId == order.Id && each.SiteId == order.SiteId && each.Name == tag));
        if (query.CustomerId is { } customer)
            orders = Id<Customers.Customer>.TryParse(customer, null, out var id) ? orders.Where(order => order.CustomerId == id) : orders.Where(_ => false);
        return orders;
    }

    public static async Task<Page<OrderRow>> Load(OrdersContext db, IQueryable<Order> matching, OrderListQuery query, OrderCursor? cursor)
    {
        var backwards = query.Older is null && query.Newer is not null;
        if (cursor is { } at)
        {
            var moment = new DateTimeOffset(at.Ticks, TimeSpan.Zero);
            matching = backwards
                ? matching.Where(order => order.PlacedAt > moment || (order.PlacedAt == moment && order.Row > at.Row))
                : matching.Where(order => order.PlacedAt < moment || (order.PlacedAt == moment && order.Row < at.Row));
        }
        var sorted = backwards
            ? matching.OrderBy(order => order.PlacedAt).ThenBy(order => order.Row)
            : matching.OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Row);
        var found = await sorted.Take(query.Limit + 1)
            .Select(order => new Found(order.Row, new OrderRow(
                order.Id, order.Number,
                db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.Slug).First(),
                db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.TimeZone).First(),
                order.PlacedAt, order.BuyerName, order.ChannelName,
                order.Status, order.PaymentStatus, order.FulfillmentStatus, order.Units, order.Totals.Total, order.Currency, order.TestMode)))
            .ToListAsync();

        var more = found.Count > query.Limit;
        if (more)
            found.RemoveAt(found.Count - 1);
        if (backwards)
            found.Reverse();
        return new Page<OrderRow>(
            found.ConvertAll(each => each.Row),
            found.Count > 0 && (backwards ? more : cursor is not null) ? CursorOf(found[0]) : null,
            found.Count > 0 && (backwards || more) ? CursorOf(found[^1]) : null);
    }

    public static IReadOnlyDictionary<OrderTab, int> Count(List<OrderTally> tallies) => new Dictionary<OrderTab, int>
    {
        [OrderTab.All] = tallies.Sum(tally => tally.Orders),
        [OrderTab.Unfulfilled] = Sum(tallies, tally => tally.Status == OrderStatus.Pending),
        [OrderTab.PartiallyFulfilled] = Sum(tallies, tally => tally.Status == OrderStatus.PartiallyFulfilled),
        [OrderTab.Unpaid] = Sum(tallies, tally => tally.Status != OrderStatus.Cancelled && tally.PaymentStatus is (PaymentState.Pending or PaymentState.Authorized)),
        [OrderTab.Returns] = Sum(tallies, tally => tally.Status == OrderStatus.Returned),
        [OrderTab.Cancelled] = Sum(tallies, tally => tally.Status == OrderStatus.Cancelled),
    };

    private static int Sum(List<OrderTally> tallies, Func<OrderTally, bool> which) => tallies.Where(which).Sum(tally => tally.Orders);

    private static string CursorOf(Found found) => new OrderCursor(found.Row.PlacedAt.UtcTicks, found.Key).ToString();

    private sealed record Found(long Key, OrderRow Row);
}
