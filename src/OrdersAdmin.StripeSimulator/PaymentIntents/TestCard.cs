using System.Collections.Frozen;

namespace OrdersAdmin.StripeSimulator.PaymentIntents;

/// <summary>Stripe's test payment methods, and what each is known for.</summary>
internal sealed record TestCard(string Id, string Brand, string Last4)
{
    public const string Visa = "pm_card_visa";

    /// <summary>A refund of this card begins as succeeded and fails some time later.</summary>
    public const string RefundFails = "pm_card_refundFail";

    /// <summary>A refund of this card begins as pending and succeeds some time later.</summary>
    public const string RefundPends = "pm_card_pendingRefund";

    public const string Disputes = "pm_card_createDispute";

    private const string Declines = "pm_card_visa_chargeDeclined";

    private static readonly FrozenDictionary<string, TestCard> Known = new[]
    {
        new TestCard(Visa, "visa", "4242"),
        new TestCard("pm_card_visa_debit", "visa", "5556"),
        new TestCard("pm_card_mastercard", "mastercard", "4444"),
        new TestCard("pm_card_amex", "amex", "8431"),
        new TestCard("pm_card_discover", "discover", "1117"),
        new TestCard(RefundFails, "visa", "5126"),
        new TestCard(RefundPends, "visa", "7726"),
        new TestCard(Disputes, "visa", "0259"),
        new TestCard(Declines, "visa", "0002"),
    }.ToFrozenDictionary(card => card.Id, StringComparer.Ordinal);

    public bool IsDeclined => Id == Declines;

    public static TestCard? Find(string id) => Known.GetValueOrDefault(id);
}
