using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Payments;

/// <summary>Money that a provider took, or promised to take, for an order; minor units of the order's currency. Never card data.</summary>
public sealed class Payment : IIdentified
{
    private readonly List<LedgerEntry> ledger = [];

    private Payment() { }

    internal Payment(int number, string provider, string? intentId, string? method, long authorized, long captured, long refunded, bool voided, DateTimeOffset now)
    {
        (Id, Number, Provider, IntentId, Method) = (Id<Payment>.New(), number, provider, intentId, method);
        (Authorized, Captured, Refunded, RefundedBefore, Voided, RecordedAt) = (authorized, captured, refunded, refunded, voided, now);
    }

    public static string IdPrefix => "pay_";

    public Id<Payment> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    /// <summary>1 for the order's oldest.</summary>
    public int Number { get; private set; }

    public string Provider { get; private set; } = "";

    public string? IntentId { get; private set; }

    /// <summary>As people know it: "Visa ••4242".</summary>
    public string? Method { get; private set; }

    /// <summary>Promised and not yet captured.</summary>
    public long Authorized { get; private set; }

    public long Captured { get; private set; }

    /// <summary>Set aside for refunds that the provider has not confirmed yet.</summary>
    public long Reserved { get; private set; }

    /// <summary>Confirmed refunds.</summary>
    public long Refunded { get; private set; }

    /// <summary>What had been refunded when the order came in; it has no ledger.</summary>
    public long RefundedBefore { get; private set; }

    public bool Voided { get; private set; }

    /// <summary>When the order came in with it; a provider's refund that is older is part of <see cref="RefundedBefore"/>.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>What a new refund may take.</summary>
    public long Available => Math.Max(0, Captured - Reserved - Refunded);

    /// <summary>More is set aside and refunded than was captured: somebody refunded in the provider's dashboard meanwhile.</summary>
    public bool Overdrawn => Reserved + Refunded > Captured;

    public bool Refundable => IntentId is not null && string.Equals(Provider, "stripe", StringComparison.OrdinalIgnoreCase);

    public string Label => Method ?? Provider;

    /// <summary>Only what was added since the payment was loaded.</summary>
    internal IReadOnlyList<LedgerEntry> Ledger => ledger;

    internal void Enter(LedgerKind kind, long amount, Id<Refund>? refund, string? providerRefund, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        (Reserved, Refunded) = kind switch
        {
            LedgerKind.Reserve or LedgerKind.External => (Reserved + amount, Refunded),
            LedgerKind.Settle => (Reserved - amount, Refunded + amount),
            LedgerKind.Release => (Reserved - amount, Refunded),
            LedgerKind.Reverse => (Reserved, Refunded - amount),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        ledger.Add(new LedgerEntry(kind, amount, refund, providerRefund, now));
    }
}
