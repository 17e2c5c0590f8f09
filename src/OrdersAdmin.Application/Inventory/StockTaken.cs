using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Inventory;

/// <summary>Units that an order took off the shelf and that were not put back since, by variant: no more may come back than went. An order that came in without touching stock took none.</summary>
internal sealed class StockTaken
{
    private readonly Dictionary<Id<Variant>, int> units;

    private StockTaken(Dictionary<Id<Variant>, int> units) => this.units = units;

    public static async Task<StockTaken> By(OrdersContext db, Id<Order> orderId) => new(
        await db.StockMovements.Where(movement => movement.OrderId == orderId).GroupBy(movement => movement.VariantId)
            .Select(group => new { group.Key, OnHand = group.Sum(movement => movement.OnHand) })
            .ToDictionaryAsync(each => each.Key, each => Math.Max(0, -each.OnHand)));

    /// <summary>How many of the wanted units can come back; they count as given back from then on.</summary>
    public int Give(LineItem line, int wanted)
    {
        if (line.VariantId is not { } variant || !units.TryGetValue(variant, out var taken))
            return 0;
        var back = Math.Min(wanted, taken);
        units[variant] = taken - back;
        return back;
    }
}
