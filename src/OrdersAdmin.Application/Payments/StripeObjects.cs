using System.Text.Json.Serialization;

namespace OrdersAdmin.Payments;

/// <summary>A refund as Stripe tells it; the amount is in Stripe's units. Words that may grow (status, reasons) stay words.</summary>
internal sealed record StripeRefund
{
    public required string Id { get; init; }

    public required long Amount { get; init; }

    /// <summary>Small letters.</summary>
    public required string Currency { get; init; }

    public string? Status { get; init; }

    public string? PaymentIntent { get; init; }

    public string? Charge { get; init; }

    public string? FailureReason { get; init; }

    /// <summary>Unix seconds.</summary>
    public long Created { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Our id, which we sent along.</summary>
    [JsonIgnore]
    public string? OurId => Metadata?.GetValueOrDefault(StripeGateway.OurIdKey);
}

internal sealed record StripePaymentIntent
{
    public required string Id { get; init; }

    public required long Amount { get; init; }

    public long AmountReceived { get; init; }

    public required string Currency { get; init; }

    public string? LatestCharge { get; init; }
}

internal sealed record StripeCharge
{
    public required string Id { get; init; }

    public required long Amount { get; init; }

    public long AmountRefunded { get; init; }

    public required string Currency { get; init; }

    public string? PaymentIntent { get; init; }
}

/// <summary>A page on which somebody pays once; the amount is in Stripe's units.</summary>
internal sealed record StripeCheckoutSession
{
    public required string Id { get; init; }

    public required long AmountTotal { get; init; }

    public required string Currency { get; init; }

    /// <summary>open, complete or expired.</summary>
    public string? Status { get; init; }

    public string? PaymentStatus { get; init; }

    public string? PaymentIntent { get; init; }

    /// <summary>Null once nobody can pay there any more.</summary>
    public string? Url { get; init; }

    /// <summary>Unix seconds.</summary>
    public long ExpiresAt { get; init; }

    public string? ClientReferenceId { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeList<T>
{
    public IReadOnlyList<T> Data { get; init; } = [];

    public bool HasMore { get; init; }
}

/// <summary>An event, of which only the object's id is believed.</summary>
internal sealed record StripeEvent
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public long Created { get; init; }

    public StripeEventData? Data { get; init; }
}

internal sealed record StripeEventData(StripeEventObject? Object);

internal sealed record StripeEventObject(string? Id);
