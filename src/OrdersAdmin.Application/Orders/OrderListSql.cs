using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

/// <summary>The SQL that finds a page's orders and counts them. It reads narrow indexes only, each in the list's own order, and names the one that leaves least to read: SQLite has no statistics to choose by, and the tallies are exact.</summary>
internal sealed class OrderListSql
{
    private readonly List<string> terms = [];
    private readonly List<object> values = [];
    private readonly string place;
    private readonly string from;

    /// <param name="match">The search index's expression, or null without a search.</param>
    /// <param name="tallies">Of all sites.</param>
    public OrderListSql(OrderListFilter filter, string? match, IReadOnlyList<OrderTally> tallies)
    {
        var query = filter.Query;
        place = match is not null ? "s.rowid" : query.Tag is not null ? "t.\"Row\"" : "o.\"Row\"";
        Dates(query);
        var narrowing = terms.Count;
        Orders(filter);

        var (index, isNarrow) = BestIndex(filter, tallies);
        if (match is not null)
        {
            from = "order_search AS s";
            // Few orders are looked up in memory for each word found; with many, the newest words found soon fill the page.
            if (terms.Count > narrowing && isNarrow)
                Within(index, narrowing);
            else if (terms.Count > narrowing)
                from += Joined;
            terms.Add($"s.order_search MATCH {Value(match)}");
            if (query.Tag is { } tag)
                terms.Add($"EXISTS (SELECT 1 FROM order_tags AS t WHERE t.\"Name\" = {Value(tag)} AND t.\"Row\" = s.rowid)");
        }
        else if (query.Tag is { } tag)
        {
            from = $"order_tags AS t{(terms.Count > narrowing ? Joined : "")}";
            terms.Add($"t.\"Name\" = {Value(tag)}");
        }
        else
            from = $"orders AS o INDEXED BY {index}";
    }

    // CROSS keeps what stands left of it the outer loop: it is what yields the list's order.
    private string Joined => $" CROSS JOIN orders AS o INDEXED BY orders_by_row ON o.\"Row\" = {place}";

    public object[] Values => [.. values];

    /// <summary>The places of one page, in the direction in which it is read.</summary>
    public string Page(long? cursor, bool backwards, int most)
    {
        var bounds = cursor is { } at ? [$"{place} {(backwards ? '>' : '<')} {Value(at)}"] : Array.Empty<string>();
        return $"SELECT {place} AS \"Value\" FROM {from}{Where([.. terms, .. bounds])} ORDER BY {place} {(backwards ? "ASC" : "DESC")} LIMIT {most.ToString(CultureInfo.InvariantCulture)}";
    }

