using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Returns;

/// <summary>What a scanned code means at the receive bench.</summary>
/// <param name="LineItemId">The line it is; null where the return has no such thing.</param>
/// <param name="Expected">One more of it is expected.</param>
public sealed record ScannedLine(Id<LineItem>? LineItemId, bool Expected, string Sentence);

/// <summary>Codes on goods: a SKU, a variant's or a line's id.</summary>
public static class ReturnScan
{
    /// <param name="counted">Units of each line that were scanned already and not yet saved.</param>
    public static ScannedLine Match(ReturnView view, string code, IReadOnlyDictionary<Id<LineItem>, int>? counted = null)
    {
        var text = code.Trim();
        var lines = view.Lines.Where(line => Is(line, text)).ToList();
        // Two lines may have the same SKU: the one of which something is left goes first.
        if (lines.Find(line => Left(line) > 0) is { } line)
            return new(line.LineItemId, true, $"{line.Name}: {line.Expected - Left(line) + 1} of {line.Expected}");
        return lines.Count > 0
            ? new(lines[0].LineItemId, false, $"All {lines.Sum(each => each.Expected)} of {lines[0].Name} are counted already.")
            : new(null, false, $"Not in this return: {(text.Length > 40 ? text[..40] + "…" : text)}");

        int Left(ReturnLineView each) => each.Outstanding - (counted?.GetValueOrDefault(each.LineItemId) ?? 0);
    }

    /// <summary>The return id or RMA in what was scanned or typed: bare, or at the end of an address.</summary>
    internal static string Clean(string code) => code.Trim().TrimEnd('/').Split('/')[^1].Trim();

    private static bool Is(ReturnLineView line, string text) =>
        string.Equals(line.Sku, text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(line.LineItemId.ToString(), text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(line.VariantId?.ToString(), text, StringComparison.OrdinalIgnoreCase);
}
