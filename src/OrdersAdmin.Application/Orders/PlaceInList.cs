using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Orders;

/// <summary>Where an order stands in every list: the millisecond in which it was placed, then the order of arrival. One number, so that every index of the list and the search index end in the list's own order.</summary>
internal static class PlaceInList
{
    public const long OneMillisecond = 1L << BitsForArrival;

    private const int BitsForArrival = 21;

    // What lies outside sorts at the edge, by arrival.
    private const long LastMillisecond = (1L << 42) - 1;

    private static readonly Func<OrdersContext, long, long, Task<long?>> Last =
        EF.CompileAsyncQuery((OrdersContext db, long from, long before) => db.Orders.Where(order => order.Row >= from && order.Row < before).Max(order => (long?)order.Row));

    /// <summary>The first place of the millisecond in which the moment lies.</summary>
    public static long Of(DateTimeOffset moment) => Math.Clamp(moment.ToUnixTimeMilliseconds(), -LastMillisecond, LastMillisecond) << BitsForArrival;

    /// <summary>The next free place of an order placed then.</summary>
    public static async Task<long> Next(OrdersContext db, DateTimeOffset placedAt)
    {
        var first = Of(placedAt);
        return await Last(db, first, first + OneMillisecond) is { } taken ? taken + 1 : first;
    }
}
