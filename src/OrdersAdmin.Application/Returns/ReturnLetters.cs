using System.Text;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Returns;

/// <summary>What the buyer reads about a return. Nobody is written to for a test order, or without an address.</summary>
internal static class ReturnLetters
{
    public static async Task Approved(OrdersContext db, ReturnBook book, Return back, DateTimeOffset now)
    {
        var order = book.Order;
        if (order is { BuyerEmail: null } or { TestMode: true })
            return;
        var shop = await Shop(db, order);
        var text = new StringBuilder();
        text.Append("Hello ").Append(order.BuyerName).Append(",\n\n")
            .Append("we expect these items of order #").Append(order.Number).Append(" back:\n\n");
        foreach (var line in back.Lines)
            text.Append("  ").Append(line.Expected).Append(" x ").Append(book.Line(line.LineItemId).Name).Append('\n');
        text.Append("\nYour return number is ").Append(back.Rma).Append(". Write it on the parcel, or lay the return slip in it, so that we know whose it is.\n\n")
            .Append(shop).Append('\n');
        db.Mails.Add(new Mail(order.BuyerEmail, $"Your return {back.Rma} to {shop}", text.ToString(), now));
    }

    public static async Task Rejected(OrdersContext db, Order order, Return back, DateTimeOffset now)
    {
        if (back.CustomerSentence is not { } sentence || order is { BuyerEmail: null } or { TestMode: true })
            return;
        var shop = await Shop(db, order);
        db.Mails.Add(new Mail(order.BuyerEmail!, $"Your return of items of order #{order.Number} from {shop}",
            $"Hello {order.BuyerName},\n\nwe cannot take back the items of order #{order.Number} that you wanted to return:\n\n  {sentence}\n\n{shop}\n", now));
    }

    private static Task<string> Shop(OrdersContext db, Order order) => db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.Name).SingleAsync();
}
