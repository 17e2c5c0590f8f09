using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Orders;

/// <summary>Builds the cancel dialog's model.</summary>
internal static class CancelQuotes
{
    public static CancelQuote Make(Order order, CancelPlan plan, Rules rules)
    {
        var refund = new Money(plan.Sum?.Total ?? 0, order.Currency);
        var to = plan.Sum is null ? "" : RefundSentences.Effect(plan.Sum.Slices.Select(slice => (new Money(slice.Amount, order.Currency), slice.Payment.Label)));
        var why = plan.Sum is null ? null : rules.WhyApproval(plan.Sum.Total);
        var (left, nothing) = (order.Lines.Sum(line => line.Left), plan.Sum is null);
        var goods = left == 0 ? "nothing more ships" : $"{Text.Count(left, "item")} will not ship";
        return new CancelQuote(
            order.Id, order.Version, refund, plan.UnitsToRestock,
            order switch { { TestMode: true } => "Test orders send no letters.", { BuyerEmail: null } => "The order has no email address.", _ => null },
            why,
            nothing ? "Cancel order" : why is null ? $"Cancel order and refund {to}" : $"Cancel order and ask to refund {refund}",
            nothing ? $"Cancels order #{order.Number} for good: {goods}." : $"Cancels order #{order.Number} for good: {goods}; refunds {to}{(why is null ? "" : " once a second person agrees")}.",
            [.. rules.Policy.Reasons.Select(reason => reason.Name)], plan.StillPaid);
    }
}
