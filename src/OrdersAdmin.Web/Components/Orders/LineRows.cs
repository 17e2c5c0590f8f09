using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>Where each unit of an order is: still to ship, in a shipment, never to ship, or back again.</summary>
public static class LineRows
{
    public static IReadOnlyList<LineRow> StillToShip(OrderView order) => order.UnitsLeft == 0 ? [] :
    [
        .. from line in order.Lines
           where line.Left > 0
           select Row(order, line, line.Left, Detail(line.Sku, $"{line.Shipped} of {line.Shipped + line.Left} shipped")),
    ];

    public static IReadOnlyList<LineRow> Of(FulfillmentView fulfillment, Currency currency) =>
        [.. fulfillment.Lines.Select(line => new LineRow(line.Name, Detail(line.Sku, null), line.Quantity, new Money(line.UnitPrice, currency)))];

    /// <summary>What nobody packs: gift cards and downloads, units cancelled before they shipped, and what a cancelled order leaves behind.</summary>
    public static IReadOnlyList<LineRow> NotShipping(OrderView order) =>
    [
        .. from line in order.Lines
           where !line.RequiresShipping
           select Row(order, line, line.Quantity, Detail(line.Sku, "needs no shipping")),
        .. from line in order.Lines
           where line.RequiresShipping && line.Removed > 0
           select Row(order, line, line.Removed, Detail(line.Sku, "removed before it shipped")),
        .. from line in order.Lines
           where order.UnitsLeft == 0 && line.Left > 0
           select Row(order, line, line.Left, Detail(line.Sku, "did not ship")),
    ];

    public static IReadOnlyList<LineRow> CameBack(OrderView order) =>
    [
        .. from line in order.Lines
           where line.Returned > 0
           select Row(order, line, line.Returned, Detail(line.Sku, $"{line.Returned} of {line.Shipped} came back")),
    ];

    private static LineRow Row(OrderView order, LineView line, int quantity, string detail) =>
        new(line.Name, detail, quantity, new Money(line.UnitPrice, order.Currency));

    private static string Detail(string? sku, string? remark) => string.Join(" · ", new[] { sku, remark }.OfType<string>());
}
