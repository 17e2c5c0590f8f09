using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    /// <summary>The key of the form or request that cancelled it; the same key cancels once.</summary>
    public string? CancelKey { get; private set; }

    /// <summary>Why it cannot be cancelled now, as a sentence; null when it can.</summary>
    internal string? WhyNotCancel => CancelledAt is not null
        ? $"Order #{Number} is cancelled already."
        : RefundPending
            ? $"A refund of order #{Number} is under way. Wait until it is paid out, or take it back first."
            : lines.Exists(line => line.ReplacementOf is not null && line.ToShip > line.Shipped)
                ? $"An exchange of order #{Number} is open. Cancel the exchange first."
            : !OrderTransitions.Table.Permits(Status, OrderAction.Cancel) || lines.Exists(line => line.Shipped > line.Returned)
                ? $"Items of order #{Number} have shipped and have not come back. Cancel the fulfillment if they never left, or take them back as a return."
                : null;

    /// <summary>Takes the order back for good: what has not shipped never will. Its money and its stock are the caller's to give back, in the same change.</summary>
    /// <param name="parts">What else happens with it, each going on from the actor's name: "told the customer".</param>
    internal Result<Done> Cancel(string reason, string? key, IReadOnlyList<string> parts, Actor actor, DateTimeOffset now)
    {
        if (WhyNotCancel is { } why)
            return new Problem.Refused(why);
        (CancelledAt, CancelReason, CancelKey) = (now, reason, key);
        foreach (var line in lines)
            line.Removed += Math.Max(0, line.Left);
        Record(actor, now, "order.cancelled", $"{string.Join(" and ", ["cancelled the order", .. parts])}: {reason}", "order.cancelled", new { Reason = reason });
        return new Done();
    }
}
