using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Money;

namespace OrdersAdmin.StripeSimulator.PaymentIntents;

internal sealed record NewIntent(
    long Amount, string Currency, string CaptureMethod, string? PaymentMethod, bool Confirm, string? Description, MetadataChange Metadata);

/// <summary>What may be done to payments; the caller holds the ledger's gate.</summary>
internal sealed class PaymentDesk(Ledger ledger)
{
    public const long MostAmount = 99_999_999;

    public Outcome<PaymentIntent> Create(NewIntent order, DateTimeOffset now)
    {
        if (!Currencies.IsKnown(order.Currency))
            return StripeError.Invalid(null, $"Invalid currency: {order.Currency}.", "currency");
        if (order.Amount > MostAmount)
            return StripeError.Invalid("amount_too_large", $"Amount must be no more than {Currencies.Show(MostAmount, order.Currency)}", "amount");
        if (Currencies.Refuse(order.Amount, order.Currency, "amount") is { } refusal)
            return refusal;
        if (order.PaymentMethod is { } method && TestCard.Find(method) is null)
            return StripeError.Missing("PaymentMethod", method, "payment_method");
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (order.Metadata.ApplyTo(metadata) is { } unfit)
            return unfit;

        var intent = new PaymentIntent
        {
            Id = Ids.New("pi"),
            Created = now.ToUnixTimeSeconds(),
            Sequence = ledger.NextSequence(),
            Amount = order.Amount,
            Currency = order.Currency,
            CaptureMethod = order.CaptureMethod,
            Description = order.Description,
            Metadata = metadata,
            PaymentMethod = order.PaymentMethod,
            Status = order.PaymentMethod is null ? PaymentIntent.NeedsMethod : PaymentIntent.NeedsConfirmation,
        };
        ledger.Intents.Add(intent);
        Tell("payment_intent.created", intent, now);
        return order.Confirm ? Confirm(intent, null, now) : intent;
    }

    public Outcome<PaymentIntent> Confirm(PaymentIntent intent, string? paymentMethod, DateTimeOffset now)
    {
        if (intent.Status is not (PaymentIntent.NeedsMethod or PaymentIntent.NeedsConfirmation))
            return Unexpected($"You cannot confirm this PaymentIntent because it has a status of {intent.Status}.");
        if ((paymentMethod ?? intent.PaymentMethod) is not { } method)
            return Unexpected("You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.");
        if (TestCard.Find(method) is not { } card)
            return StripeError.Missing("PaymentMethod", method, "payment_method");
        if (card.IsDeclined)
        {
            intent.Status = PaymentIntent.NeedsMethod;
            intent.PaymentMethod = null;
            Tell("payment_intent.payment_failed", intent, now);
            return new StripeError(402, "card_error", "card_declined", "Your card was declined.") { ExecutionBegan = true };
        }

        var charge = new Charge
        {
            Id = Ids.New("ch"),
            PaymentIntent = intent.Id,
            Created = now.ToUnixTimeSeconds(),
            Sequence = ledger.NextSequence(),
            Amount = intent.Amount,
            Currency = intent.Currency,
            PaymentMethod = card.Id,
            Brand = card.Brand,
            Last4 = card.Last4,
            Description = intent.Description,
            Metadata = new(intent.Metadata, StringComparer.Ordinal),
        };
        ledger.Charges.Add(charge);
        intent.PaymentMethod = card.Id;
        intent.LatestCharge = charge.Id;
        intent.Status = PaymentIntent.NeedsCapture;
        Tell("charge.succeeded", charge, now);
        if (intent.CaptureMethod == "manual")
        {
            Tell("payment_intent.amount_capturable_updated", intent, now);
            return intent;
        }

        return Capture(intent, null, now);
    }

    public Outcome<PaymentIntent> Capture(PaymentIntent intent, long? amount, DateTimeOffset now)
    {
        if (intent.Status != PaymentIntent.NeedsCapture)
            return Unexpected($"This PaymentIntent could not be captured because it has a status of {intent.Status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.");
        if (amount > intent.AmountCapturable)
            return StripeError.Refused("amount_too_large", $"Amount to capture ({Currencies.Show(amount.Value, intent.Currency)}) must be less than or equal to the amount capturable ({Currencies.Show(intent.AmountCapturable, intent.Currency)}).", "amount_to_capture");
        if (amount is { } asked && Currencies.Refuse(asked, intent.Currency, "amount_to_capture") is { } refusal)
            return refusal;

        var charge = ledger.Charges.Get(intent.LatestCharge!);
        charge.Captured = true;
        charge.AmountCaptured = amount ?? intent.Amount;
        intent.AmountReceived = charge.AmountCaptured;
        intent.Status = PaymentIntent.Succeeded;
        if (intent.CaptureMethod == "manual")
            Tell("charge.captured", charge, now);
        Tell("payment_intent.succeeded", intent, now);
        if (charge.PaymentMethod == TestCard.Disputes)
            Dispute(charge, now);
        return intent;
    }

    public Outcome<PaymentIntent> Cancel(PaymentIntent intent, string? reason, DateTimeOffset now)
    {
        if (intent.Status is PaymentIntent.Succeeded or PaymentIntent.Canceled)
            return Unexpected($"You cannot cancel this PaymentIntent because it has a status of {intent.Status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.");

        intent.Status = PaymentIntent.Canceled;
        intent.CanceledAt = now.ToUnixTimeSeconds();
        intent.CancellationReason = reason;
        if (intent.LatestCharge is { } id)
        {
            ledger.Charges.Get(id).Canceled = true;
            ledger.Keep(ledger.Charges.Get(id));
        }

        Tell("payment_intent.canceled", intent, now);
        return intent;
    }

    public Charge Dispute(Charge charge, DateTimeOffset now)
    {
        if (!charge.Disputed)
        {
            var dispute = ChargeJson.Dispute(charge, Ids.New("dp"), now.ToUnixTimeSeconds());
            charge.Disputed = true;
            ledger.Keep(charge);
            ledger.Events.Tell("charge.dispute.created", dispute, now);
            ledger.RefundDesk.FailPending(charge, "charge_for_pending_refund_disputed", now);
        }

        return charge;
    }

    private static StripeError Unexpected(string message) => StripeError.Refused("payment_intent_unexpected_state", message, "payment_intent");

    private void Tell(string type, PaymentIntent intent, DateTimeOffset now)
    {
        ledger.Keep(intent);
        ledger.Events.Tell(type, PaymentIntentJson.Of(intent), now);
    }

    private void Tell(string type, Charge charge, DateTimeOffset now)
    {
        ledger.Keep(charge);
        ledger.Events.Tell(type, ChargeJson.Of(charge), now);
    }
}
