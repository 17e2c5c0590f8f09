using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.StripeSimulator.Control;

internal sealed partial class ControlRoutes
{
    private void MapRefunds()
    {
        // The next refunds, before they are asked for.
        Post<Fate>("/_control/fates", (fate, _) =>
        {
            if (fate.Refuse() is { } refusal)
                return Told.No(refusal);
            ledger.Do(_ => ledger.Fates.Order(fate));
            return Told.Done;
        });

        // Every refund from now on that no fate was ordered for.
        Post<RefundBehavior>("/_control/behavior", (behavior, _) =>
        {
            if (new Fate { Start = behavior.Start, End = behavior.End, AfterSeconds = behavior.AfterSeconds, FailureReason = behavior.FailureReason }.Refuse() is { } refusal)
                return Told.No(refusal);
            ledger.Do(_ => ledger.Fates.Behavior = behavior);
            return Told.Done;
        });

        // One refund that exists: what becomes of it now or after a while, in place of what was planned.
        Post<RefundChange>("/_control/refunds/{id}", (change, request) => ledger.Do(now => Change(Id(request), change, now)));
    }

    private Told Change(string id, RefundChange change, DateTimeOffset now)
    {
        if (!ledger.Refunds.TryFind(id, out var refund))
            return Told.No("There is no such refund.");
        if (change.FailureReason is { } reason && !RefundStatus.FailureReasons.Contains(reason))
            return Told.No($"'{reason}' is no failure_reason of Stripe.");
        if (!RefundStatus.MayMove(refund.Status, change.Status))
            return Told.No($"A refund cannot go from '{refund.Status}' to '{change.Status}'.");
        var failure = change.Status == RefundStatus.Failed ? change.FailureReason ?? "unknown" : null;
        if (change.AfterSeconds > 0)
        {
            ledger.RefundDesk.PlanFor(refund, [new PlannedStep(now.AddSeconds(change.AfterSeconds), change.Status, failure)]);
        }
        else
        {
            ledger.RefundDesk.PlanFor(refund, []);
            ledger.RefundDesk.Move(refund, change.Status, failure, now);
        }

        return Told.Of(RefundJson.Of(refund));
    }

    private sealed record RefundChange
    {
        public required string Status { get; init; }

        public string? FailureReason { get; init; }

        public double AfterSeconds { get; init; }
    }
}
