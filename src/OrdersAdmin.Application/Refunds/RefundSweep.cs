using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Refunds;

/// <summary>Once a day, everything that the provider has against everything that we have: refunds that no webhook told of, webhooks that never came, cancelled orders that are still paid.</summary>
internal sealed class RefundSweep(OrdersDatabase database, StripeGateway stripe, ProviderNews news, Inbox inbox, TimeProvider clock)
{
    private static readonly TimeSpan EventsReachBack = TimeSpan.FromDays(3);

    /// <summary>False when the provider did not answer, so that it has to be done again soon.</summary>
    public async Task<bool> Run(CancellationToken cancel)
    {
        await OpenTasksForCancelledButPaid();
        if (!stripe.IsConfigured)
            return true;
        var now = clock.GetUtcNow();
        if (!await news.HearAllSince(now - RefundTimes.WatchedAfterSuccess, cancel))
            return false;
        if (await stripe.ListEventsSince(now - EventsReachBack, cancel) is not StripeAnswer<IReadOnlyList<StripeEvent>>.Ok { Value: var events })
            return false;
        foreach (var each in events.Reverse())
            await inbox.Keep(each, []);
        return true;
    }

    private Task<Result<Done>> OpenTasksForCancelledButPaid() => database.Write<Done>(async db =>
    {
        const int mostInOneNight = 1000;
        var orders = await db.Orders.Include(order => order.Payments)
            .Where(order => order.CancelledAt != null && !order.TestMode
                && order.Payments.Any(payment => payment.Provider == "stripe" && payment.IntentId != null && payment.Captured > payment.Refunded + payment.Reserved)
                && !db.MoneyTasks.Any(task => task.OrderId == order.Id && task.Kind == MoneyTaskKind.CancelledButPaid))
            .OrderByDescending(order => order.PlacedAt).Take(mostInOneNight).AsNoTracking().ToListAsync();
        foreach (var order in orders)
        {
            var left = order.Payments.Where(payment => payment.Refundable).Sum(payment => payment.Available);
            db.MoneyTasks.Add(new MoneyTask(MoneyTaskKind.CancelledButPaid, order, null, null, left,
                $"The order is cancelled, and {new Money(left, order.Currency)} of it is still paid.", clock.GetUtcNow()));
        }
        return new Done();
    });
}
