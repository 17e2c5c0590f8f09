namespace OrdersAdmin.Web.Identity;

/// <summary>Where to go after signing in; never to another site.</summary>
internal static class LocalUrl
{
    public const string Home = "/orders";

    public static string Or(string? url, string otherwise = Home) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl) && !url.StartsWith("/account/", StringComparison.OrdinalIgnoreCase)
            ? url
            : otherwise;
}
