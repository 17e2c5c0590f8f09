using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Money;
using OrdersAdmin.StripeSimulator.PaymentIntents;

namespace OrdersAdmin.StripeSimulator.Refunds;

internal sealed record NewRefund(string? PaymentIntent, string? Charge, long? Amount, string? Reason, MetadataChange Metadata);

/// <summary>Refunds and their arithmetic; the caller holds the ledger's gate.</summary>
internal sealed class RefundDesk(Ledger ledger)
{
    private readonly PriorityQueue<(string Refund, PlannedStep Step), DateTimeOffset> agenda = new();

    public DateTimeOffset? NextDue => agenda.TryPeek(out _, out var due) ? due : null;

    public Outcome<Refund> Create(NewRefund order, DateTimeOffset now)
    {
        var found = ChargeOf(order);
        if (found.Value is not { } charge)
            return found.Error!;
        if (Refuse(charge, order.Amount) is { } refusal)
            return refusal;
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (order.Metadata.ApplyTo(metadata) is { } unfit)
            return unfit;

        var fate = ledger.Fates.Next(charge);
        var refund = new Refund
        {
            Id = Ids.New("re"),
            Charge = charge.Id,
            PaymentIntent = charge.PaymentIntent,
            Created = now.ToUnixTimeSeconds(),
            Sequence = ledger.NextSequence(),
            Amount = order.Amount ?? charge.Remaining,
            Currency = charge.Currency,
            Reason = order.Reason,
            Metadata = metadata,
            Status = fate.Start,
            FailureReason = fate.Start == RefundStatus.Failed ? fate.FailureReason ?? "unknown" : null,
        };
        Enter(refund);
        ledger.Events.Tell("refund.created", RefundJson.Of(refund), now);
        if (refund.HoldsMoney)
            ledger.Events.Tell("charge.refunded", ChargeJson.Of(charge), now);
        else
            ledger.Events.Tell("refund.failed", RefundJson.Of(refund), now);
        PlanFor(refund, fate.Plan(now));
        return refund;
    }

    /// <summary>Puts a refund on its charge without a word to anybody: a new one, a seeded one, or one read back from a file.</summary>
    public void Enter(Refund refund)
    {
        var charge = ledger.Charges.Get(refund.Charge);
        charge.Refunds ??= new Register<Refund>();
        charge.Refunds.Add(refund);
        ledger.Refunds.Add(refund);
    }

    public void PlanFor(Refund refund, List<PlannedStep> plan)
    {
        refund.Plan = plan;
        ledger.Keep(refund);
        if (plan.Count > 0)
            agenda.Enqueue((refund.Id, plan[0]), plan[0].At);
    }

    public Outcome<Refund> Update(Refund refund, MetadataChange change, DateTimeOffset now)
    {
        var before = MetadataJson.Of(refund.Metadata);
        if (change.ApplyTo(refund.Metadata) is { } unfit)
            return unfit;
        if (!change.IsNothing)
        {
            ledger.Keep(refund);
            ledger.Events.Tell("refund.updated", RefundJson.Of(refund), now, new JsonObject { ["metadata"] = before });
        }

        return refund;
    }

    public Outcome<Refund> Cancel(Refund refund, DateTimeOffset now)
    {
        if (refund.Status != RefundStatus.RequiresAction)
            return StripeError.Refused(null, $"You cannot cancel this refund because it has a status of {refund.Status}. Only a refund with a status of requires_action may be canceled.");
        Move(refund, RefundStatus.Canceled, null, now);
        PlanFor(refund, []);
        return refund;
    }

    /// <summary>Moves a refund as the card networks would; false when Stripe knows no such move.</summary>
    public bool Move(Refund refund, string status, string? failureReason, DateTimeOffset now)
    {
        if (!RefundStatus.MayMove(refund.Status, status))
            return false;
        var before = new JsonObject { ["status"] = refund.Status };
        refund.Status = status;
        refund.FailureReason = failureReason;
        ledger.Keep(refund);
        ledger.Events.Tell("refund.updated", RefundJson.Of(refund), now, before);
        ledger.Events.Tell("charge.refund.updated", RefundJson.Of(refund), now, before.DeepClone().AsObject());
        if (status == RefundStatus.Failed)
            ledger.Events.Tell("refund.failed", RefundJson.Of(refund), now);
        return true;
    }

    public void FailPending(Charge charge, string failureReason, DateTimeOffset now)
    {
        foreach (var refund in charge.Refunds?.All.Where(refund => refund.Status == RefundStatus.Pending) ?? [])
        {
            Move(refund, RefundStatus.Failed, failureReason, now);
            PlanFor(refund, []);
        }
    }

    /// <summary>Takes every planned step that is due, each at its own moment.</summary>
    public void Settle(DateTimeOffset now)
    {
        while (agenda.TryPeek(out var planned, out var due) && due <= now)
        {
            agenda.Dequeue();
            var refund = ledger.Refunds.Get(planned.Refund);
            if (refund.Plan.Count == 0 || !ReferenceEquals(refund.Plan[0], planned.Step))
                continue; // decided otherwise since
            var rest = refund.Plan[1..];
            if (!Move(refund, planned.Step.Status, planned.Step.FailureReason, due))
                rest.Clear();
            PlanFor(refund, rest);
        }
    }

    public void Clear() => agenda.Clear();

    private Outcome<Charge> ChargeOf(NewRefund order)
    {
        if (order.Charge is { } chargeId && !ledger.Charges.TryFind(chargeId, out _))
            return StripeError.Missing("charge", chargeId, "charge");
        if (order.PaymentIntent is not { } intentId)
            return ledger.Charges.Get(order.Charge!);
        if (!ledger.Intents.TryFind(intentId, out var intent))
            return StripeError.Missing("payment_intent", intentId, "payment_intent");
        if (intent.LatestCharge is not { } latest)
            return StripeError.Refused("charge_not_refundable", $"This PaymentIntent ({intent.Id}) does not have a successful charge to refund.", "payment_intent");
        if (order.Charge is not null && order.Charge != latest)
            return StripeError.Refused(null, $"The charge {order.Charge} does not belong to the PaymentIntent {intent.Id}.", "charge");
        return ledger.Charges.Get(latest);
    }

    private static StripeError? Refuse(Charge charge, long? amount)
    {
        if (amount is { } exact && Currencies.Refuse(exact, charge.Currency, "amount") is { } unfit)
            return unfit;
        if (charge.Disputed)
            return StripeError.Refused("charge_disputed", $"Charge {charge.Id} has been charged back; cannot issue a refund.");
        if (!charge.Captured || charge.Canceled)
            return StripeError.Refused("charge_not_refundable", $"Charge {charge.Id} has not been captured; cancel its PaymentIntent instead of refunding it.");
        if (charge.Remaining == 0)
            return StripeError.Refused("charge_already_refunded", $"Charge {charge.Id} has already been refunded.");
        if (amount > charge.Remaining)
            return StripeError.Refused(null, $"Refund amount ({Currencies.Show(amount.Value, charge.Currency)}) is greater than unrefunded amount on charge ({Currencies.Show(charge.Remaining, charge.Currency)})", "amount");
        return null;
    }
}
