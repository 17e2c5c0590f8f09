using System.Text.Json;
using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Payments;

/// <summary>The door for Stripe's webhooks: checks the signature over the raw bytes, keeps the event, and leaves the work to a worker.</summary>
public sealed class StripeWebhook
{
    /// <summary>Bytes; what is larger is none of Stripe's.</summary>
    public const int LargestBody = 256 * 1024;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Inbox inbox;
    private readonly StripeOptions options;
    private readonly TimeProvider clock;

    internal StripeWebhook(Inbox inbox, StripeOptions options, TimeProvider clock) => (this.inbox, this.options, this.clock) = (inbox, options, clock);

    /// <summary>Done once it is on disk. Forbidden without a genuine signature, Invalid when it is no event.</summary>
    public async Task<Result<Done>> Receive(string? signature, byte[] body)
    {
        if (body.Length > LargestBody)
            return new Problem.Invalid("body", "This is too large for an event.");
        if (!StripeSignature.IsGenuine(signature, body, options.WebhookSecrets, clock.GetUtcNow()))
            return new Problem.Forbidden("The signature is not the payment provider's.");
        try
        {
            if (JsonSerializer.Deserialize<StripeEvent>(body, Json) is { Id.Length: > 0 and <= 255 } told)
                return await inbox.Keep(told, body);
        }
        catch (JsonException)
        {
            // Told below: it is signed and still no event.
        }
        return new Problem.Invalid("body", "This is not an event.");
    }
}
