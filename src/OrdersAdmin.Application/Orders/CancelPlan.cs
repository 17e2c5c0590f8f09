using OrdersAdmin.Inventory;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Orders;

/// <summary>What cancelling an order comes to: what is given back, and what stays paid because it cannot be given back from here. Pure.</summary>
/// <param name="Sum">Null when nothing can be refunded here.</param>
/// <param name="StillPaid">Why something stays paid, a sentence each.</param>
/// <param name="Restocked">Units that have not shipped and came from the shelf, with their lines.</param>
internal sealed record CancelPlan(RefundSum? Sum, IReadOnlyList<string> StillPaid, IReadOnlyList<(LineItem Line, int Units)> Restocked)
{
    public int UnitsToRestock => Restocked.Sum(each => each.Units);

    public static CancelPlan Of(Order order, RefundBook book, bool providerIsConfigured, StockTaken taken)
    {
        var amounts = new RefundAmounts(order, book.Refunds);
        var stays = new List<string>();
        RefundSum? sum = null;
        if (amounts.Available > 0 && !providerIsConfigured)
            stays.Add("This shop has no key for the payment provider, so it cannot refund.");
        else if (amounts.Available > 0 && !amounts.Of(new RefundChoice { Everything = true, RemoveUnshipped = false }).TryGet(out sum, out var problem))
            stays.Add(problem.Message);
        stays.AddRange(RefundSentences.Elsewhere(order));
        return new(sum, stays, [.. order.Lines.Where(line => line.Left > 0).OrderBy(line => line.Position).Select(line => (Line: line, Units: taken.Give(line, line.Left))).Where(each => each.Units > 0)]);
    }
}
