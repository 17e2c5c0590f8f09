using OrdersAdmin.StripeSimulator.PaymentIntents;

namespace OrdersAdmin.StripeSimulator.Refunds;

/// <summary>Decides each refund's fate: one set by a test comes first, then the card's own habit, then the configured behavior.</summary>
internal sealed class FateBook(RefundBehavior configured)
{
    private readonly RefundBehavior configured = configured;
    private readonly List<(Fate Fate, int Left)> ordered = [];
    private long refunds;

    public long Refunds
    {
        get => refunds;
        set => refunds = value;
    }

    public RefundBehavior Behavior { get; set; } = configured;

    public void Order(Fate fate) => ordered.Add((fate, fate.Count));

    public void Clear()
    {
        ordered.Clear();
        refunds = 0;
        Behavior = configured;
    }

    public Fate Next(Charge charge)
    {
        refunds++;
        var at = ordered.FindIndex(entry => entry.Fate.PaymentIntent is null || entry.Fate.PaymentIntent == charge.PaymentIntent);
        if (at >= 0)
        {
            var (fate, left) = ordered[at];
            if (left > 1)
                ordered[at] = (fate, left - 1);
            else
                ordered.RemoveAt(at);
            return fate;
        }

        var after = Behavior.AfterSeconds;
        return charge.PaymentMethod switch
        {
            TestCard.RefundFails => new Fate { Start = RefundStatus.Succeeded, FailsLaterSeconds = after, FailureReason = "expired_or_canceled_card" },
            TestCard.RefundPends => new Fate { AfterSeconds = after },
            _ when Behavior.FailOneIn > 0 && (refunds + Behavior.Seed) % Behavior.FailOneIn == 0 =>
                new Fate { Start = Failing(Behavior.Start), End = RefundStatus.Failed, AfterSeconds = after, FailureReason = Behavior.FailureReason },
            _ => new Fate { Start = Behavior.Start, End = Behavior.End, AfterSeconds = after, FailureReason = Behavior.FailureReason },
        };
    }

    private static string Failing(string start) => start == RefundStatus.Failed ? RefundStatus.Pending : start;
}
