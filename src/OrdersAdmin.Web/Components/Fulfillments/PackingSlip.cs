using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Fulfillments;

/// <summary>What is to lie in one box: no prices, nothing that only staff may read.</summary>
public sealed record PackingSlip(OrderView Order, FulfillmentView? Fulfillment, IReadOnlyList<PackedLine> Lines)
{
    public int Units => Lines.Sum(line => line.Quantity);

    /// <summary>The slip of a shipment, or of what is still to ship when none is named; null when there is no such shipment to pack.</summary>
    public static PackingSlip? Of(OrderView order, string? fulfillmentId)
    {
        if (fulfillmentId is null)
            return new(order, null, order.UnitsLeft == 0 ? [] : [.. order.Lines.Where(line => line.Left > 0).Select(line => new PackedLine(line.Name, line.Sku, line.Left, line.Quantity))]);

        return Id<Fulfillment>.TryParse(fulfillmentId, null, out var id) && order.Fulfillments.FirstOrDefault(each => each.Id == id && each.CancelledAt is null) is { } found
            ? new(order, found, [.. found.Lines.Select(line => new PackedLine(line.Name, line.Sku, line.Quantity, order.Lines.First(each => each.Id == line.LineItemId).Quantity))])
            : null;
    }
}

/// <param name="Ordered">Units of the whole order, so that whoever unpacks knows whether more follows.</param>
public sealed record PackedLine(string Name, string? Sku, int Quantity, int Ordered);
