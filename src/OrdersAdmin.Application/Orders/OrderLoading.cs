using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>Finds an order as an actor may see it, always whole: the entity's rules read all of its parts.</summary>
internal static class OrderLoading
{
    // A compiled query keeps the tracking behavior of the context that ran it first. Were that a reader, no writer would ever save.
    private static readonly Func<OrdersContext, Id<Order>, Task<Order?>> Whole =
        EF.CompileAsyncQuery((OrdersContext db, Id<Order> id) => db.Orders
            .AsTracking()
            .Include(order => order.Lines)
            .Include(order => order.Payments)
            .Include(order => order.Tags)
            .Include(order => order.Fulfillments).ThenInclude(fulfillment => fulfillment.Lines)
            .AsSplitQuery()
            .SingleOrDefault(order => order.Id == id));

    public static async Task<Result<Order>> FindOrder(this OrdersContext db, Id<Order> id, Actor actor, Permission permission)
    {
        const string missing = "There is no such order.";
        if (await Whole(db, id) is not { } order)
            return new Problem.NotFound(missing);
        var access = await Access.Of(db, actor);
        return access.Check(permission, order.SiteId, missing) is { } problem ? problem : order;
    }

    /// <summary>The orders at these places, newest first, to be read only. Whoever asks has chosen places that the actor may see.</summary>
    public static Task<List<Order>> WholeOrders(this OrdersContext db, IReadOnlyList<long> places) => db.Orders
        .Where(order => EF.Parameter(places).Contains(order.Row))
        .Include(order => order.Lines)
        .Include(order => order.Payments)
        .Include(order => order.Tags)
        .Include(order => order.Fulfillments).ThenInclude(fulfillment => fulfillment.Lines)
        .AsSplitQuery()
        .OrderByDescending(order => order.Row).ToListAsync();

    /// <summary>The problem with deciding on an old state, or null: it says who changed what since.</summary>
    public static async Task<Problem?> CheckFresh(this OrdersContext db, Order order, int? expectedVersion, DateTimeOffset now)
    {
        if (expectedVersion is not { } expected || expected == order.Version)
            return null;
        if (expected > order.Version)
            return new Problem.Stale($"Order #{order.Number} is at version {order.Version}; version {expected} does not exist. Look at the order again.");
        var since = await db.Timeline.AsNoTracking()
            .Where(entry => entry.OrderId == order.Id && entry.OrderVersion > expected)
            .OrderBy(entry => entry.OrderVersion).Take(5).ToListAsync();
        var told = string.Join("; ", since.Select(entry => $"{entry.ActorName} {entry.Summary} {Ago.Of(now - entry.At)}"));
        return new Problem.Stale($"Order #{order.Number} changed while you were looking: {told}. Check it and try again.");
    }
}
