using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    /// <summary>Money is set aside for refunds that the provider has not confirmed yet.</summary>
    public bool RefundPending { get; private set; }

    /// <summary>Closes a change to a refund: the figures follow from the payments, which have moved already.</summary>
    internal void RecordRefund(Refund refund, Actor actor, DateTimeOffset now, string kind, string summary, string eventType) =>
        Record(actor, now, kind, summary, eventType, new
        {
            RefundId = refund.Id.ToString(),
            refund.Amount,
            Currency = Currency.Code,
            Status = refund.State,
            Captured = payments.Sum(payment => payment.Captured),
            Refunded = payments.Sum(payment => payment.Refunded),
        });

    /// <summary>Closes a change that a refund made in the provider's dashboard brought.</summary>
    internal void RecordForeignRefund(string providerRefundId, long amount, Actor actor, DateTimeOffset now, string kind, string summary, string eventType) =>
        Record(actor, now, kind, summary, eventType, new
        {
            ProviderRefundId = providerRefundId,
            Amount = amount,
            Currency = Currency.Code,
            Captured = payments.Sum(payment => payment.Captured),
            Refunded = payments.Sum(payment => payment.Refunded),
        });

    internal void RecordMoneyTask(Actor actor, DateTimeOffset now, string summary) => Record(actor, now, "money.closed", summary, "order.updated");

    /// <summary>These units, which have not shipped, will not.</summary>
    internal void Remove(IEnumerable<RefundedUnits> units)
    {
        foreach (var each in units)
            lines.Find(line => line.Id == each.LineItemId)!.Removed += each.Removed;
    }

    /// <summary>They are to ship after all.</summary>
    internal void PutBack(IEnumerable<RefundedUnits> units)
    {
        foreach (var each in units)
            lines.Find(line => line.Id == each.LineItemId)!.Removed -= each.Removed;
    }
}
