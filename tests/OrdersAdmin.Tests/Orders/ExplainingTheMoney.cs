using FsCheck.Fluent;
using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class ExplainingTheMoney
{
    private static readonly IntakeOrder Rich = Intake(Line("Mug", 2, 1000), Line("Tray", 1, 3000)) with
    {
        DiscountLines = [new DiscountLine("Spring", "SPRING10", 500)],
        ShippingLine = new IntakeShipping("Royal Mail", 450, "Tracked 48"),
        Totals = new OrderTotals(5000, 500, 450, 990, 5940),
        Payments = [new IntakePayment("stripe", "pi_1", "Visa ••4242", Captured: 5000, Refunded: 700), new IntakePayment("gift card", Captured: 940)],
    };

    [Fact]
    public async Task Says_what_each_figure_is_made_of()
    {
        await using var shop = await Shop();

        var money = (await shop.Order(Rich)).Money;

        Assert.Equal(
            """
            Subtotal €50.00 = 2 × Mug €20.00 + 1 × Tray €30.00
            Discount (SPRING10) −€5.00 = Spring (SPRING10) −€5.00
            Shipping €4.50 = Royal Mail, Tracked 48 €4.50
            Tax €9.90 = Mug €3.60 + Tray €5.40 + Shipping €0.90
            Total €59.40 = Subtotal €50.00 + Discount −€5.00 + Shipping €4.50 + Tax €9.90
            Paid €59.40 = Visa ••4242 €50.00 + gift card €9.40
            Refunded −€7.00 = To Visa ••4242 −€7.00
            Refundable €52.40 = Visa ••4242 €50.00 + gift card €9.40 + To Visa ••4242 −€7.00
            """, Written(money));
    }

    [Fact]
    public async Task Says_what_is_due_and_to_whom_the_tax_belongs()
    {
        await using var shop = await Shop();

        var money = (await shop.Order(Intake(Line("茶碗", 1, 1200)) with
        {
            Currency = "JPY",
            PriceTaxInterpretation = TaxInterpretation.Inclusive,
            Totals = new OrderTotals(1200, 0, 0, 109, 1200),
            Payments = [new IntakePayment("stripe", Method: "Konbini", Captured: 200)],
        })).Money;

        Assert.Equal(
            """
            Subtotal ¥1,200 = 1 × 茶碗 ¥1,200
            Shipping ¥0 = 
            Tax, in the prices ¥109 = 茶碗 ¥109
            Total ¥1,200 = Subtotal ¥1,200 + Shipping ¥0
            Paid, Konbini ¥200 = Konbini ¥200
            Refundable ¥200 = Konbini ¥200
            Due ¥1,000 = Total ¥1,200 + Paid −¥200
            """, Written(money));
    }

    [Fact]
    public async Task Says_what_the_source_does_not_explain()
    {
        await using var shop = await Shop();

        var order = await shop.Order(Intake(Line("Mug", 1, 1000)) with { Totals = new OrderTotals(1100, 50, 300, 20, 1500), ShippingLine = null });

        Assert.False(order.TotalsReconcile);
        Assert.Equal(
            """
            Subtotal €11.00 = 1 × Mug €10.00 + Not explained by web €1.00
            Discount −€0.50 = Mug −€0.50
            Shipping €3.00 = As web stated it €3.00
            Tax €0.20 = Mug €0.20
            Total €15.00 = Subtotal €11.00 + Discount −€0.50 + Shipping €3.00 + Tax €0.20 + Not explained by web €1.30
            Paid, Visa ••4242 €10.00 = Visa ••4242 €10.00
            Refundable €10.00 = Visa ••4242 €10.00
            Due €5.00 = Total €15.00 + Paid −€10.00
            """, Written(order.Money));
    }

    [Fact]
    public async Task Claims_nothing_from_the_buyer_of_a_cancelled_order()
    {
        await using var shop = await Shop();

        var order = await shop.Order(Intake(Line("Mug", 1)) with { Payments = [], CancelledOn = Today });

        Assert.DoesNotContain(order.Money, figure => figure.Kind == MoneyFigureKind.Due);
    }

    [Fact]
    public void The_parts_of_any_figure_add_up_to_it() => Always.Holds(AnyOrder, intake =>
    {
        var site = new Site("acme", "Acme", Amounts.Eur, "Europe/Paris", 1);
        var order = Order.Place(intake, site, row: 1, null, new Dictionary<string, Variant>(StringComparer.Ordinal), Actor.System("Test"), Today).OrThrow();

        Assert.All(MoneyStatement.Of(order), figure =>
        {
            Assert.Equal(figure.Amount.Minor, figure.Parts.Sum(part => part.Amount.Minor));
            Assert.All(figure.Parts, part => Assert.NotEmpty(part.Label));
        });
    });

    private static FsCheck.Gen<IntakeOrder> AnyOrder { get; } =
        from lines in (from price in Gen.Choose(0, 5000) from quantity in Gen.Choose(1, 4) select Line("Mug", quantity, price)).NonEmptyListOf()
        from totals in Gen.Choose(0, 5000).ArrayOf(5)
        from shipping in Gen.Elements<IntakeShipping?>(null, new("Parcel", 500), new("Parcel", 500, "Express", 20))
        from discounts in Gen.SubListOf(new DiscountLine("Spring", "SPRING10", 300), new DiscountLine("Loyal", null, 20))
        from payments in Gen.SubListOf(new IntakePayment("stripe", Captured: 900, Refunded: 100), new IntakePayment("cash", Captured: 70), new IntakePayment("late", Authorized: 40))
        from inclusive in Gen.Elements(TaxInterpretation.Inclusive, TaxInterpretation.Exclusive)
        select Intake([.. lines]) with
        {
            Totals = new OrderTotals(totals[0], totals[1], totals[2], totals[3], totals[4]),
            ShippingLine = shipping,
            DiscountLines = discounts,
            Payments = payments,
            PriceTaxInterpretation = inclusive,
        };

    private static string Written(IReadOnlyList<MoneyFigure> money) => string.Join('\n', money.Select(figure =>
        $"{figure.Label} {figure.Amount} = {string.Join(" + ", figure.Parts.Select(part => $"{part.Label} {part.Amount}"))}"));
}
