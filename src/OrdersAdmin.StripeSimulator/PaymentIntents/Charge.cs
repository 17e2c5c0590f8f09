using System.Text.Json.Serialization;
using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.StripeSimulator.PaymentIntents;

/// <summary>The money a payment moved, and what of it went back.</summary>
internal sealed class Charge : IListed
{
    public required string Id { get; init; }

    public required string PaymentIntent { get; init; }

    public required long Created { get; init; }

    public required long Sequence { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string PaymentMethod { get; init; }

    public required string Brand { get; init; }

    public required string Last4 { get; init; }

    public string? Description { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = new(StringComparer.Ordinal);

    public long AmountCaptured { get; set; }

    public bool Captured { get; set; }

    public bool Canceled { get; set; }

    public bool Disputed { get; set; }

    /// <summary>Made with the first refund: most charges never see one.</summary>
    [JsonIgnore]
    public Register<Refund>? Refunds { get; set; }

    /// <summary>Summed from the refunds each time: a stored total could drift from them.</summary>
    [JsonIgnore]
    public long AmountRefunded => Refunds?.All.Where(refund => refund.HoldsMoney).Sum(refund => refund.Amount) ?? 0;

    [JsonIgnore]
    public long Remaining => AmountCaptured - AmountRefunded;

    [JsonIgnore]
    public bool IsFullyRefunded => Captured && AmountCaptured > 0 && Remaining == 0;
}
