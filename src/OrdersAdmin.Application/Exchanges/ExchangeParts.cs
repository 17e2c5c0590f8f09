using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;

namespace OrdersAdmin.Exchanges;

/// <summary>Units of one line that come back, and the variant that goes out instead.</summary>
public sealed class ExchangeLine
{
    private ExchangeLine() { }

    internal ExchangeLine(Id<LineItem> lineItemId, int quantity, Variant variant, long unitPrice, UnitsValue old, UnitsValue @new)
    {
        (LineItemId, Quantity, VariantId, Sku, Name, ProductId) = (lineItemId, quantity, variant.Id, variant.Sku, variant.Name, variant.ProductId);
        (UnitPrice, Old, New) = (unitPrice, old, @new);
    }

    public Id<Exchange> ExchangeId { get; private set; }

    public Id<LineItem> LineItemId { get; private set; }

    public int Quantity { get; private set; }

    public Id<Variant> VariantId { get; private set; }

    /// <summary>The variant as it was called then; it may be gone since.</summary>
    public string Sku { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string ProductId { get; private set; } = "";

    /// <summary>Of the replacement, in minor units of the order's currency.</summary>
    public long UnitPrice { get; private set; }

    /// <summary>What the units are worth that come back.</summary>
    public UnitsValue Old { get; private set; } = null!;

    /// <summary>What the units are worth that go out.</summary>
    public UnitsValue New { get; private set; } = null!;

    /// <summary>The order's line that ships instead.</summary>
    public Id<LineItem>? ReplacementLineId { get; internal set; }

    /// <summary>Of the replacement.</summary>
    public int Shipped { get; internal set; }

    /// <summary>Units that the customer need not send back.</summary>
    public int Kept { get; internal set; }

    /// <summary>As the shop lets the customer off the difference.</summary>
    internal void Reprice(UnitsValue value) => New = value;
}

/// <summary>What units carry of price, discount and tax; minor units.</summary>
public sealed record UnitsValue(long Subtotal, long Discount, long Tax)
{
    /// <summary>What was paid for them, or is to be.</summary>
    public long Total(bool taxInPrices) => Subtotal - Discount + (taxInPrices ? 0 : Tax);
}

/// <summary>A page on which the customer was asked to pay a difference. Persisted before the provider is asked for it, with the exact bytes.</summary>
public sealed class ExchangePayment
{
    private ExchangePayment() { }

    internal ExchangePayment(int number, string key, byte[] body, long amount, DateTimeOffset now) =>
        (Number, Key, Body, Amount, AskedAt, NextCheckAt) = (number, key, body, amount, now, now);

    public Id<Exchange> ExchangeId { get; private set; }

    /// <summary>1 for the exchange's first.</summary>
    public int Number { get; private set; }

    /// <summary>Stands for the body for ever.</summary>
    public string Key { get; private set; } = "";

    public byte[] Body { get; private set; } = [];

    /// <summary>Minor units.</summary>
    public long Amount { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The provider's <c>cs_…</c>; null until it answered.</summary>
    public string? SessionId { get; private set; }

    public string? Url { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>What the order has of it.</summary>
    public Id<Payment>? PaymentId { get; private set; }

    /// <summary>The customer was written to.</summary>
    public bool Told { get; private set; }

    /// <summary>It is not to be paid any more: expired, refused, or not needed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When to look at it again; null once nothing can come of it.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => PaidAt is null && ClosedAt is null && !(ExpiresAt <= now);

    internal void Opened(string sessionId, string? url, DateTimeOffset expiresAt) => (SessionId, Url, ExpiresAt) = (sessionId, url, expiresAt);

    internal void Paid(DateTimeOffset now, Id<Payment> payment) => (PaidAt, PaymentId, NextCheckAt) = (now, payment, null);

    /// <summary>The provider is asked to close its page too, where it has one.</summary>
    internal void Close(DateTimeOffset now) => (ClosedAt, NextCheckAt) = ClosedAt is null ? (now, SessionId is null ? null : now) : (ClosedAt, NextCheckAt);

    internal void LookAgain(DateTimeOffset now, TimeSpan after) =>
        NextCheckAt = PaidAt is not null || ClosedAt is not null ? null : now + after;

    /// <summary>True the first time.</summary>
    internal bool TellOnce()
    {
        if (Told || ClosedAt is not null)
            return false;
        return Told = true;
    }
}
