using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Demo;

/// <summary>Orders that arrived lately and whole, each taken once, and what their goods could be exchanged for.</summary>
internal sealed class DemoShelf
{
    private const int Newest = 600;
    private readonly List<Order> orders;
    private readonly Dictionary<Id<Variant>, Variant> variants;

    private DemoShelf(List<Order> orders, List<Variant> variants) => (this.orders, this.variants) = (orders, variants.ToDictionary(variant => variant.Id));

    public static async Task<DemoShelf> Read(OrdersContext db, SiteView site, DateTimeOffset now)
    {
        var since = now.AddDays(-40);
        var shipped = await db.Orders.Include(order => order.Lines).Include(order => order.Fulfillments).ThenInclude(fulfillment => fulfillment.Lines).Include(order => order.Payments).AsSplitQuery()
            .Where(order => order.SiteId == site.Id && order.Status == OrderStatus.Fulfilled && order.PaymentStatus == PaymentState.Paid && !order.TestMode && order.PlacedAt > since)
            .OrderByDescending(order => order.Row).Take(Newest).ToListAsync();
        return new(
            shipped.FindAll(order => order.Payments.All(payment => payment.Refundable) && order.Fulfillments.Count > 0 && order.Fulfillments.All(each => each.Status == FulfillmentStatus.Delivered)),
            await db.Variants.Where(variant => variant.SiteId == site.Id).ToListAsync());
    }

    /// <summary>The newest order that arrived since, or long enough ago, and has so many units in its first line; null when there is none left.</summary>
    public Order? Take(DateTimeOffset from, DateTimeOffset until, int units = 1) =>
        Take(order => Arrived(order) > from && Arrived(order) < until && First(order)?.Quantity >= units);

    /// <summary>An order and a variant of another size or color, or for more or less money, that can be had for the first line.</summary>
    public (Order Order, Variant Wanted)? TakeForExchange(DateTimeOffset from, int difference)
    {
        var order = Take(each => Arrived(each) > from && First(each) is { VariantId: not null } line && Wanted(each, line, difference) is not null);
        return order is null ? null : (order, Wanted(order, First(order)!, difference)!);
    }

    public static LineItem? First(Order order) => order.Lines.Where(line => line is { RequiresShipping: true, Returned: 0 }).MinBy(line => line.Position);

    private Variant? Wanted(Order order, LineItem line, int difference) => variants.GetValueOrDefault(line.VariantId!.Value) is not { } sold ? null
        : variants.Values.Where(each => each.Available > 2 && each.Id != sold.Id && each.Sku != sold.Sku && !each.Name.Contains("Gift", StringComparison.OrdinalIgnoreCase))
            .Where(each => difference == 0 ? each.ProductId == sold.ProductId && each.Price == sold.Price
                : each.Currency == order.Currency && Math.Sign(each.Price - line.UnitPrice) == difference && Math.Abs(each.Price - line.UnitPrice) < line.UnitPrice && line.Discount == 0)
            .MinBy(each => each.Sku, StringComparer.Ordinal);

    private Order? Take(Predicate<Order> fits)
    {
        var found = orders.Find(fits);
        if (found is not null)
            orders.Remove(found);
        return found;
    }

    private static DateTimeOffset Arrived(Order order) => order.Fulfillments.Max(each => each.DeliveredAt!.Value);
}
