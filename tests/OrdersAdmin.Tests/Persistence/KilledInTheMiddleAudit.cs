using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Tests.Persistence;

/// <summary>What must hold in every database that the hammer wrote, whenever it was stopped.</summary>
internal static class KilledInTheMiddleAudit
{
    /// <summary>Each query counts what breaks the sentence before it.</summary>
    private static readonly (string Rule, string Broken)[] Rules =
    [
        ("An order has as many timeline entries as versions.",
            "SELECT count(*) FROM orders o WHERE Version <> (SELECT count(*) FROM timeline t WHERE t.OrderId = o.Id) OR Version <> (SELECT max(OrderVersion) FROM timeline t WHERE t.OrderId = o.Id)"),
        ("An order's events count 1 to n.",
            "SELECT count(*) FROM orders o WHERE EventSequence <> (SELECT count(*) FROM outbox e WHERE e.OrderId = o.Id) OR EventSequence <> (SELECT max(Sequence) FROM outbox e WHERE e.OrderId = o.Id)"),
        ("What a line has shipped lies in live fulfillments.",
            "SELECT count(*) FROM line_items l WHERE Shipped <> (SELECT coalesce(sum(f.Quantity), 0) FROM fulfillment_lines f JOIN fulfillments g ON g.Id = f.FulfillmentId WHERE f.LineItemId = l.Id AND g.Status <> 3)"),
        ("The fulfillment status follows from the lines.",
            "SELECT count(*) FROM orders o JOIN (SELECT OrderId, sum(Quantity) AS q, sum(Shipped) AS s FROM line_items GROUP BY OrderId) l ON l.OrderId = o.Id WHERE FulfillmentStatus <> CASE WHEN s = q THEN 3 WHEN s > 0 THEN 2 ELSE 1 END"),
        ("An order has lines and a payment.",
            "SELECT count(*) FROM orders o WHERE NOT EXISTS (SELECT 1 FROM line_items l WHERE l.OrderId = o.Id) OR NOT EXISTS (SELECT 1 FROM payments p WHERE p.OrderId = o.Id)"),
        ("A fulfillment has lines.",
            "SELECT count(*) FROM fulfillments f WHERE NOT EXISTS (SELECT 1 FROM fulfillment_lines l WHERE l.FulfillmentId = f.Id)"),
        ("A site's numbers have no gap.",
            "SELECT count(*) FROM sites s WHERE NextOrderNumber <> 1001 + (SELECT count(*) FROM orders o WHERE o.SiteId = s.Id)"),
        ("Every customer who was to be told has a letter.",
            "SELECT abs((SELECT count(*) FROM mails) - (SELECT count(*) FROM fulfillments WHERE RequestKey LIKE '%-b'))"),
        ("The tallies are what counting gives.",
            """
            SELECT count(*) FROM (
              SELECT SiteId, ChannelName, Status, FulfillmentStatus, PaymentStatus, count(*) AS n FROM orders GROUP BY 1, 2, 3, 4, 5
              EXCEPT SELECT SiteId, ChannelName, Status, FulfillmentStatus, PaymentStatus, Orders FROM order_tallies)
            """),
        ("The tallies count nothing else.", "SELECT (SELECT coalesce(sum(Orders), 0) FROM order_tallies) - (SELECT count(*) FROM orders)"),
        ("Every reference points at something.", "SELECT count(*) FROM pragma_foreign_key_check"),
        ("The file is sound.", "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
    ];

    public static IReadOnlyList<string> Violations(SqliteConnection connection)
    {
        // Throws where the search index and the orders disagree.
        connection.Execute("INSERT INTO order_search(order_search, rank) VALUES ('integrity-check', 1)");
        return [.. Rules.Select(each => (each.Rule, Times: connection.Scalar<long>(each.Broken))).Where(each => each.Times != 0).Select(each => $"{each.Rule} Broken {each.Times} times.")];
    }

    /// <summary>Every order with its version.</summary>
    public static Dictionary<Id<Order>, int> Orders(SqliteConnection connection) =>
        Rows(connection, "SELECT Id, Version FROM orders", reader => (Id(reader), reader.GetInt32(1))).ToDictionary(each => each.Item1, each => each.Item2);

    /// <summary>The keys under which orders came in and fulfillments were asked for.</summary>
    public static HashSet<(Id<Order>, string)> Keys(SqliteConnection connection) =>
        [.. Rows(connection, "SELECT Id, ExternalReference FROM orders UNION ALL SELECT OrderId, RequestKey FROM fulfillments", reader => (Id(reader), reader.GetString(1)))];

    private static Id<Order> Id(SqliteDataReader reader) => new(new Guid((byte[])reader.GetValue(0), bigEndian: true));

    [SuppressMessage("Security", "CA2100", Justification = "Only the constants above.")]
    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
