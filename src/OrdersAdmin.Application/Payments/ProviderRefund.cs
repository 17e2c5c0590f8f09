using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Payments;

/// <summary>A refund as the provider has it, by the provider's id: our mirror of the last state that was read.</summary>
public sealed class ProviderRefund
{
    private ProviderRefund() { }

    internal ProviderRefund(string id, Id<Payment> paymentId, Id<Refund>? refundId, long amount, Currency currency, bool known, DateTimeOffset createdAt, DateTimeOffset now) =>
        (Id, PaymentId, RefundId, Amount, Currency, KnownBefore, CreatedAt, SeenAt) = (id, paymentId, refundId, amount, currency, known, createdAt, now);

    /// <summary><c>re_…</c></summary>
    public string Id { get; private set; } = "";

    public Id<Payment> PaymentId { get; private set; }

    /// <summary>Null for one that was not asked for here.</summary>
    public Id<Refund>? RefundId { get; private set; }

    /// <summary>Minor units as we count them.</summary>
    public long Amount { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>The provider's word, whatever it is; empty where it gave none.</summary>
    public string Status { get; private set; } = "";

    public string? FailureReason { get; private set; }

    /// <summary>It is part of what the payment had refunded when the order came in, so it has no ledger entry.</summary>
    public bool KnownBefore { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When it is to be read again; null when no more.</summary>
    public DateTimeOffset? NextCheckAt { get; internal set; }

    /// <summary>Who said what a refund made in the dashboard was for.</summary>
    public Id<StaffMember>? LinkedById { get; private set; }

    public DateTimeOffset? LinkedAt { get; private set; }

    internal void Read(string status, string? failureReason, DateTimeOffset now) => (Status, FailureReason, SeenAt) = (status, failureReason, now);

    internal void Link(Id<StaffMember>? by, DateTimeOffset now) => (LinkedById, LinkedAt) = (by, now);
}
