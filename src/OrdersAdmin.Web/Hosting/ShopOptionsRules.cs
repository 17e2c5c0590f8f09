using OrdersAdmin.Notifications;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Web.Hosting;

/// <summary>One sentence for each key that is wrong; never its value, which might be a secret.</summary>
internal static class ShopOptionsRules
{
    public static IReadOnlyList<string> Check(ShopOptions options, bool development)
    {
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
            wrong.Add("OrdersAdmin:DataDirectory must name a folder.");
        if (options.PublicUrl is not null && !(Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is ("https" or "http")))
            wrong.Add("OrdersAdmin:PublicUrl must be an address that begins with https:// or http://.");
        if (options.Demo && !development)
            wrong.Add("OrdersAdmin:Demo is for Development only: it opens accounts with known passwords.");
        if (options.DemoOrders is < 1 or > 1_000_000)
            wrong.Add("OrdersAdmin:DemoOrders (--demo-orders) must be from 1 to 1,000,000.");
        if (options.Api.RequestsPerMinute < 1)
            wrong.Add("OrdersAdmin:Api:RequestsPerMinute must be at least 1.");
        if (options.Mail.Host is { Length: > 0 } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            wrong.Add("OrdersAdmin:Mail:Host must be the name or the number of a host, such as smtp.example.com.");
        if (options.Mail.Port is < 1 or > 65535)
            wrong.Add("OrdersAdmin:Mail:Port must be from 1 to 65535.");
        if (!EmailAddress.IsValid(options.Mail.From))
            wrong.Add("OrdersAdmin:Mail:From must be an email address.");
        if (options.Mail.User is not null && string.IsNullOrEmpty(options.Mail.Password))
            wrong.Add("OrdersAdmin:Mail:Password is missing, while OrdersAdmin:Mail:User is set.");
        if (options.Mail.User is null && !string.IsNullOrEmpty(options.Mail.Password))
            wrong.Add("OrdersAdmin:Mail:User is missing, while OrdersAdmin:Mail:Password is set.");
        if (options.FailAt is { } place && !(development && Failpoint.All.Contains(place, StringComparer.Ordinal)))
            wrong.Add("OrdersAdmin:FailAt ends the process on purpose: it is for tests in Development, and names one of their places.");
        wrong.AddRange(options.Stripe.Check(development));
        wrong.AddRange(options.Webhooks.Check());
        return wrong;
    }
}
