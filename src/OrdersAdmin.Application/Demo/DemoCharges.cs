using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Demo;

/// <summary>The payments of the demo shop that a payment provider has to know, so that they can be refunded.</summary>
public sealed class DemoCharges(OrdersDatabase database)
{
    public Task<int> Count() => database.Read(db => Charges(db).CountAsync());

    public Task<List<DemoCharge>> All() => database.Read(db => Charges(db).ToListAsync());

    // What was refunded before an order came in is no business of the provider's: it knows the rest.
    private static IQueryable<DemoCharge> Charges(OrdersContext db) =>
        from order in db.Orders
        from payment in order.Payments
        where payment.Provider == "stripe" && payment.IntentId != null && !payment.Voided && payment.Captured + payment.Authorized > payment.Refunded
        orderby payment.IntentId
        select new DemoCharge(payment.IntentId!, payment.Captured + payment.Authorized - payment.Refunded, payment.Captured - payment.Refunded, order.Currency, order.PlacedAt);
}

/// <summary>A payment of the demo shop that the simulated provider must know; amounts are minor units.</summary>
/// <param name="Amount">Minor units.</param>
/// <param name="Captured">Minor units; 0 is authorized only.</param>
public sealed record DemoCharge(string IntentId, long Amount, long Captured, Currency Currency, DateTimeOffset At);
