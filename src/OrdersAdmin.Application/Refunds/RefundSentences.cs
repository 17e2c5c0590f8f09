using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Refunds;

/// <summary>What people read about a refund.</summary>
internal static class RefundSentences
{
    public static Money Money(Refund refund) => new(refund.Amount, refund.Currency);

    /// <summary>Where the refund stands.</summary>
    public static string State(Refund refund) => refund.State switch
    {
        RefundState.Requested => "Just requested.",
        RefundState.AwaitingApproval => $"Waits for approval. {refund.WhyApproval}",
        RefundState.Approved => refund.WhyApproval is null ? "About to be sent to the payment provider." : $"Approved by {refund.ApprovedByName}; about to be sent to the payment provider.",
        RefundState.Sending => "On its way to the payment provider.",
        RefundState.Pending => "The payment provider is paying it out.",
        RefundState.RequiresAction => "The customer has to confirm it at the payment provider.",
        RefundState.Succeeded => "Paid out.",
        RefundState.Failed when refund.EverSucceeded => $"Failed after it had been paid out{Because(refund)} The customer does not have the money.",
        RefundState.Failed => $"Failed{Because(refund)} The customer does not have the money.",
        RefundState.Canceled => "Cancelled; no money moved.",
        RefundState.Rejected => $"The payment provider refused it{Because(refund)} No money moved.",
        RefundState.Unknown => "The payment provider has not answered clearly; it is being looked for. It will not be paid twice.",
        RefundState.Declined => $"Declined: {refund.DeclineReason}",
        _ => throw new ArgumentOutOfRangeException(nameof(refund)),
    };

    /// <summary>Why what was asked for is not possible in this state.</summary>
    public static string NotNow(Refund refund, DateTimeOffset now) => refund.State switch
    {
        RefundState.Approved when refund.ApprovedAt is { } at => $"Already approved by {refund.ApprovedByName}, {Ago.Of(now - at)}.",
        RefundState.Declined => $"Already declined, {Ago.Of(now - refund.StateSince)}: {refund.DeclineReason}",
        RefundState.Canceled => $"Already cancelled, {Ago.Of(now - refund.StateSince)}.",
        RefundState.AwaitingApproval => "It still waits for approval.",
        _ when refund is { ApprovedByName: { } name, ApprovedAt: { } at } => $"Approved by {name}, {Ago.Of(now - at)}, and sent to the payment provider since.",
        _ => "It was sent to the payment provider already.",
    };

    /// <summary>A provider's word for a failure, as a sentence's end.</summary>
    public static string Failure(string? reason) => reason switch
    {
        "lost_or_stolen_card" => "the card was reported lost or stolen",
        "expired_or_canceled_card" => "the card has expired or was closed",
        "charge_for_pending_refund_disputed" or "charge_disputed" or "refund_disputed_payment" => "the customer disputes the payment",
        "insufficient_funds" => "the shop's balance at the provider is too low",
        "declined" => "the customer's bank declined it",
        "merchant_request" => "the provider cancelled it at the shop's request",
        "charge_already_refunded" => "the payment is refunded in full already",
        "amount_too_large" => "less than this is left of the payment",
        "charge_not_refundable" => "the payment cannot be refunded",
        "resource_missing" => "the provider does not know the payment",
        null or "unknown" => "the provider gives no reason",
        _ => $"the provider says {reason.Replace('_', ' ')}",
    };

    /// <summary>The parts of the sum as the page shows them.</summary>
    public static IReadOnlyList<MoneyPart> Parts(RefundBreakdown sum, Order order)
    {
        var currency = order.Currency;
        var parts = new List<MoneyPart>();
        foreach (var units in sum.Lines)
            parts.Add(new(Label(units, order), Amount(sum.Of(units))));
        if (sum.Shipping + sum.ShippingTax != 0)
            parts.Add(new($"Shipping {Amount(sum.Shipping)}{Tax(sum.ShippingTax)}", Amount(sum.ShippingTotal)));
        foreach (var fee in sum.Fees)
            parts.Add(new(fee.Label, Amount(-fee.Amount)));
        if (sum.Adjustment != 0)
            parts.Add(new(parts.Count == 0 ? "Amount" : sum.Adjustment > 0 ? "More than the items come to" : "Less than the items come to", Amount(sum.Adjustment)));
        return parts;

        Money Amount(long minor) => new(minor, currency);

        string Tax(long minor) => minor == 0 ? "" : sum.TaxInPrices ? $", of which tax {Amount(minor)}" : $", tax {Amount(minor)}";

        string Label(RefundedUnits units, Order of) =>
            $"{units.Quantity} × {of.Lines.First(line => line.Id == units.LineItemId).Name} {Amount(units.Subtotal)}"
            + (units.Discount == 0 ? "" : $", discount {Amount(-units.Discount)}") + Tax(units.Tax);
    }

    /// <summary>"€48.20 to Visa ••4242", or with several payments "€30.00 to Visa ••4242 and €18.20 to Mastercard ••1111".</summary>
    public static string Effect(IEnumerable<(Money Amount, string To)> slices, string preposition = "to")
    {
        var parts = slices.Select(slice => $"{slice.Amount} {preposition} {slice.To}").ToList();
        return parts.Count < 2 ? string.Concat(parts) : string.Join(", ", parts.SkipLast(1)) + " and " + parts[^1];
    }

    /// <summary>What was paid otherwise than through the provider, a sentence for each payment.</summary>
    public static IEnumerable<string> Elsewhere(Order order) => order.Payments.Where(payment => !payment.Refundable && payment.Captured > payment.Refunded)
        .Select(payment => $"{new Money(payment.Captured - payment.Refunded, order.Currency)} was paid with {payment.Label}, which is refunded where it was taken, not here.");

    private static string Because(Refund refund) => refund.Failure is null ? "." : $": {Failure(refund.Failure)}.";
}
