using OrdersAdmin.Kernel;

namespace OrdersAdmin.Channels;

/// <summary>Each line's share of the order's discount and tax, allocated once; refunds read what is stored.</summary>
internal sealed record IntakeShares(long[] Discounts, long[] Taxes, long ShippingTax)
{
    public static IntakeShares Of(IntakeOrder intake)
    {
        var lines = intake.LineItems;
        var discounts = lines.All(line => line.Discount is not null)
            ? lines.Select(line => line.Discount!.Value).ToArray()
            : Allocation.Split(intake.Totals.Discount, [.. lines.Select(line => line.UnitPrice * line.Quantity)]);

        if (lines.All(line => line.Tax is not null))
        {
            var taxes = lines.Select(line => line.Tax!.Value).ToArray();
            return new(discounts, taxes, intake.ShippingLine?.Tax ?? intake.Totals.Tax - taxes.Sum());
        }

        // Where the source gives one figure for the whole order, shipping is taxed like the goods.
        long shippingWeight = intake.ShippingLine is { Tax: null } shipping ? shipping.Amount : 0;
        var stated = intake.ShippingLine?.Tax ?? 0;
        var net = lines.Select((line, i) => Math.Max(0, line.UnitPrice * line.Quantity - discounts[i]));
        var split = Allocation.Split(intake.Totals.Tax - stated, [.. net, shippingWeight]);
        return new(discounts, split[..^1], stated + split[^1]);
    }
}
