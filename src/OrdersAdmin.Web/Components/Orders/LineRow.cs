using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>A row of a card: so many of a line, at the price of one, and what they come to.</summary>
public sealed record LineRow(string Name, string Detail, int Quantity, Money UnitPrice)
{
    public string Price => $"{Quantity} × {UnitPrice}";

    public Money Amount => UnitPrice * Quantity;
}
