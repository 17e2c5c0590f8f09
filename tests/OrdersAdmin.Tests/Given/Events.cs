using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Tests;

/// <summary>What changes left behind for the world outside.</summary>
internal static class Events
{
    public static Task<List<OutboxEvent>> EventsOf(this Shop shop, Id<Order> order) =>
        shop.Database.Read(db => db.Outbox.Where(each => each.OrderId == order).OrderBy(each => each.Sequence).ToListAsync());

    public static Task<List<Mail>> Mails(this Shop shop) =>
        shop.Database.Read(db => db.Mails.OrderBy(mail => mail.Id).ToListAsync());
}
