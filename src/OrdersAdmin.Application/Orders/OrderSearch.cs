using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Orders;

/// <summary>Full-text search by the beginnings of words, without case and accents.</summary>
internal static class OrderSearch
{
    private const int MostWords = 8;

    public static IQueryable<Order> Matching(OrdersContext db, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
            return db.Orders;
        var words = search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimStart('#').Replace("\"", "", StringComparison.Ordinal))
            .Where(word => word.Any(char.IsLetterOrDigit))
            .Take(MostWords).ToList();
        if (words.Count == 0)
            return db.Orders.Where(_ => false);
        // Quoted, so that nothing a person types is an operator of the index's language.
        var match = string.Join(' ', words.Select(word => $"\"{word}\"*"));
        return db.Orders.FromSql($"SELECT * FROM orders WHERE \"Row\" IN (SELECT rowid FROM order_search WHERE order_search MATCH {match})");
    }
}
