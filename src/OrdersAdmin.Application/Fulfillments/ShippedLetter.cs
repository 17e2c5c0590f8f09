using System.Text;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Fulfillments;

/// <summary>What the buyer reads when something left for them.</summary>
internal static class ShippedLetter
{
    public static async Task<Mail> Write(OrdersContext db, Order order, Fulfillment fulfillment, DateTimeOffset now)
    {
        var shop = await db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.Name).SingleAsync();
        var all = order.FulfillmentStatus == FulfillmentState.Fulfilled;
        return new Mail(
            order.BuyerEmail!,
            $"{(all ? "Your order" : "Part of your order")} #{order.Number} from {shop} is on its way",
            Body(order, fulfillment, shop, all),
            now);
    }

    private static string Body(Order order, Fulfillment fulfillment, string shop, bool all)
    {
        var text = new StringBuilder();
        text.Append("Hello ").Append(order.BuyerName).Append(",\n\n")
            .Append("these items of order #").Append(order.Number).Append(" left with ").Append(fulfillment.Carrier).Append(":\n\n");
        foreach (var (line, quantity) in order.Lines.OrderBy(line => line.Position).Join(fulfillment.Lines, line => line.Id, shipped => shipped.LineItemId, (line, shipped) => (line, shipped.Quantity)))
            text.Append("  ").Append(quantity).Append(" x ").Append(line.Name).Append('\n');
        if (fulfillment.TrackingNumber is not null)
            text.Append("\nTracking number: ").Append(fulfillment.TrackingNumber).Append('\n');
        if (fulfillment.TrackingUrl is not null)
            text.Append("Follow it here: ").Append(fulfillment.TrackingUrl).Append('\n');
        if (!all)
            text.Append("\nThe rest follows in another parcel.\n");
        return text.Append('\n').Append(shop).Append('\n').ToString();
    }
}
