namespace OrdersAdmin.Orders;

/// <summary>Full-text search by the beginnings of words, without case and accents.</summary>
internal static class OrderSearch
{
    private const int MostWords = 8;

    /// <summary>The search index's expression for what a person typed; null when it holds nothing that could be found.</summary>
    public static string? Expression(string search)
    {
        // The index's language ends at a NUL; no control character is part of a word.
        var words = string.Concat(search.Select(letter => char.IsControl(letter) ? ' ' : letter))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimStart('#').Replace("\"", "", StringComparison.Ordinal))
            .Where(word => word.Any(char.IsLetterOrDigit))
            .Take(MostWords).ToList();
        // Quoted, so that nothing a person types is an operator of the index's language.
        return words.Count > 0 ? string.Join(' ', words.Select(word => $"\"{word}\"*")) : null;
    }
}
