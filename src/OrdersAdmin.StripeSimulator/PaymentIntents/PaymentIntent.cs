using System.Text.Json.Serialization;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.PaymentIntents;

/// <summary>One payment as Stripe's ledger holds it; amounts in the currency's minor units as Stripe counts them.</summary>
internal sealed class PaymentIntent : IListed
{
    public const string NeedsMethod = "requires_payment_method";
    public const string NeedsConfirmation = "requires_confirmation";
    public const string NeedsCapture = "requires_capture";
    public const string Succeeded = "succeeded";
    public const string Canceled = "canceled";

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required long Sequence { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string CaptureMethod { get; init; }

    public string? Description { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = new(StringComparer.Ordinal);

    public string Status { get; set; } = NeedsMethod;

    public string? PaymentMethod { get; set; }

    public string? LatestCharge { get; set; }

    public long AmountReceived { get; set; }

    public long? CanceledAt { get; set; }

    public string? CancellationReason { get; set; }

    [JsonIgnore]
    public long AmountCapturable => Status == NeedsCapture ? Amount : 0;
}
