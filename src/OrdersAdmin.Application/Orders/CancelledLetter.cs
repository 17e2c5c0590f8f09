using System.Text;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Notifications;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Orders;

/// <summary>What the buyer reads when their order was cancelled. The reason is for staff and not in it.</summary>
internal static class CancelledLetter
{
    public static async Task<Mail> Write(OrdersContext db, Order order, RefundBook book, DateTimeOffset now)
    {
        var shop = await db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.Name).SingleAsync();
        return new Mail(order.BuyerEmail!, $"Your order #{order.Number} from {shop} is cancelled", Body(order, book, shop), now);
    }

    private static string Body(Order order, RefundBook book, string shop)
    {
        var text = new StringBuilder()
            .Append("Hello ").Append(order.BuyerName).Append(",\n\n").Append(shop).Append(" cancelled your order #").Append(order.Number).Append(":\n\n");
        foreach (var line in order.Lines.OrderBy(line => line.Position))
            text.Append("  ").Append(line.Quantity).Append(" x ").Append(line.Name).Append('\n');
        var back = book.Refunds.Where(refund => refund.State is RefundState.Approved or RefundState.AwaitingApproval)
            .Select(refund => (RefundSentences.Money(refund), book.PaymentOf(refund).Label)).ToList();
        if (back.Count > 0)
            text.Append("\nYou get back ").Append(RefundSentences.Effect(back)).Append(". We write again once it is on its way.\n");
        return text.Append('\n').Append(shop).Append('\n').ToString();
    }
}
