using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>What people are written about refunds.</summary>
internal static class RefundLetters
{
    /// <summary>To the colleague who asked; null when nobody of the staff did.</summary>
    public static async Task<Mail?> Declined(OrdersContext db, RefundBook book, Refund lead, Actor by, DateTimeOffset now)
    {
        if (await db.Staff.Where(member => member.Id == lead.RequestedById && member.Active).Select(member => new { member.Email, member.Name }).SingleOrDefaultAsync() is not { } requester)
            return null;
        var amount = new Money(book.Group(lead).Where(refund => refund.State == RefundState.Declined).Sum(refund => refund.Amount), lead.Currency);
        return new Mail(requester.Email, $"Declined: refund of {amount} for order #{book.Order.Number}",
            $"Hello {requester.Name},\n\n{by.Name} declined the refund of {amount} for order #{book.Order.Number}:\n\n  {lead.DeclineReason}\n\nNo money moved; items that it kept from shipping are to ship again.\n", now);
    }

    /// <summary>To the customer, once the provider has confirmed.</summary>
    public static async Task<Mail?> PaidOut(OrdersContext db, RefundBook book, Refund refund, DateTimeOffset now)
    {
        var order = book.Order;
        if (!refund.Intent.Notify || order is { BuyerEmail: null } or { TestMode: true })
            return null;
        var shop = await db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.Name).SingleAsync();
        var amount = RefundSentences.Money(refund);
        return new Mail(order.BuyerEmail, $"Your refund of {amount} from {shop}",
            $"Hello {order.BuyerName},\n\n{shop} refunded {amount} of your order #{order.Number} to {book.PaymentOf(refund).Label}. It depends on your bank when it shows there, usually within ten days.\n\n{shop}\n", now);
    }
}
