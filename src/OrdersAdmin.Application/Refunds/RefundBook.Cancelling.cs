using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

internal sealed partial class RefundBook
{
    /// <summary>Gives back what is left of an order that was cancelled in this change. What cannot go back from here becomes a task.</summary>
    public void GiveBack(CancelPlan plan, RefundIntent intent, Rules rules, Actor actor, DateTimeOffset now)
    {
        if (plan.Sum is { } sum)
            Request(sum, intent, rules.WhyApproval(sum.Total), actor, now);
        TellIfStillPaid(string.Join(' ', plan.StillPaid), now);
        var promised = Order.Payments.Where(payment => payment is { Authorized: > 0, Voided: false }).ToList();
        if (Order.PaymentStatus == PaymentState.Authorized && promised.Count > 0)
            OpenTask(MoneyTaskKind.StillAuthorized, null, null, promised.Sum(payment => payment.Authorized),
                $"The order is cancelled, and {RefundSentences.Effect(promised.Select(payment => (new Money(payment.Authorized, Order.Currency), payment.Label)), "on")} is still authorized. Void it at the payment provider, so that the customer has their money again.", now);
    }

    /// <summary>Of a cancelled order something stays paid that nothing is on its way for: somebody has to see to it.</summary>
    private void TellIfStillPaid(string why, DateTimeOffset now)
    {
        var left = Order.Payments.Sum(payment => payment.Available);
        if (Order.CancelledAt is not null && left > 0)
            OpenTask(MoneyTaskKind.CancelledButPaid, null, null, left, $"The order is cancelled, and {new Money(left, Order.Currency)} of it is still paid. {why}".TrimEnd(), now);
    }

    /// <summary>The kind of task that a failed refund is: of a cancelled order it means that the customer has neither goods nor money.</summary>
    private MoneyTaskKind Failed(bool late) => Order.CancelledAt is not null ? MoneyTaskKind.CancelledButPaid : late ? MoneyTaskKind.LateFailure : MoneyTaskKind.Failed;

    private string FailedSentence(Refund refund) => Order.CancelledAt is null
        ? RefundSentences.State(refund)
        : $"The order is cancelled, and {RefundSentences.Money(refund)} of it is still paid. {RefundSentences.State(refund)}";

    /// <summary>Everything went back: what said that a cancelled order is still paid is settled.</summary>
    private void CloseIfPaidBack(DateTimeOffset now)
    {
        if (Order.Payments.Any(payment => payment.Available > 0 || payment.Reserved > 0))
            return;
        foreach (var task in tasks.Where(task => task is { Kind: MoneyTaskKind.CancelledButPaid, ClosedAt: null }))
            task.Close(Sender.Name, now);
    }
}
