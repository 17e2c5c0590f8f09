using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Refunds;

/// <summary>What a refund is made of, as it was decided; minor units. The parts add up to <see cref="Total"/>.</summary>
public sealed record RefundBreakdown
{
    public static RefundBreakdown Nothing { get; } = new();

    public IReadOnlyList<RefundedUnits> Lines { get; init; } = [];

    public long Shipping { get; init; }

    public long ShippingTax { get; init; }

    /// <summary>Added or taken off by hand.</summary>
    public long Adjustment { get; init; }

    public IReadOnlyList<RefundFee> Fees { get; init; } = [];

    /// <summary>The prices contain the tax: it is told, not added.</summary>
    public bool TaxInPrices { get; init; }

    public long ShippingTotal => Shipping + (TaxInPrices ? 0 : ShippingTax);

    public long Total => Lines.Sum(Of) + ShippingTotal + Adjustment - Fees.Sum(fee => fee.Amount);

    /// <summary>The choice that comes to this.</summary>
    internal RefundChoice Choice => new()
    {
        Items = [.. Lines.Select(units => new RefundItem(units.LineItemId, units.Quantity))],
        Shipping = ShippingTotal,
        Amount = Adjustment == 0 ? null : Total,
        Fees = Fees,
    };

    public long Of(RefundedUnits units) => units.Subtotal - units.Discount + (TaxInPrices ? 0 : units.Tax);
}

/// <summary>Units of a line with what they carry of its price, discount and tax.</summary>
/// <param name="Removed">How many of them have not shipped and are not to.</param>
public sealed record RefundedUnits(Id<LineItem> LineItemId, int Quantity, long Subtotal, long Discount, long Tax, int Removed);

/// <summary>What the shop keeps: a restocking fee, the label of a return. Positive minor units.</summary>
public sealed record RefundFee(string Label, long Amount);
