using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    /// <summary>Units that are still to ship and may.</summary>
    public int UnitsLeft => OrderTransitions.Table.Permits(Status, OrderAction.Fulfill) ? lines.Sum(line => line.Left) : 0;

    internal Result<Fulfillment> Fulfill(Shipment shipment, ShippedItems items, string? requestKey, bool notify, Actor actor, DateTimeOffset now)
    {
        if (!OrderTransitions.Table.Permits(Status, OrderAction.Fulfill))
            return new Problem.Refused(Status switch
            {
                OrderStatus.Cancelled => $"Order #{Number} is cancelled; nothing of it can ship.",
                OrderStatus.Refunded => $"Order #{Number} was refunded in full; nothing of it can ship.",
                _ => $"Every item of order #{Number} has shipped already.",
            });
        if (items.Check(lines) is { } wrong)
            return wrong;

        var fulfillment = Ship(shipment, items, requestKey);
        Record(actor, now, "fulfillment.shipped",
            $"shipped {Text.Count(fulfillment.Units, "item")} with {shipment.Carrier}{(notify ? " and told the customer" : "")}",
            OrderStatuses.Fulfillment(Facts) == FulfillmentState.Fulfilled ? "order.fulfilled" : "order.partially_fulfilled",
            new { FulfillmentId = fulfillment.Id.ToString(), shipment.Carrier, shipment.TrackingNumber, fulfillment.Units });
        return fulfillment;
    }

    internal Result<Done> Deliver(Fulfillment fulfillment, DateTimeOffset deliveredAt, Actor actor, DateTimeOffset now)
    {
        if (deliveredAt < fulfillment.ShippedAt)
            return new Problem.Invalid("delivered_at", "It cannot have been delivered before it shipped.");
        if (deliveredAt > now.AddDays(1))
            return new Problem.Invalid("delivered_at", "The time of delivery lies in the future.");
        if (fulfillment.Deliver(deliveredAt).Problem is { } refused)
            return refused;
        Record(actor, now, "fulfillment.delivered", $"marked fulfillment {fulfillment.Number} as delivered", "order.updated",
            new { FulfillmentId = fulfillment.Id.ToString() });
        return new Done();
    }

    internal Result<Done> CancelFulfillment(Fulfillment fulfillment, Actor actor, DateTimeOffset now)
    {
        var back = fulfillment.Lines.ToDictionary(line => line.LineItemId, line => line.Quantity);
        if (CameBack(fulfillment))
            return new Problem.Refused(lines.Exists(line => line.Announced > 0)
                ? $"A return of items of fulfillment {fulfillment.Number} is announced, so it cannot be cancelled."
                : $"Items of fulfillment {fulfillment.Number} have come back already, so it cannot be cancelled.");
        if (!OrderTransitions.Table.Permits(Status, OrderAction.CancelFulfillment))
            return new Problem.Refused($"Order #{Number} is {Status.ToString().ToLowerInvariant()}; its fulfillments stay as they are.");
        if (fulfillment.Cancel(now).Problem is { } refused)
            return refused;

        foreach (var line in lines)
            line.Shipped -= back.GetValueOrDefault(line.Id);
        Record(actor, now, "fulfillment.cancelled",
            $"cancelled fulfillment {fulfillment.Number}; {Text.Count(fulfillment.Units, "item is", "items are")} to ship again", "order.updated",
            new { FulfillmentId = fulfillment.Id.ToString() });
        return new Done();
    }

    /// <summary>What may be done with a shipment, as far as its state and the order's go.</summary>
    internal IReadOnlyList<FulfillmentAction> ActionsOn(Fulfillment fulfillment) =>
        [.. FulfillmentTransitions.Table.ActionsIn(fulfillment.Status).Where(action =>
            action != FulfillmentAction.Cancel || (OrderTransitions.Table.Permits(Status, OrderAction.CancelFulfillment) && !CameBack(fulfillment)))];

    private bool CameBack(Fulfillment fulfillment) => lines.Exists(line =>
        line.Shipped - fulfillment.Lines.Where(each => each.LineItemId == line.Id).Sum(each => each.Quantity) < line.Returned + line.Announced + line.Kept);

    private Fulfillment Ship(Shipment shipment, ShippedItems items, string? requestKey = null)
    {
        var shipped = lines.ConvertAll(line => (Line: line, Units: items.Of(line))).FindAll(each => each.Units > 0);
        var fulfillment = new Fulfillment(fulfillments.Count + 1, shipment, shipped.Select(each => new FulfillmentLine(each.Line.Id, each.Units)), requestKey);
        fulfillments.Add(fulfillment);
        foreach (var (line, units) in shipped)
            line.Shipped += units;
        return fulfillment;
    }
}
