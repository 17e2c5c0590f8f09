using System.Text.Json.Serialization;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Refunds;

/// <summary>Money on its way back to a card, and the steps still planned for it.</summary>
internal sealed class Refund : IListed
{
    public required string Id { get; init; }

    public required string Charge { get; init; }

    public required string PaymentIntent { get; init; }

    public required long Created { get; init; }

    public required long Sequence { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public string? Reason { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = new(StringComparer.Ordinal);

    public required string Status { get; set; }

    public string? FailureReason { get; set; }

    public List<PlannedStep> Plan { get; set; } = [];

    /// <summary>A failed or canceled refund gives its amount back to the charge.</summary>
    [JsonIgnore]
    public bool HoldsMoney => RefundStatus.HoldsMoney(Status);
}

/// <summary>What will become of a refund without anybody asking.</summary>
internal sealed record PlannedStep(DateTimeOffset At, string Status, string? FailureReason);
