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
}
