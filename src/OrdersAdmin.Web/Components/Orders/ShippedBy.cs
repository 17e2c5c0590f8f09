using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>Who shipped what, as the timeline tells it.</summary>
public static class ShippedBy
{
    /// <summary>The name of whoever made the shipment; null for shipments that came in with the order.</summary>
    public static string? Of(OrderView order, FulfillmentView fulfillment)
    {
        // Shipments that came in with the order have no entry of their own and are always the first ones, so both lists are matched from their ends.
        var newestFirst = order.Timeline.Where(entry => entry.Kind == "fulfillment.shipped").ToList();
        var fromEnd = order.Fulfillments.Count - fulfillment.Number;
        return fromEnd >= 0 && fromEnd < newestFirst.Count ? newestFirst[fromEnd].ActorName : null;
    }
}
