using System.Globalization;
using System.Text;
using OrdersAdmin.Payments;

namespace OrdersAdmin.Refunds;

/// <summary>What must hold for one payment.</summary>
internal static class PaymentRules
{
    public static void Check(PaymentBook book, List<Finding> findings)
    {
        var payment = book.Payment;
        var foreign = book.Mirrors.FindAll(mirror => mirror.RefundId is null && !mirror.KnownBefore);
        var executed = payment.RefundedBefore
            + book.Refunds.Where(refund => refund.State is RefundState.Pending or RefundState.RequiresAction or RefundState.Succeeded).Sum(refund => refund.Amount)
            + foreign.Where(mirror => mirror.Status is not ("failed" or "canceled")).Sum(mirror => mirror.Amount);
        if (executed > payment.Captured)
            Add("I1", $"{executed} are refunded of {payment.Captured} captured.");
        if (foreign.Count == 0 && payment.Overdrawn)
            Add("I1", $"{payment.Reserved} are set aside and {payment.Refunded} refunded of {payment.Captured} captured.");

        if (payment.Reserved != Sum(book.Ledger, LedgerKind.Reserve) + Sum(book.Ledger, LedgerKind.External) - Sum(book.Ledger, LedgerKind.Settle) - Sum(book.Ledger, LedgerKind.Release))
            Add("I9", $"The ledger does not come to the {payment.Reserved} that are set aside.");
        if (payment.Refunded != payment.RefundedBefore + Sum(book.Ledger, LedgerKind.Settle) - Sum(book.Ledger, LedgerKind.Reverse))
            Add("I9", $"The ledger does not come to the {payment.Refunded} that are refunded.");

        foreach (var mirror in foreign)
        {
            var own = book.Ledger.FindAll(entry => entry.RefundId is null && entry.ProviderRefundId == mirror.Id);
            var live = Sum(own, LedgerKind.External) - Sum(own, LedgerKind.Release) - Sum(own, LedgerKind.Reverse);
            if (live != (mirror.Status is "failed" or "canceled" ? 0 : mirror.Amount) || Sum(own, LedgerKind.Settle) - Sum(own, LedgerKind.Reverse) != (mirror.Status == "succeeded" ? mirror.Amount : 0))
                findings.Add(new("I6", mirror.Id, "The ledger does not show this refund as the provider has it."));
        }

        void Add(string invariant, string sentence) => findings.Add(new(invariant, payment.Id.ToString(), sentence));
    }

    public static long Sum(List<LedgerEntry> entries, LedgerKind kind) => entries.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount);
}

/// <summary>What must hold for one refund.</summary>
internal static class RefundRules
{
    public static void Check(RefundBooked booked, DateTimeOffset now, List<Finding> findings)
    {
        var (refund, book, ledger, mirror, hasTask) = booked;
        var reserved = Sum(LedgerKind.Reserve) - Sum(LedgerKind.Settle) - Sum(LedgerKind.Release);
        var settled = Sum(LedgerKind.Settle) - Sum(LedgerKind.Reverse);
        if (reserved != (refund.State.Holds() && refund.State != RefundState.Succeeded ? refund.Amount : 0) || settled != (refund.State == RefundState.Succeeded ? refund.Amount : 0))
            Add("I9", $"The ledger does not fit the state {refund.State}.");

        foreach (var attempt in refund.Attempts)
        {
            if (attempt.Key != $"refund-{refund.Id}-{attempt.Number}")
                Add("I3", "An attempt has a key that is not its own.");
            if (!AmountOf(attempt.Body, StripeAmount.ToStripe(refund.Amount, refund.Currency), refund.Id.ToString()))
                Add("I8", "An attempt's body does not carry the approved amount and our id.");
        }
        if (refund.Attempts.Count(attempt => attempt.Outcome is null) > 1)
            Add("I2", "Two attempts are open.");
        if (refund.Attempts.Count > 0 && !refund.ApprovalHolds)
            Add("I8", "It was sent without an approval of this revision.");
        if (mirror is not null && mirror.Amount != refund.Amount)
            Add("I8", "The provider executed another amount.");
        if (refund.Attempts.Count == 0 && (mirror is not null || refund.State.IsUnderWay() || refund.State is RefundState.Succeeded or RefundState.Failed or RefundState.Rejected))
            Add("I4", "It was sent without a committed attempt.");
        if (Sum(LedgerKind.Settle) > 0 && mirror is null)
            Add("I6", "It is settled without a refund at the provider.");
        if (mirror is not null && !refund.State.Equals(Expected(mirror.Status, refund)))
            Add("I6", $"It is {refund.State}, while the provider's refund is {mirror.Status}.");
        var released = refund.Attempts.Count > 0 && refund.State is RefundState.Failed or RefundState.Canceled or RefundState.Rejected;
        if (released && refund.Attempts.Count > 0 && mirror?.Status is not ("failed" or "canceled" or "succeeded") && !refund.Attempts.Any(attempt => attempt.Outcome == AttemptOutcome.Rejected))
            Add("I5", "Its money was released without word from the provider.");
        if (refund.State is RefundState.Sending or RefundState.Unknown && now - refund.StateSince > RefundTimes.SendingTooLong + RefundTimes.SendingTooLong && !hasTask)
            Add("I10", $"It has been {refund.State} since {refund.StateSince:u}, and nobody was told.");

        long Sum(LedgerKind kind) => PaymentRules.Sum(ledger, kind);

        void Add(string invariant, string sentence) => findings.Add(new(invariant, refund.Id.ToString(), sentence));
    }

    private static RefundState Expected(string status, Refund refund) => status switch
    {
        "succeeded" => RefundState.Succeeded,
        "failed" => RefundState.Failed,
        "canceled" => refund.EverSucceeded ? RefundState.Failed : RefundState.Canceled,
        "requires_action" => RefundState.RequiresAction,
        _ => RefundState.Pending,
    };

    private static bool AmountOf(byte[] body, long amount, string id)
    {
        var fields = Encoding.ASCII.GetString(body).Split('&').ToList();
        return fields.Contains("amount=" + amount.ToString(CultureInfo.InvariantCulture)) && fields.Exists(field => field.EndsWith("=" + id, StringComparison.Ordinal));
    }
}
