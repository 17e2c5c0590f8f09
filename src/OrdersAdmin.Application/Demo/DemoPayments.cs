using OrdersAdmin.Channels;

namespace OrdersAdmin.Demo;

/// <summary>Who paid how, and what went back; minor units.</summary>
internal static class DemoPayments
{
    private static readonly (string Provider, string Method, int Acme, int Kumo)[] Methods =
    [
        ("stripe", "Visa ••4242", 34, 24),
        ("stripe", "Mastercard ••4444", 24, 12),
        ("stripe", "American Express ••0005", 6, 4),
        ("stripe", "JCB ••0505", 0, 22),
        ("stripe", "Apple Pay", 10, 12),
        ("paypal", "PayPal", 18, 4),
        ("klarna", "Klarna", 8, 0),
        ("konbini", "コンビニ払い", 0, 14),
        ("paypay", "PayPay", 0, 8),
    ];

    /// <summary>Paid in full, before anything went back.</summary>
    public static IntakePayment Paid(DemoSite site, DemoChannel channel, int i, long total, SplitMix64 random)
    {
        var (provider, method, _, _) = random.Weighted(Methods, each => site == DemoSite.All[0] ? each.Acme : each.Kumo);
        if (channel.InStore && random.Chance(300))
            (provider, method) = ("cash", site.Currency == "JPY" ? "現金" : "Cash");
        else if (channel.Wholesale)
            (provider, method) = ("bank_transfer", "Bank transfer");
        else if (channel.Channel == Orders.Channel.Platform)
            provider = channel.Name.ToLowerInvariant();
        var intent = provider == "stripe" ? FormattableString.Invariant($"pi_demo{i:000000}{random.Below(1_000_000):000000}") : null;
        return new(provider, intent, method, Captured: total);
    }

    /// <summary>What the fate leaves of the payment.</summary>
    public static IntakePayment After(DemoFate fate, IntakePayment paid, long shipping, long oneUnit, SplitMix64 random)
    {
        var total = paid.Captured;
        return fate switch
        {
            DemoFate.Open => random.Below(100) switch
            {
                < 6 => paid with { Captured = 0, Authorized = total },
                < 12 => new("bank_transfer", null, "Bank transfer"),
                _ => paid,
            },
            DemoFate.Cancelled => random.Below(100) switch
            {
                < 45 => paid with { Refunded = total },
                < 85 => paid with { Captured = 0, Voided = true },
                < 96 => new("bank_transfer", null, "Bank transfer"),
                // The recall of the money failed; the order stays paid and somebody has to look.
                _ => paid,
            },
            DemoFate.RefundedUnshipped or DemoFate.RefundedShipped => paid with { Refunded = total },
            DemoFate.PartlyRefunded or DemoFate.PartlyReturned => paid with { Refunded = Math.Min(oneUnit, total - 1) },
            // Everything is back; delivery or a tenth is kept, or the refund is still to come.
            DemoFate.Returned => paid with { Refunded = random.Chance(250) ? 0 : shipping > 0 ? total - shipping : total * 9 / 10 },
            _ => paid,
        };
    }
}
