using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Returns;

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

    /// <summary>What is in a shipment. What comes back is told where its line is first; a unit knows no parcel.</summary>
    public static IReadOnlyList<LineRow> Of(FulfillmentView fulfillment, OrderView order) =>
    [
        .. from line in fulfillment.Lines
           let first = order.Fulfillments.First(each => each.CancelledAt is null == fulfillment.CancelledAt is null && each.Lines.Any(other => other.LineItemId == line.LineItemId)) == fulfillment
           let announced = order.Lines.FirstOrDefault(each => each.Id == line.LineItemId)?.Announced ?? 0
           select new LineRow(line.Name, Detail(line.Sku, first && fulfillment.CancelledAt is null && announced > 0 ? $"{announced} announced back" : null), line.Quantity, new Money(line.UnitPrice, order.Currency)),
    ];

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

    /// <summary>What came back without a return of ours: before the order came in, or elsewhere.</summary>
    public static IReadOnlyList<LineRow> CameBack(OrderView order) =>
    [
        .. from line in order.Lines
           let elsewhere = line.Returned - order.Returns.SelectMany(each => each.Lines).Where(each => each.LineItemId == line.Id).Sum(each => each.Received)
           where elsewhere > 0
           select Row(order, line, elsewhere, Detail(line.Sku, $"{elsewhere} of {line.Shipped} came back")),
    ];

    /// <summary>The lines of a return, each with how far it is.</summary>
    public static IReadOnlyList<LineRow> ComingBack(OrderView order, ReturnView view) =>
        [.. view.Lines.Select(line => new LineRow(line.Name, Detail(line.Sku, Progress(view, line)), line.Expected, new Money(order.Lines.FirstOrDefault(each => each.Id == line.LineItemId)?.UnitPrice ?? 0, order.Currency)))];

    /// <summary>What an exchange sends instead.</summary>
    public static IReadOnlyList<LineRow> GoingOut(ExchangeView exchange) =>
        [.. exchange.Lines.Select(line => new LineRow(line.NewName, Detail(line.NewSku, $"instead of {line.Name}{(line.Shipped > 0 ? $", {line.Shipped} of {line.Quantity} shipped" : "")}"), line.Quantity, line.New))];

    private static string Progress(ReturnView view, ReturnLineView line)
    {
        string?[] parts =
        [
            line.Outstanding > 0 ? $"{line.Outstanding} expected back" : null,
            line.ToInspect > 0 ? $"{line.ToInspect} to inspect" : null,
            line.Missing > 0 ? $"{line.Missing} did not come" : null,
            .. from inspection in view.Inspections
               where inspection.LineItemId == line.LineItemId
               group inspection.Quantity by inspection.Disposition into units
               orderby units.Key
               select $"{units.Sum()} {ReturnLooks.Done(units.Key)}",
        ];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } said ? said : "announced back";
    }

    private static LineRow Row(OrderView order, LineView line, int quantity, string detail) =>
        new(line.Name, detail, quantity, new Money(line.UnitPrice, order.Currency));

    private static string Detail(string? sku, string? remark) => string.Join(" · ", new[] { sku, remark }.OfType<string>());
}