    public string Count(int most) =>
        $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM {from}{Where(terms)} LIMIT {most.ToString(CultureInfo.InvariantCulture)})";

    /// <summary>Turns the terms about orders, from the given one on, into one set; the plus keeps SQLite from asking the search index about each of the set instead.</summary>
    private void Within(string index, int first)
    {
        var orders = terms[first..];
        terms.RemoveRange(first, orders.Count);
        terms.Add($"+s.rowid IN (SELECT o.\"Row\" FROM orders AS o INDEXED BY {index}{Where(orders)})");
    }

    private void Dates(OrderListQuery query)
    {
        if (query.PlacedFrom is { } start)
            Bound(">=", start);
        if (query.PlacedBefore is { } end)
            Bound("<", end);
    }

    private void Bound(string comparison, DateTimeOffset moment)
    {
        var first = PlaceInList.Of(moment);
        if (moment.UtcTicks % TimeSpan.TicksPerMillisecond == 0)
        {
            terms.Add($"{place} {comparison} {Value(first)}");
            return;
        }
        // A place knows milliseconds only; within the one that the moment cuts, the order's own time decides.
        var next = first + PlaceInList.OneMillisecond;
        var (outer, sure) = comparison == "<" ? (next, first) : (first, next);
        terms.Add($"{place} {comparison} {Value(outer)}");
        terms.Add($"({place} {comparison} {Value(sure)} OR EXISTS (SELECT 1 FROM orders AS e WHERE e.\"Row\" = {place} AND e.\"PlacedAt\" {comparison} {Value(moment.UtcTicks)}))");
    }

    private void Orders(OrderListFilter filter)
    {
        var query = filter.Query;
        if (filter.Sites is { } sites)
            Equal("SiteId", [.. sites.Select(site => (object)site.Value.ToByteArray(bigEndian: true))]);
        if (filter.TabStatus is { } tab)
            Equal("Status", (int)tab);
        if (filter.IsUnpaid)
        {
            Equal("PaymentStatus", (int)PaymentState.Pending, (int)PaymentState.Authorized);
            terms.Add($"o.\"Status\" <> {Value((int)OrderStatus.Cancelled)}");
        }
        if (query.Status is { } status)
            Equal("Status", (int)status);
        if (query.Payment is { } payment)
            Equal("PaymentStatus", (int)payment);
        if (query.Fulfillment is { } fulfillment)
            Equal("FulfillmentStatus", (int)fulfillment);
        if (query.ChannelName is { } channel)
            Equal("ChannelName", channel);
        if (query.CustomerId is { } text)
            Equal("CustomerId", Id<Customers.Customer>.TryParse(text, null, out var customer) ? customer.Value.ToByteArray(bigEndian: true) : []);
        if (query.Number is { } number)
            Equal("Number", number);
        if (query.Currency is { } currency)
            Equal("Currency", currency.Code);
        if (query.Channel is { } kind)
            Equal("Channel", (int)kind);
        if (query.ModifiedFrom is { } from)
            terms.Add($"o.\"ModifiedAt\" >= {Value(from.UtcTicks)}");
        if (query.ModifiedBefore is { } before)
            terms.Add($"o.\"ModifiedAt\" < {Value(before.UtcTicks)}");
    }

    private void Equal(string column, params object[] any) =>
        terms.Add($"o.\"{column}\" {(any.Length == 1 ? $"= {Value(any[0])}" : $"IN ({string.Join(", ", any.Select(Value))})")}");

    /// <returns>The index, and whether it leaves a small part of all orders only.</returns>
    private static (string Index, bool IsNarrow) BestIndex(OrderListFilter filter, IReadOnlyList<OrderTally> tallies)
    {
        var query = filter.Query;
        if (query.CustomerId is not null)
            return ("orders_by_customer", true);
        if (query.Number is not null)
            return ("orders_by_number", true);
        if (query.ModifiedFrom is not null || query.ModifiedBefore is not null)
            return ("orders_by_modified", false);
        var best = (Index: "orders_by_row", Orders: int.MaxValue);
        if (filter.Sites is [var site])
            Offer("orders_by_site", tally => tally.SiteId == site);
        if ((query.Status ?? filter.TabStatus) is { } status)
            Offer("orders_by_status", tally => tally.Status == status);
        if (query.Fulfillment is { } fulfillment)
            Offer("orders_by_fulfillment", tally => tally.FulfillmentStatus == fulfillment);
        if (query.ChannelName is { } channel)
            Offer("orders_by_channel", tally => tally.ChannelName == channel);
        if (query.Payment is { } payment)
            Offer("orders_by_payment", tally => tally.PaymentStatus == payment);
        else if (filter.IsUnpaid)
            Offer("orders_by_payment", tally => tally.PaymentStatus is PaymentState.Pending or PaymentState.Authorized);
        // These two have no tallies. Where a status leaves few orders, reading each of those is less than reading a whole currency.
        var all = tallies.Sum(tally => tally.Orders);
        return best.Orders <= all / 4 ? (best.Index, best.Orders <= all / 10)
            : query.Channel is not null ? ("orders_by_kind_of_channel", false)
            : query.Currency is not null ? ("orders_by_currency", false)
            : (best.Index, false);

        void Offer(string index, Func<OrderTally, bool> within)
        {
            var orders = tallies.Where(within).Sum(tally => tally.Orders);
            if (orders < best.Orders)
                best = (index, orders);
        }
    }

    private static string Where(List<string> all) => all.Count > 0 ? $" WHERE {string.Join(" AND ", all)}" : "";

    private string Value(object value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{values.Count - 1}}}");
    }
}
