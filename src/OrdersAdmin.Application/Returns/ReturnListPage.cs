using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Returns;

/// <summary>A page of returns over all orders, with the counts of its tabs.</summary>
internal static class ReturnListPage
{
    public static async Task<ReturnListView> Load(OrdersContext db, IQueryable<Return> seen, ReturnListQuery query, IdCursor<Return>? cursor, DateTimeOffset now)
    {
        var counts = (await seen.GroupBy(back => back.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync()).ToDictionary(each => each.Key, each => each.Count);
        var matching = Filter(db, seen, query, now);
        if (cursor is { } from)
            matching = from.Newer ? matching.Where(back => back.Id > from.Id) : matching.Where(back => back.Id < from.Id);
        var ordered = cursor is { Newer: true } ? matching.OrderBy(back => back.Id) : matching.OrderByDescending(back => back.Id);
        var rows = await (from back in ordered.Take(query.Limit + 1)
                          join order in db.Orders on back.OrderId equals order.Id
                          join site in db.Sites on back.SiteId equals site.Id
                          select new ReturnRow(
                              back.Id, back.Rma, back.Status, order.Id, order.Number, site.Slug, site.TimeZone, order.BuyerName, back.Reason,
                              back.Lines.Sum(line => line.Expected), back.Lines.Sum(line => line.Received), back.RequestedAt, back.StateSince, back.ExchangeId)).ToListAsync();
        var sorted = cursor is { Newer: true } ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        var page = IdCursor<Return>.Page([.. sorted], query.Limit, cursor, row => row.Id);
        return new ReturnListView(page.Items, page.Newer, page.Older, Enum.GetValues<ReturnTab>().ToDictionary(tab => tab, tab => counts.Where(each => StatusesOf(tab).Contains(each.Key)).Sum(each => each.Value)));
    }

    private static IQueryable<Return> Filter(OrdersContext db, IQueryable<Return> returns, ReturnListQuery query, DateTimeOffset now)
    {
        var statuses = StatusesOf(query.Tab);
        if (query.Tab != ReturnTab.All)
            returns = returns.Where(back => statuses.Contains(back.Status));
        if (query.SiteSlug is { } slug)
            returns = returns.Where(back => db.Sites.Any(site => site.Id == back.SiteId && site.Slug == slug));
        if (query.OlderThanDays is { } days)
        {
            var since = now.AddDays(-days);
            returns = returns.Where(back => back.StateSince <= since);
        }
        return Text.Clean(query.Search) is { } search ? Search(db, returns, search) : returns;
    }

    /// <summary>By RMA number, order number, or the buyer's name.</summary>
    private static IQueryable<Return> Search(OrdersContext db, IQueryable<Return> returns, string search)
    {
        if (int.TryParse(search.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return returns.Where(back => db.Orders.Any(order => order.Id == back.OrderId && order.Number == number));
        var (rma, name) = (search.ToUpperInvariant(), LikePattern.Containing(search));
        return rma.StartsWith("RMA", StringComparison.Ordinal)
            ? returns.Where(back => back.Rma != null && back.Rma.StartsWith(rma))
            : returns.Where(back => db.Orders.Any(order => order.Id == back.OrderId && EF.Functions.Like(order.BuyerName, name, LikePattern.Escape)));
    }

    private static ReturnStatus[] StatusesOf(ReturnTab tab) => tab switch
    {
        ReturnTab.Open => [ReturnStatus.Requested, ReturnStatus.Approved, ReturnStatus.PartiallyReceived, ReturnStatus.Received],
        ReturnTab.Requested => [ReturnStatus.Requested],
        ReturnTab.Expected => [ReturnStatus.Approved, ReturnStatus.PartiallyReceived],
        ReturnTab.Received => [ReturnStatus.Received],
        ReturnTab.Closed => [ReturnStatus.Closed],
        ReturnTab.Refused => [ReturnStatus.Rejected, ReturnStatus.Cancelled],
        _ => Enum.GetValues<ReturnStatus>(),
    };
}
