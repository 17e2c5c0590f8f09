using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Exchanges;

/// <summary>A page of exchanges over all orders, with the counts of its tabs.</summary>
internal static class ExchangeListPage
{
    public static async Task<ExchangeListView> Load(OrdersContext db, IQueryable<Exchange> seen, ExchangeListQuery query, IdCursor<Exchange>? cursor, DateTimeOffset now)
    {
        var counts = (await seen.GroupBy(exchange => exchange.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync()).ToDictionary(each => each.Key, each => each.Count);
        var matching = Filter(db, seen, query, now);
        if (cursor is { } from)
            matching = from.Newer ? matching.Where(exchange => exchange.Id > from.Id) : matching.Where(exchange => exchange.Id < from.Id);
        var ordered = cursor is { Newer: true } ? matching.OrderBy(exchange => exchange.Id) : matching.OrderByDescending(exchange => exchange.Id);
        var found = await (from exchange in ordered.Take(query.Limit + 1)
                           join order in db.Orders on exchange.OrderId equals order.Id
                           join site in db.Sites on exchange.SiteId equals site.Id
                           join back in db.Returns on exchange.ReturnId equals back.Id
                           select new { exchange, back.Rma, order.Number, order.BuyerName, site.Slug, site.TimeZone, Units = exchange.Lines.Sum(line => line.Quantity) }).ToListAsync();
        var rows = found.Select(each => new ExchangeRow(
            each.exchange.Id, each.exchange.Status, each.exchange.ReturnId, each.Rma, each.exchange.OrderId, each.Number, each.Slug, each.TimeZone, each.BuyerName, each.exchange.Reason,
            each.Units, new(each.exchange.Difference, each.exchange.Currency), each.exchange.DifferenceState, each.exchange.RequestedAt, each.exchange.StateSince));
        var sorted = cursor is { Newer: true } ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        var page = IdCursor<Exchange>.Page([.. sorted], query.Limit, cursor, row => row.Id);
        return new ExchangeListView(page.Items, page.Newer, page.Older, Enum.GetValues<ExchangeTab>().ToDictionary(tab => tab, tab => counts.Where(each => StatusesOf(tab).Contains(each.Key)).Sum(each => each.Value)));
    }

    private static IQueryable<Exchange> Filter(OrdersContext db, IQueryable<Exchange> exchanges, ExchangeListQuery query, DateTimeOffset now)
    {
        var statuses = StatusesOf(query.Tab);
        if (query.Tab != ExchangeTab.All)
            exchanges = exchanges.Where(exchange => statuses.Contains(exchange.Status));
        if (query.SiteSlug is { } slug)
            exchanges = exchanges.Where(exchange => db.Sites.Any(site => site.Id == exchange.SiteId && site.Slug == slug));
        if (query.OlderThanDays is { } days)
        {
            var since = now.AddDays(-days);
            exchanges = exchanges.Where(exchange => exchange.StateSince <= since);
        }
        return Text.Clean(query.Search) is { } search ? Search(db, exchanges, search) : exchanges;
    }

    /// <summary>By RMA number, order number, or the buyer's name.</summary>
    private static IQueryable<Exchange> Search(OrdersContext db, IQueryable<Exchange> exchanges, string search)
    {
        if (int.TryParse(search.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return exchanges.Where(exchange => db.Orders.Any(order => order.Id == exchange.OrderId && order.Number == number));
        var (rma, name) = (search.ToUpperInvariant(), LikePattern.Containing(search));
        return rma.StartsWith("RMA", StringComparison.Ordinal)
            ? exchanges.Where(exchange => db.Returns.Any(back => back.Id == exchange.ReturnId && back.Rma != null && back.Rma.StartsWith(rma)))
            : exchanges.Where(exchange => db.Orders.Any(order => order.Id == exchange.OrderId && EF.Functions.Like(order.BuyerName, name, LikePattern.Escape)));
    }

    private static ExchangeStatus[] StatusesOf(ExchangeTab tab) => tab switch
    {
        ExchangeTab.Open => [ExchangeStatus.Requested, ExchangeStatus.Approved],
        ExchangeTab.Requested => [ExchangeStatus.Requested],
        ExchangeTab.Approved => [ExchangeStatus.Approved],
        ExchangeTab.Completed => [ExchangeStatus.Completed],
        ExchangeTab.Refused => [ExchangeStatus.Rejected, ExchangeStatus.Cancelled],
        _ => Enum.GetValues<ExchangeStatus>(),
    };
}
