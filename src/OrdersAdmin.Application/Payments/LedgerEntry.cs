using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Payments;

/// <summary>One line of the refund ledger: what happened to a payment's money, in minor units, always positive. Append-only.</summary>
/// <remarks>Each refund runs (reserve | external) -> settle -> reverse, or (reserve | external) -> release; the payment's balances are the sums.</remarks>
public sealed class LedgerEntry
{
    private LedgerEntry() { }

    internal LedgerEntry(LedgerKind kind, long amount, Id<Refund>? refundId, string? providerRefundId, DateTimeOffset at) =>
        (Kind, Amount, RefundId, ProviderRefundId, At) = (kind, amount, refundId, providerRefundId, at);

    /// <summary>Counts upwards over all payments.</summary>
    public long Sequence { get; private set; }

    public Id<Payment> PaymentId { get; private set; }

    public LedgerKind Kind { get; private set; }

    public long Amount { get; private set; }

    /// <summary>Null for a refund that was made in the provider's dashboard.</summary>
    public Id<Refund>? RefundId { get; private set; }

    /// <summary>The provider's id, where it is known by then.</summary>
    public string? ProviderRefundId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>What an entry of the refund ledger does to the sums.</summary>
public enum LedgerKind
{
    /// <summary>Set aside for a refund of ours.</summary>
    Reserve = 1,

    /// <summary>The provider confirmed: what was set aside is refunded.</summary>
    Settle = 2,

    /// <summary>What was set aside is free again.</summary>
    Release = 3,

    /// <summary>A confirmed refund failed after all.</summary>
    Reverse = 4,

    /// <summary>Set aside for a refund that the provider knows and we did not ask for.</summary>
    External = 5,
}
