using System.Text;

namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>A delivery on demand, genuine or wrong in one known way.</summary>
internal sealed record ForgedDelivery
{
    /// <summary>genuine, forged, tampered, v0_only, unsigned, garbled, rolled or previous_secret.</summary>
    public string Kind { get; init; } = "genuine";

    /// <summary>Null is the latest event.</summary>
    public string? Event { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>How old the signature's time is; negative lies in the future.</summary>
    public double AgeSeconds { get; init; }

    public int Times { get; init; } = 1;
}

/// <summary>What a receiver is sent for each kind of forgery.</summary>
internal static class Forgery
{
    private const string Stranger = "whsec_of_somebody_else";

    public static (byte[] Body, string? Signature)? Make(string kind, byte[] body, WebhookEndpoint endpoint, DateTimeOffset at) => kind switch
    {
        "genuine" => (body, WebhookSignature.Header(body, at, endpoint.SecretsAt(at))),
        "forged" => (body, WebhookSignature.Header(body, at, [Stranger])),
        "tampered" => (Tamper(body), WebhookSignature.Header(body, at, [endpoint.Secret])),
        "v0_only" => (body, WebhookSignature.Header(body, at, [endpoint.Secret], onlyV0: true)),
        "unsigned" => (body, null),
        "garbled" => (body, "t=yesterday,v1=zz,,=,v1"),
        "rolled" => (body, WebhookSignature.Header(body, at, [Stranger, endpoint.Secret])),
        "previous_secret" => (body, WebhookSignature.Header(body, at, [endpoint.PreviousSecret ?? Stranger])),
        _ => null,
    };

    private static byte[] Tamper(byte[] body) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("\"livemode\": false", "\"livemode\": true", StringComparison.Ordinal));
}
