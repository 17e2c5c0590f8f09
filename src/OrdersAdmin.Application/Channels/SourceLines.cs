namespace OrdersAdmin.Channels;

internal static class SourceLines
{
    /// <summary>The units of the line that the item names by the source's own id.</summary>
    public static IntakeShippedLine Named(JsonFields item, string idField, List<IntakeLine> lines)
    {
        var id = item.RequiredWords(idField);
        var position = lines.FindIndex(line => line.Reference == id);
        if (position < 0)
            item.Wrong(idField, "It names a line that the order does not have.");
        return new(Math.Max(0, position), item.Units("quantity"));
    }

    /// <summary>What the lines add up to, for a source that states no subtotal; more than a long holds is refused by the rules like any sum that large.</summary>
    public static long Subtotal(IEnumerable<IntakeLine> lines) =>
        (long)lines.Aggregate(Int128.Zero, (sum, line) => Int128.Min(long.MaxValue, sum + (Int128)line.UnitPrice * line.Quantity));
}
