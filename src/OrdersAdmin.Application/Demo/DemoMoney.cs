using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Demo;

/// <summary>Discount, shipping and tax of one order; minor units. The totals always add up.</summary>
/// <param name="Lines">With their shares of discount and tax.</param>
internal sealed record DemoMoney(IReadOnlyList<IntakeLine> Lines, DiscountLine? Discount, IntakeShipping? Shipping, TaxInterpretation Interpretation, OrderTotals Totals)
{
    private static readonly (string Name, string Code, int Percent)[] Promotions =
        [("Welcome", "WELCOME10", 10), ("Spring sale", "SPRING15", 15), ("Friends", "FRIENDS20", 20), ("Newsletter", "NEWS5", 5)];

    /// <param name="taxRate">Hundredths of a percent.</param>
    public static DemoMoney Of(IReadOnlyList<IntakeLine> lines, DiscountLine? discount, IntakeShipping? shipping, string currency, int taxRate)
    {
        var interpretation = currency == "USD" ? TaxInterpretation.Exclusive : TaxInterpretation.Inclusive;
        var subtotal = lines.Sum(line => line.UnitPrice * line.Quantity);
        var shares = Allocation.Split(discount?.Amount ?? 0, [.. lines.Select(line => line.UnitPrice * line.Quantity)]);
        IReadOnlyList<IntakeLine> taxed =
            [.. lines.Select((line, i) => line with { Discount = shares[i], Tax = Tax(line.UnitPrice * line.Quantity - shares[i]) })];
        var delivery = shipping is null ? null : shipping with { Tax = Tax(shipping.Amount) };
        var tax = taxed.Sum(line => line.Tax!.Value) + (delivery?.Tax ?? 0);
        var total = subtotal - (discount?.Amount ?? 0) + (delivery?.Amount ?? 0) + (interpretation == TaxInterpretation.Exclusive ? tax : 0);
        return new(taxed, discount, delivery, interpretation, new OrderTotals(subtotal, discount?.Amount ?? 0, delivery?.Amount ?? 0, tax, total));

        // Half up; out of the price where it includes the tax.
        long Tax(long amount)
        {
            var whole = interpretation == TaxInterpretation.Exclusive ? 10_000 : 10_000 + taxRate;
            return (2 * amount * taxRate + whole) / (2 * whole);
        }
    }

    public static DiscountLine? Promotion(IReadOnlyList<IntakeLine> lines, bool wholesale, SplitMix64 random)
    {
        var subtotal = lines.Sum(line => line.UnitPrice * line.Quantity);
        if (wholesale)
            return new("Wholesale, a third off", null, subtotal / 3);
        if (!random.Chance(180))
            return null;
        var (name, code, percent) = random.Pick(Promotions);
        return new(name, code, subtotal * percent / 100);
    }

    /// <summary>What delivery costs: less at home, nothing above a sum.</summary>
    public static IntakeShipping Delivery(DemoSite site, DemoCountry country, string currency, string service, long subtotal)
    {
        var (home, abroad, freeFrom) = (site.Currency, currency) switch
        {
            ("JPY", _) => (550, 2400, 8000),
            (_, "USD") => (650, 1450, 15000),
            _ => (490, 990, 10000),
        };
        var near = country.Country == (site.Currency == "JPY" ? "JP" : currency == "USD" ? "US" : "FR");
        var free = subtotal >= freeFrom && (near || country.Tax > 0);
        return new(free ? "Free delivery" : near ? "Standard delivery" : "International delivery", free ? 0 : near ? home : abroad, service);
    }

    /// <summary>Exports leave without tax.</summary>
    public static int TaxRate(DemoSite site, DemoCountry country, string? region) => (site.Currency == "JPY") == (country.Country == "JP")
        ? country.RegionTax.GetValueOrDefault(region ?? "", country.Tax)
        : 0;
}
