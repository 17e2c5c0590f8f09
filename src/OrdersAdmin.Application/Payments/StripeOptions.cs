namespace OrdersAdmin.Payments;

/// <summary>How Stripe is reached: the section <c>OrdersAdmin:Stripe</c>.</summary>
public sealed class StripeOptions
{
    public string BaseUrl { get; set; } = "https://api.stripe.com";

    public string ApiVersion { get; set; } = "2025-09-30.clover";

    public string? SecretKey { get; set; }

    /// <summary>One, or two while a secret is rolled.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; set; } = [];

    /// <summary>The pause before the first repetition, doubled each time and capped at five seconds.</summary>
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(80);

    public bool IsConfigured => !string.IsNullOrWhiteSpace(SecretKey);

    /// <summary>One sentence for each key that is wrong; never its value.</summary>
    public IReadOnlyList<string> Check(bool development)
    {
        var wrong = new List<string>();
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            wrong.Add("OrdersAdmin:Stripe:BaseUrl must be an address that begins with https:// or http://.");
        else if (url.Scheme == "http" && !url.IsLoopback)
            wrong.Add("OrdersAdmin:Stripe:BaseUrl must begin with https:// unless it is on this machine.");
        if (string.IsNullOrWhiteSpace(ApiVersion))
            wrong.Add("OrdersAdmin:Stripe:ApiVersion must name a version of Stripe's API.");
        if (RetryPause < TimeSpan.Zero)
            wrong.Add("OrdersAdmin:Stripe:RetryPause cannot be negative.");
        if (Timeout <= TimeSpan.Zero)
            wrong.Add("OrdersAdmin:Stripe:Timeout must be longer than nothing, such as 00:01:20.");
        if (development && SecretKey is { } key && (key.StartsWith("sk_live_", StringComparison.Ordinal) || key.StartsWith("rk_live_", StringComparison.Ordinal)))
            wrong.Add("OrdersAdmin:Stripe:SecretKey is a live key, and this is Development: real customers would get real money. Use a test key, or none for the built-in simulator.");
        if (WebhookSecrets.Count > 2)
            wrong.Add("OrdersAdmin:Stripe:WebhookSecrets takes two secrets at most: the old and the new one during a roll.");
        if (WebhookSecrets.Any(secret => !secret.StartsWith("whsec_", StringComparison.Ordinal)))
            wrong.Add("OrdersAdmin:Stripe:WebhookSecrets must each begin with whsec_.");
        if (IsConfigured && WebhookSecrets.Count == 0)
            wrong.Add("OrdersAdmin:Stripe:WebhookSecrets is missing, while OrdersAdmin:Stripe:SecretKey is set.");
        return wrong;
    }
}
