using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Exchanges;

/// <summary>What units are worth that come back, and what those are worth that go out: the unit's own discount and tax rate stay with it. Pure.</summary>
internal static class ExchangePricing
{
    /// <summary>The price of a replacement in the order's currency; a variant that costs the same today costs what was paid, whatever that was.</summary>
    public static Result<long> UnitPrice(Order order, LineItem line, Variant? sold, Variant wanted)
    {
        if (sold is not null && sold.Price == wanted.Price && sold.Currency == wanted.Currency)
            return line.UnitPrice;
        return wanted.Currency == order.Currency
            ? wanted.Price
            : new Problem.Refused($"{wanted.Name} is priced in {wanted.Currency} and order #{order.Number} in {order.Currency}. Choose one that costs the same as what comes back.");
    }

    /// <summary>An odd amount that no card network takes is left to the customer.</summary>
    public static ExchangeLine Line(LineRest rest, int quantity, Variant wanted, long unitPrice, Order order)
    {
        var inclusive = order.TaxInterpretation == TaxInterpretation.Inclusive;
        var units = rest.Take(quantity, remove: false);
        var old = new UnitsValue(units.Subtotal, units.Discount, units.Tax);
        var subtotal = checked(unitPrice * quantity);
        var discount = Math.Min(old.Discount, subtotal);
        var replacement = new UnitsValue(subtotal, discount, Tax(old, subtotal - discount));
        var step = StripeAmount.Step(order.Currency);
        var odd = (((replacement.Total(inclusive) - old.Total(inclusive)) % step) + step) % step;
        return new ExchangeLine(rest.Line.Id, quantity, wanted, unitPrice, old, replacement with { Discount = replacement.Discount + odd });
    }

    /// <summary>The parts of a difference, each line's own.</summary>
    public static IReadOnlyList<MoneyPart> Parts(IEnumerable<ExchangeLine> lines, Order order)
    {
        var inclusive = order.TaxInterpretation == TaxInterpretation.Inclusive;
        var parts = new List<MoneyPart>();
        foreach (var line in lines)
        {
            parts.Add(new($"{line.Quantity} × {line.Name}", new(line.New.Total(inclusive), order.Currency)));
            parts.Add(new($"{line.Quantity} × {order.Lines.First(each => each.Id == line.LineItemId).Name}", new(-line.Old.Total(inclusive), order.Currency)));
        }
        return parts;
    }

    private static long Tax(UnitsValue old, long net)
    {
        var before = old.Subtotal - old.Discount;
        return before == 0 ? 0 : (long)((((Int128)old.Tax * net * 2) + before) / ((Int128)before * 2));
    }
}
