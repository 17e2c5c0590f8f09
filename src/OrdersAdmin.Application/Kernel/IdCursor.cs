namespace OrdersAdmin.Kernel;

/// <summary>Where a page of a list ended or began that is ordered by id, newest first.</summary>
internal sealed record IdCursor<T>(Id<T> Id, bool Newer) where T : IIdentified
{
    /// <summary>False for what is no cursor; no text is no cursor, and fine.</summary>
    public static bool TryRead(string? text, out IdCursor<T>? cursor)
    {
        cursor = null;
        if (text is null)
            return true;
        if (text.Split('~') is not [("older" or "newer") and var way, var id] || !Id<T>.TryParse(id, null, out var parsed))
            return false;
        cursor = new(parsed, way == "newer");
        return true;
    }

    public override string ToString() => $"{(Newer ? "newer" : "older")}~{Id}";

    /// <summary>Turns what was found, one more than fits in the order of reading, into a page with its cursors.</summary>
    public static Page<TRow> Page<TRow>(List<TRow> found, int limit, IdCursor<T>? from, Func<TRow, Id<T>> id)
    {
        var more = found.Count > limit;
        var page = found.Take(limit).ToList();
        if (from is { Newer: true })
            page.Reverse();
        var hasNewer = from is { Newer: true } ? more : from is not null;
        var hasOlder = from is { Newer: true } || more;
        return page.Count == 0
            ? new Page<TRow>(page, null, null)
            : new Page<TRow>(page, hasNewer ? new IdCursor<T>(id(page[0]), Newer: true).ToString() : null, hasOlder ? new IdCursor<T>(id(page[^1]), Newer: false).ToString() : null);
    }
}
