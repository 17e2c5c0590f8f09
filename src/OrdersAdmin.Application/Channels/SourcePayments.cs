namespace OrdersAdmin.Channels;

/// <summary>Money as far as a source that only names a payment status lets it be known.</summary>
internal static class SourcePayments
{
    public static IReadOnlyList<IntakePayment> Of(string? status, long total, SourceRemarks remarks, string field, string? provider = null, string? intentId = null)
    {
        provider ??= remarks.Source;
        switch (SourceRemarks.Plain(status))
        {
            case "" or "pending" or "unpaid" or "waiting" or "paying" or "not_paid":
                return [];
            case "authorized":
                return [new(provider, intentId, Authorized: total)];
            case "paid":
                return [new(provider, intentId, Captured: total)];
            case "refunded":
                return [new(provider, intentId, Captured: total, Refunded: total)];
            case "voided":
                return [new(provider, intentId, Voided: true)];
            case "partially_refunded":
                remarks.Add($"{remarks.Source} says that a part was refunded, without saying how much.");
                return [new(provider, intentId, Captured: total)];
            case "partially_paid" or "part_paid":
                remarks.Add($"{remarks.Source} says that a part was paid, without saying how much.");
                return [];
            default:
                remarks.UnknownStatus(field, status);
                return [];
        }
    }
}
