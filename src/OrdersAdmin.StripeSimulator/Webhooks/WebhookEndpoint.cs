using OrdersAdmin.StripeSimulator.Events;

namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>A receiver as configured: its address, its signing secret and the event types it wants.</summary>
public sealed record WebhookReceiver
{
    public required string Url { get; init; }

    /// <summary>The whole string signs, its <c>whsec_</c> included.</summary>
    public required string Secret { get; init; }

    public IReadOnlyList<string> EnabledEvents { get; init; } = ["*"];

    /// <summary>How many deliveries may be under way at once; one keeps the order of events.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>What is wrong with it; null when nothing is. Only this machine is ever called.</summary>
    public string? Refuse()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !uri.IsLoopback)
            return "A webhook receiver's url is an http address of this machine.";
        if (Secret.Length < 12 || !Secret.StartsWith("whsec_", StringComparison.Ordinal))
            return "A webhook receiver's secret begins with whsec_ and is at least 12 characters long.";
        return Concurrency is < 1 or > 64 ? "A webhook receiver takes 1 to 64 deliveries at once." : null;
    }
}

/// <summary>A receiver and its deliveries still to be made.</summary>
internal sealed class WebhookEndpoint(string id, WebhookReceiver receiver)
{
    private string secret = receiver.Secret;
    private (string Secret, DateTimeOffset Until)? previous;

    public string Id => id;

    public WebhookReceiver Receiver => receiver;

    public Uri Url { get; } = new(receiver.Url);

    public PriorityQueue<Delivery, (DateTimeOffset Due, long Order)> Queue { get; } = new();

    public int UnderWay { get; set; }

    public string Secret => secret;

    public string? PreviousSecret => previous?.Secret;

    public bool Wants(string type) => receiver.EnabledEvents.Any(pattern => EventEndpoints.Matches(pattern, type));

    /// <summary>The next delivery that is due, while there is room for one more.</summary>
    public Delivery? Take(DateTimeOffset now)
    {
        if (UnderWay >= receiver.Concurrency || !Queue.TryPeek(out var next, out var key) || key.Due > now)
            return null;
        Queue.Dequeue();
        UnderWay++;
        return next;
    }

    public void Roll(string next, DateTimeOffset previousUntil)
    {
        previous = (secret, previousUntil);
        secret = next;
    }

    /// <summary>While a rolled secret has not expired, every delivery is signed with both.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now) =>
        previous is { } old && old.Until > now ? [secret, old.Secret] : [secret];
}
