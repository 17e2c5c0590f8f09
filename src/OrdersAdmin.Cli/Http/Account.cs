using System.Diagnostics.CodeAnalysis;

namespace OrdersAdmin.Cli.Http;

/// <summary>Which shop, and as whom: from the environment, else from what <c>login</c> kept.</summary>
/// <param name="Url">The shop's address, without a path.</param>
internal sealed record Account(Uri Url, string Token)
{
    public const string UrlVariable = "ORDERS_ADMIN_URL";
    public const string TokenVariable = "ORDERS_ADMIN_TOKEN";

    /// <summary>The kept token goes only to the shop that it was kept for, whatever the environment says.</summary>
    public static bool TryFind(Surroundings around, [NotNullWhen(true)] out Account? account, out int exitCode)
    {
        (account, exitCode) = (null, ExitCodes.Arguments);
        var kept = new LoginFile(around).Read();
        var named = around.Variable(UrlVariable);
        var url = kept?.Url;
        if (!string.IsNullOrEmpty(named) && !TryReadUrl(named, out url))
        {
            around.Words.WriteLine($"{UrlVariable} is no address of a shop: {Output.Plainly.Of(named)}");
            return false;
        }
        if (url is null)
        {
            around.Words.WriteLine($"Which shop? Set {UrlVariable}, or sign in once with: {Tool.Name} login --url https://shop.example");
            return false;
        }
        var token = around.Variable(TokenVariable) is { Length: > 0 } given ? given.Trim() : kept?.Url == url ? kept.Token : null;
        if (token is null)
        {
            around.Words.WriteLine($"There is no token for {url}. Set {TokenVariable}, or sign in once with: {Tool.Name} login");
            exitCode = ExitCodes.Unauthenticated;
            return false;
        }
        if (!IsToken(token))
        {
            around.Words.WriteLine($"{TokenVariable} holds no token: a token is one word.");
            exitCode = ExitCodes.Unauthenticated;
            return false;
        }
        Warn(around, url);
        account = new(url, token);
        return true;
    }

    public static bool TryReadUrl(string text, [NotNullWhen(true)] out Uri? url)
    {
        var read = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", UserInfo: "" };
        url = read ? new Uri(address!.GetLeftPart(UriPartial.Authority)) : null;
        return read;
    }

    /// <summary>One word of visible ASCII, as fits into a header.</summary>
    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    public static void Warn(Surroundings around, Uri url)
    {
        if (url is { Scheme: "http", IsLoopback: false })
            around.Words.WriteLine($"Warning: {url} is not encrypted; whoever listens on the way can read the token.");
    }
}
