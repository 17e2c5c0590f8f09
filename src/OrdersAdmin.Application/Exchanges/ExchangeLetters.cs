using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Exchanges;

/// <summary>What the buyer reads about the difference of an exchange.</summary>
internal static class ExchangeLetters
{
    public static async Task PayHere(OrdersContext db, ExchangeBook book, Exchange exchange, ExchangePayment asked, DateTimeOffset now)
    {
        var order = book.Order;
        if (asked.Url is not { } url || order is { BuyerEmail: null } or { TestMode: true })
            return;
        var shop = await db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.Name).SingleAsync();
        db.Mails.Add(new Mail(order.BuyerEmail!, $"{book.Difference(exchange)} for your exchange, order #{order.Number} from {shop}",
            $"Hello {order.BuyerName},\n\nwhat you chose instead costs {book.Difference(exchange)} more. Please pay it here, then it can leave:\n\n  {url}\n\n{shop}\n", now));
    }
}
