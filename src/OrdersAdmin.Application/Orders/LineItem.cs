using OrdersAdmin.Exchanges;
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
    public long Discount { get; internal set; }

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

    /// <summary>Units with the customer that a return expects back.</summary>
    public int Announced { get; internal set; }

    /// <summary>Units that were exchanged and that the customer may keep.</summary>
    public int Kept { get; internal set; }

    /// <summary>The exchange for which it goes out; its price is then no part of the order's totals, but takes over the worth of what came back.</summary>
    public Id<Exchange>? ReplacementOf { get; internal init; }

    /// <summary>It waits until the customer has paid.</summary>
    public bool OnHold { get; internal set; }

    /// <summary>Units that others were or will be sent for instead; what they were worth is with the replacement now, minor units.</summary>
    public int Exchanged { get; private set; }

    public long ExchangedSubtotal { get; private set; }

    public long ExchangedDiscount { get; private set; }

    public long ExchangedTax { get; private set; }

    /// <summary>What so many units are worth is with their replacement now; back again where it is negative.</summary>
    internal void MoveWorth(int units, UnitsValue value)
    {
        Exchanged += units;
        (ExchangedSubtotal, ExchangedDiscount, ExchangedTax) = (ExchangedSubtotal + value.Subtotal, ExchangedDiscount + value.Discount, ExchangedTax + value.Tax);
    }

    public int ToShip => RequiresShipping ? Quantity - Removed : 0;

    public int Left => OnHold ? 0 : ToShip - Shipped;
}
