using System.Net;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Webhooks;

/// <summary>What an endpoint may be. That its host is public is checked again at each connection; a name says nothing yet.</summary>
public static class WebhookRules
{
    public const int LongestUrl = 2000;

    internal static Problem.Invalid? Check(WebhookDetails details, bool allowPrivate)
    {
        var errors = new List<FieldError>();
        if (WrongUrl(details.Url, allowPrivate) is { } sentence)
            errors.Add(new("url", sentence));
        if (details.Events is { } events)
        {
            if (events.Count == 0)
                errors.Add(new("events", "Choose at least one event."));
            for (var i = 0; i < events.Count; i++)
                if (!WebhookEvents.IsKnown(events[i]) && events[i] != WebhookEvents.Every)
                    errors.Add(new($"events[{i}]", "There is no such event."));
        }
        if (details.Sites is { Count: 0 })
            errors.Add(new("sites", "Choose at least one site."));
        return errors.Count > 0 ? new(errors) : null;
    }

    /// <summary>In the order of the list and without repetition; all of them are <see cref="WebhookEvents.Every"/>.</summary>
    internal static IReadOnlyList<string> Events(IReadOnlyList<string>? chosen) => chosen is null || chosen.Contains(WebhookEvents.Every, StringComparer.Ordinal)
        ? [WebhookEvents.Every]
        : [.. WebhookEvents.All.Select(type => type.Name).Where(name => chosen.Contains(name, StringComparer.Ordinal))];

    /// <summary>The address in its normal form; it was checked.</summary>
    internal static string Url(WebhookDetails details) => new Uri(details.Url!.Trim()).AbsoluteUri;

    private static string? WrongUrl(string? text, bool allowPrivate)
    {
        if (Text.Clean(text) is not { } url)
            return "Enter the address that is to be told.";
        if (url.Length > LongestUrl)
            return $"The address is longer than {LongestUrl:#,0} characters.";
        if (url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\\') || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return "This is not a web address.";
        if (uri.Scheme != Uri.UriSchemeHttps && !(allowPrivate && uri.Scheme == Uri.UriSchemeHttp))
            return "The address must begin with https://.";
        if (uri.UserInfo.Length > 0)
            return "Leave user name and password out of the address; the signature proves who sends.";
        if (uri.Fragment.Length > 0)
            return "Leave out what follows the #; it is never sent.";
        return !allowPrivate && IsPrivate(uri) ? "This address is in a private network, which this shop does not send to." : null;
    }

    private static bool IsPrivate(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host, out var address)
            ? !PublicAddress.Is(address)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || !host.Contains('.', StringComparison.Ordinal);
    }
}
