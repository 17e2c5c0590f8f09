namespace OrdersAdmin.Web.Components.Orders;

/// <summary>The way back to the list as it was left.</summary>
public static class ListAddress
{
    public const string List = "/orders";

    /// <summary>The list with the filters that <paramref name="from"/> (the list's query string) carries; the plain list for anything else, so that no address leads off the shop.</summary>
    public static string BackTo(string? from) => from switch
    {
        null => List,
        ['?', ..] => List + from,
        _ when from == List || from.StartsWith(List + "?", StringComparison.Ordinal) => from,
        _ => List,
    };
}
