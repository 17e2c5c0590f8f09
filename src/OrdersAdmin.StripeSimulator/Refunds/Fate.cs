namespace OrdersAdmin.StripeSimulator.Refunds;

/// <summary>What becomes of a refund: the state it starts in, the one it ends in after a while, and perhaps a failure long after.</summary>
internal sealed record Fate
{
    public string Start { get; init; } = RefundStatus.Pending;

    /// <summary>Null leaves the refund where it started.</summary>
    public string? End { get; init; } = RefundStatus.Succeeded;

    public double AfterSeconds { get; init; }

    public string? FailureReason { get; init; }

    /// <summary>Counted from the success; Stripe allows thirty days.</summary>
    public double? FailsLaterSeconds { get; init; }

    /// <summary>Only a refund of this payment meets this fate; null is any.</summary>
    public string? PaymentIntent { get; init; }

    public int Count { get; init; } = 1;

    public string? Refuse()
    {
        if (!RefundStatus.Starts.Contains(Start))
            return $"A refund cannot start as '{Start}'.";
        if (End is not null && End != Start && !RefundStatus.MayMove(Start, End))
            return $"A refund cannot go from '{Start}' to '{End}'.";
        if (FailureReason is not null && !RefundStatus.FailureReasons.Contains(FailureReason))
            return $"'{FailureReason}' is no failure_reason of Stripe.";
        if (FailsLaterSeconds is not null && (End ?? Start) != RefundStatus.Succeeded)
            return "Only a refund that succeeds can fail later.";
        return AfterSeconds < 0 || FailsLaterSeconds < 0 || Count < 1 ? "Seconds and count are not negative." : null;
    }

    public List<PlannedStep> Plan(DateTimeOffset now)
    {
        var plan = new List<PlannedStep>();
        var at = now.AddSeconds(AfterSeconds);
        if (End is { } end && end != Start)
            plan.Add(new PlannedStep(at, end, end == RefundStatus.Failed ? FailureReason ?? "unknown" : null));
        if (FailsLaterSeconds is { } later)
            plan.Add(new PlannedStep(at.AddSeconds(later), RefundStatus.Failed, FailureReason ?? "lost_or_stolen_card"));
        return plan;
    }
}
