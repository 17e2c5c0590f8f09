using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Orders;

/// <summary>A variant and how many of it the customer bought. Name, SKU and price are as they were when the order was placed.</summary>
/// <remarks>Amounts are minor units of the order's currency. The discount and tax shares are stored once, at intake.</remarks>
public sealed class LineItem : IIdentified
{
    private LineItem() { }

    internal LineItem(int position, string name, int quantity, long unitPrice) =>
        (Id, Position, Name, Quantity, UnitPrice) = (Id<LineItem>.New(), position, name, quantity, unitPrice);

    public static string IdPrefix => "li_";

    public Id<LineItem> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public int Position { get; private set; }

    public Id<Variant>? VariantId { get; internal init; }

    public string? ProductId { get; internal init; }

    public string? Sku { get; internal init; }

    public string Name { get; private set; } = "";

    public int Quantity { get; private set; }

    public long UnitPrice { get; private set; }

    public long Subtotal => UnitPrice * Quantity;

    /// <summary>The line's share of all discounts.</summary>
    public long Discount { get; internal init; }

    /// <summary>The line's share of the tax.</summary>
    public long Tax { get; internal init; }

    /// <summary>False for what never leaves a warehouse: gift cards, downloads.</summary>
    public bool RequiresShipping { get; internal init; } = true;

    /// <summary>Units in live fulfillments.</summary>
    public int Shipped { get; internal set; }

    /// <summary>Units that will not ship: cancelled or refunded before they did.</summary>
    public int Removed { get; internal set; }

    /// <summary>Units that came back.</summary>
    public int Returned { get; internal set; }

    public int ToShip => RequiresShipping ? Quantity - Removed : 0;

    public int Left => ToShip - Shipped;
}
