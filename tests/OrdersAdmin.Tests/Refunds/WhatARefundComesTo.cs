using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using static OrdersAdmin.Tests.Refunds.RefundShop;

namespace OrdersAdmin.Tests.Refunds;

public sealed class WhatARefundComesTo
{
    [Fact]
    public async Task Units_carry_their_share_of_discount_and_tax_and_say_so()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Taxed(Given.Line("Linen Tote", 3, 4200) with { Discount = 1260, Tax = 907 }));

        var quote = await shop.Quote(order, Units(order, 2));

        Assert.Equal("2 × Linen Tote €84.00, discount −€8.40, tax €6.04", Assert.Single(quote.Parts).Label);
        Assert.Equal("€81.64", quote.Total.ToString());
        Assert.Equal("Refund €81.64", quote.Button);
        Assert.Equal("Refund €81.64 to Visa ••4242.", quote.Effect);
    }

    [Fact]
    public async Task The_last_unit_takes_the_residue_in_whatever_order_units_are_refunded()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Taxed(Given.Line("Set of three", 3, 40) with { Discount = 20, Tax = 0 }));

        var sums = new List<long>();
        foreach (var _ in Enumerable.Range(0, 3))
            sums.Add((await shop.Refund(order, Units(order, 1))).OrThrow().Amount.Minor);

        Assert.Equal([34, 34, 32], sums);
        Assert.Equal(order.Total(), sums.Sum());
    }

    [Fact]
    public async Task A_discount_larger_than_a_cent_a_unit_never_gives_more_than_the_line_cost()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Taxed(Given.Line("Button", 3, 1) with { Discount = 2, Tax = 0 }, Given.Line("Coat", 1, 9000) with { Discount = 0, Tax = 0 }));

        var first = (await shop.Refund(order, Units(order, 1, 0))).OrThrow();
        var rest = (await shop.Quote(order, Units(order, 2, 0))).Total;

        Assert.Equal(1, first.Amount.Minor + rest.Minor);
    }

    [Fact]
    public async Task Tax_inside_the_prices_is_told_and_not_added()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Taxed(Given.Line("Mug", 2, 1200) with { Tax = 383 }) with
        {
            PriceTaxInterpretation = TaxInterpretation.Inclusive,
            Totals = new OrderTotals(2400, 0, 0, 383, 2400),
            Payments = [new IntakePayment("stripe", "pi_1", "Visa ••4242", Captured: 2400)],
        });

        var quote = await shop.Quote(order, Units(order, 1));

        Assert.Equal("1 × Mug €12.00, of which tax €1.91", Assert.Single(quote.Parts).Label);
        Assert.Equal(1200, quote.Total.Minor);
    }

    [Fact]
    public async Task Shipping_is_given_back_once()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Shipped());

        (await shop.Refund(order, new RefundChoice { Shipping = 400 })).OrThrow();
        var after = await shop.Quote(order, new RefundChoice { Shipping = 200 });
        var tooMuch = await shop.Refund(order, new RefundChoice { Shipping = 201 });

        Assert.Equal("€2.00", after.ShippingLeft.ToString());
        Assert.Equal(200, after.Total.Minor);
        Assert.Equal("At most €2.00 of the shipping can be refunded.", Expect.Invalid(tooMuch, "shipping"));
    }

    [Fact]
    public async Task Everything_is_all_units_all_shipping_and_the_rest_to_the_last_cent()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Shipped());
        (await shop.Refund(order, Units(order, 1))).OrThrow();

        var quote = await shop.Quote(order, new RefundChoice { Everything = true });

        Assert.Equal(quote.MostRefundable, quote.Total);
        Assert.Equal(order.Total() - 1000, quote.Total.Minor);
        Assert.Equal(quote.Total, (await shop.Refund(order, new RefundChoice { Everything = true })).OrThrow().Amount);
    }

    [Theory]
    [InlineData(1500, "More than the items come to", 500)]
    [InlineData(700, "Less than the items come to", -300)]
    public async Task Another_amount_than_the_items_come_to_is_a_line_of_its_own(long amount, string label, long difference)
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Mug", 4));

        var quote = await shop.Quote(order, Units(order, 1) with { Amount = amount });

        Assert.Equal(amount, quote.Total.Minor);
        Assert.Equal((label, difference), (quote.Parts[^1].Label, quote.Parts[^1].Amount.Minor));
        Assert.Equal(amount, quote.Parts.Sum(part => part.Amount.Minor));
    }

    [Fact]
    public async Task Fees_are_lines_of_the_sum()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Mug", 4));

        var quote = await shop.Quote(order, Units(order, 2) with { Fees = [new RefundFee("Restocking fee", 150)] });

        Assert.Equal(1850, quote.Total.Minor);
        Assert.Equal(("Restocking fee", -150L), (quote.Parts[^1].Label, quote.Parts[^1].Amount.Minor));
    }

    [Fact]
    public async Task Several_payments_give_back_oldest_first_and_are_spelled_out()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Desk", 1, 10_000)) with
        {
            Payments = [new("stripe", "pi_1", "Visa ••4242", Captured: 3333), new("stripe", "pi_2", "Mastercard ••1111", Captured: 3333), new("stripe", "pi_3", "Amex ••0005", Captured: 3334)],
        });

        var all = await shop.Quote(order, Amount(10_000));
        var part = await shop.Quote(order, Amount(5000));

        Assert.Equal("Refund €33.33 to Visa ••4242, €33.33 to Mastercard ••1111 and €33.34 to Amex ••0005.", all.Effect);
        Assert.Equal("Refund €33.33 to Visa ••4242 and €16.67 to Mastercard ••1111.", part.Effect);
    }

    [Fact]
    public async Task A_payment_taken_elsewhere_is_refunded_there()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Desk", 1, 10_000)) with { Payments = [new("paypal", "PAY-1", "PayPal", Captured: 10_000)] });

        var quote = await shop.Quote(order, Amount(100));

        Assert.Equal("€100.00 was paid with PayPal, which is refunded where it was taken, not here.", Assert.Single(quote.Elsewhere));
        Expect.Refused(await shop.Refund(order, Amount(100)));
        Assert.DoesNotContain(OrderAct.Refund, order.AllowedActions);
    }

    [Theory]
    [InlineData("JPY", 1234, "Refund ¥1,234 to Visa ••4242.")]
    [InlineData("ISK", 1234, "Refund ISK 1,234 to Visa ••4242.")]
    [InlineData("KWD", 1230, "Refund KWD 1.230 to Visa ••4242.")]
    public async Task Each_currency_has_its_own_decimals(string currency, long amount, string effect)
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Desk", 1, 10_000)) with { Currency = currency });

        var quote = await shop.Quote(order, Amount(amount));

        Assert.StartsWith(effect[..^1], quote.Effect.Replace("Asks a manager to refund", "Refund", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_decimals_end_in_a_zero_or_nothing_is_set_aside()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Desk", 1, 10_000)) with { Currency = "KWD" });
        var before = shop.AllRows();

        var result = await shop.Refund(order, Amount(1234));

        Assert.Equal("Card networks take KWD in steps of KWD 0.010: refund KWD 1.230 or KWD 1.240 instead of KWD 1.234.", Expect.Invalid(result, "amount"));
        Assert.Equal(before, shop.AllRows());
    }

    private static IntakeOrder Taxed(params IntakeLine[] lines)
    {
        var intake = Given.Intake(lines);
        var (discount, tax) = (lines.Sum(line => line.Discount ?? 0), lines.Sum(line => line.Tax ?? 0));
        var total = intake.Totals.Subtotal - discount + tax;
        return intake with
        {
            DiscountLines = discount > 0 ? [new DiscountLine("Spring", null, discount)] : [],
            Totals = new OrderTotals(intake.Totals.Subtotal, discount, 0, tax, total),
            Payments = [new IntakePayment("stripe", "pi_1", "Visa ••4242", Captured: total)],
        };
    }

    private static IntakeOrder Shipped() => Given.Intake(Given.Line("Mug", 3)) with
    {
        ShippingLine = new IntakeShipping("Parcel", 500, Tax: 100),
        Totals = new OrderTotals(3000, 0, 500, 100, 3600),
        Payments = [new IntakePayment("stripe", "pi_1", "Visa ••4242", Captured: 3600)],
    };
}
