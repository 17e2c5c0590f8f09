using FsCheck.Fluent;
using OrdersAdmin.Channels;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Channels;

public sealed class TakingInMoney
{
    [Fact]
    public async Task Keeps_the_totals_as_they_were_stated_and_says_whether_they_add_up()
    {
        await using var shop = await Shop();
        var lines = Intake(Line("Mug", 3));

        var sound = await shop.Order(lines with { Totals = new OrderTotals(3000, 300, 500, 540, 3740) });
        var inclusive = await shop.Order(lines with { PriceTaxInterpretation = TaxInterpretation.Inclusive, Totals = new OrderTotals(3000, 300, 500, 540, 3200) });
        var wrong = await shop.Order(lines with { Totals = new OrderTotals(3000, 300, 500, 540, 3200) });

        Assert.Equal((true, true, false), (sound.TotalsReconcile, inclusive.TotalsReconcile, wrong.TotalsReconcile));
        Assert.Equal([3740, 3200, 3200], new[] { sound, inclusive, wrong }.Select(order => order.Money.Single(figure => figure.Kind == MoneyFigureKind.Total).Amount.Minor));
    }

    [Theory]
    [InlineData("EUR", "€10.00")]
    [InlineData("USD", "$10.00")]
    [InlineData("JPY", "¥1,000")]
    [InlineData("KWD", "KWD 1.000")]
    [InlineData(null, "€10.00")]
    public async Task In_the_orders_own_currency_or_the_sites(string? currency, string total)
    {
        await using var shop = await Shop();

        var order = await shop.Order(Intake(Line("Mug", 1)) with { Currency = currency });

        Assert.Equal(total, order.Money.Single(figure => figure.Kind == MoneyFigureKind.Total).Amount.ToString());
    }

    [Fact]
    public async Task Shares_discount_and_tax_out_to_the_lines_once_to_the_last_cent()
    {
        await using var shop = await Shop();

        var order = await shop.Order(Intake(Line("Mug", 1, 1000), Line("Tray", 1, 1000), Line("Bowl", 1, 1000)) with
        {
            ShippingLine = new IntakeShipping("Parcel", 1000),
            Totals = new OrderTotals(3000, 100, 1000, 780, 4680),
        });

        Assert.Equal([34, 33, 33], order.Lines.Select(line => line.Discount));
        Assert.Equal([193, 193, 194], order.Lines.Select(line => line.Tax).Order());
        var tax = order.Money.Single(figure => figure.Kind == MoneyFigureKind.Tax);
        Assert.Equal((780, "Shipping", 200), (tax.Amount.Minor, tax.Parts[^1].Label, tax.Parts[^1].Amount.Minor));
    }

    [Fact]
    public async Task Leaves_shares_alone_that_the_source_states()
    {
        await using var shop = await Shop();

        var order = await shop.Order(Intake(Line("Mug", 1) with { Discount = 0, Tax = 7 }, Line("Tray", 1) with { Discount = 100, Tax = 0 }) with
        {
            ShippingLine = new IntakeShipping("Parcel", 500, Tax: 3),
            Totals = new OrderTotals(2000, 100, 500, 10, 2410),
        });

        Assert.Equal([(0, 7), (100, 0)], order.Lines.Select(line => (line.Discount, line.Tax)));
    }

    [Fact]
    public void The_shares_of_any_order_add_up() => Always.Holds(AnyOrder, intake =>
    {
        var shares = IntakeShares.Of(intake);

        Assert.Equal(intake.Totals.Discount, shares.Discounts.Sum());
        Assert.Equal(intake.Totals.Tax, shares.Taxes.Sum() + shares.ShippingTax);
        Assert.All(shares.Discounts.Concat(shares.Taxes), share => Assert.True(share >= 0));
    });

    private static FsCheck.Gen<IntakeOrder> AnyOrder { get; } =
        from lines in (from price in Gen.Choose(0, 10_000) from quantity in Gen.Choose(1, 9) select Line("Mug", quantity, price)).NonEmptyListOf()
        from discount in Gen.Choose(0, 5000)
        from shipping in Gen.Choose(0, 900)
        from stated in Gen.Elements<long?>(null, 0, 40)
        from tax in Gen.Choose(40, 9000)
        select Intake([.. lines]) with
        {
            ShippingLine = shipping == 0 ? null : new IntakeShipping("Parcel", shipping, Tax: stated),
            Totals = new OrderTotals(lines.Sum(line => line.UnitPrice * line.Quantity), discount, shipping, tax, 0),
        };
}
