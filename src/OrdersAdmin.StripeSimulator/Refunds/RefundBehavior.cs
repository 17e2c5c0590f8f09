namespace OrdersAdmin.StripeSimulator.Refunds;

/// <summary>What becomes of refunds that no test decides about.</summary>
public sealed record RefundBehavior
{
    /// <summary>pending, succeeded, requires_action or failed.</summary>
    public string Start { get; init; } = RefundStatus.Pending;

    /// <summary>The state that follows after <see cref="AfterSeconds"/>; null leaves the refund where it started.</summary>
    public string? End { get; init; } = RefundStatus.Succeeded;

    public double AfterSeconds { get; init; } = 3;

    /// <summary>Every n-th refund fails; 0 is none.</summary>
    public int FailOneIn { get; init; }

    /// <summary>Shifts which refund is the n-th.</summary>
    public int Seed { get; init; }

    public string FailureReason { get; init; } = "expired_or_canceled_card";
}
