using System.Net;
using OrdersAdmin.StripeSimulator.Refunds;
using OrdersAdmin.StripeSimulator.Webhooks;

namespace OrdersAdmin.StripeSimulator;

/// <summary>How a simulator runs; the defaults suit a demo shop.</summary>
public sealed record StripeSimulatorOptions
{
    /// <summary>An http address of this machine; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://localhost:5081";

    /// <summary>The key that callers must show; <c>sk_test_</c> and at least four characters.</summary>
    public string SecretKey { get; init; } = "sk_test_simulator";

    /// <summary>The version that answers when a request names none.</summary>
    public string ApiVersion { get; init; } = "2025-09-30.clover";

    /// <summary>Where the account is kept between runs; null forgets it.</summary>
    public string? StateFile { get; init; }

    /// <summary>Stripe allows 25 for each endpoint; null sets no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    public RefundBehavior Refunds { get; init; } = new();

    public IReadOnlyList<WebhookReceiver> Webhooks { get; init; } = [];

    /// <summary>The time that the simulator's own clock runs along with. What a jump of it makes due happens at the next request.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal (IPAddress? Address, int Port) Listen()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != "http" || url.PathAndQuery != "/")
            throw new InvalidOperationException("The simulator's Url is an http address without a path, such as http://localhost:5081.");

        // Anybody who reaches the control endpoints rules the simulated account.
        if (!url.IsLoopback)
            throw new InvalidOperationException("The simulator listens on this machine only: its Url is localhost, 127.0.0.1 or [::1].");
        return IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? (address, url.Port) : (null, url.Port);
    }

    internal void Validate()
    {
        if (SecretKey.Length < 12 || !SecretKey.StartsWith("sk_test_", StringComparison.Ordinal))
            throw new InvalidOperationException("The simulator's SecretKey begins with sk_test_ and is at least 12 characters long.");
        var behavior = new Fate { Start = Refunds.Start, End = Refunds.End, AfterSeconds = Refunds.AfterSeconds, FailureReason = Refunds.FailureReason };
        if (behavior.Refuse() is { } wrong)
            throw new InvalidOperationException("The simulator's Refunds: " + wrong);
        if (Webhooks.Select(receiver => receiver.Refuse()).FirstOrDefault(refusal => refusal is not null) is { } refused)
            throw new InvalidOperationException(refused);
    }
}
