using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Checkout;

/// <summary>A page on which somebody pays once; amounts in the currency's minor units as Stripe counts them.</summary>
internal sealed class CheckoutSession : IListed
{
    public const string Open = "open";
    public const string Complete = "complete";
    public const string Expired = "expired";

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required long Sequence { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<CheckoutLine> Lines { get; init; }

    public required long Total { get; init; }

    public required string SuccessUrl { get; init; }

    public string? CancelUrl { get; init; }

    public string? CustomerEmail { get; init; }

    public string? ClientReferenceId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> PaymentMetadata { get; init; } = new(StringComparer.Ordinal);

    public string? PaymentDescription { get; init; }

    public string Status { get; set; } = Open;

    public string? PaymentIntent { get; set; }
}

internal sealed record CheckoutLine(string Name, long UnitAmount, long Quantity);
