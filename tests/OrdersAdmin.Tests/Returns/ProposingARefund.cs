using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Refunds;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class ProposingARefund
{
    [Fact]
    public async Task Values_accepted_units_less_the_fees_and_explains_the_sum()
    {
        await using var shop = await Shop();
        await shop.Policy(rules => rules with { RestockingPercent = 10, ReturnShippingFee = 490 });
        var order = await shop.Shipped(Line("Mug", 3, price: 2500));
        var back = await shop.Receive(await shop.Approved(order, 3));
        back = await shop.Inspect(back, Disposition.Restock, 2);
        back = await shop.Inspect(back, Disposition.Discard, 1, accepted: false);

        var proposal = (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow();
        var quote = await shop.Quote(order, proposal.Choice);

        Assert.Equal((4010, null), (quote.Total.Minor, quote.Problem));
        Assert.Equal([("2 × Mug €50.00", 5000), ("Return shipping", -490), ("Restocking fee, 10 %", -500)], quote.Parts.Select(part => (part.Label, part.Amount.Minor)));
        Assert.Equal(["1 unit of Mug was not accepted."], proposal.Sentences);
        Assert.Equal(2, back.UnitsToRefund);
        Assert.Contains(ReturnAct.Refund, back.AllowedActions);
    }

    [Fact]
    public async Task Keeps_no_fees_where_the_shop_is_at_fault()
    {
        await using var shop = await Shop();
        await shop.Policy(rules => rules with { RestockingPercent = 10, ReturnShippingFee = 490 });
        var order = await shop.Shipped(Line("Mug", 1, price: 2500));
        var made = (await shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 1) with { Reason = "Damaged or faulty", Approve = true })).OrThrow();
        var back = await shop.Inspect(await shop.Receive(await shop.Read(made.ReturnId)), Disposition.Discard, 1);

        var proposal = (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow();

        Assert.Empty(proposal.Choice.Fees);
        Assert.Equal("Damaged or faulty", proposal.Reason);
        Assert.Equal(["No fees: Damaged or faulty."], proposal.Sentences);
    }

    [Fact]
    public async Task Is_paid_for_once_by_the_refund_workflow_and_shows_on_the_return()
    {
        await using var shop = await Shop();
        await shop.Policy(rules => rules with { ReturnShippingFee = 300 });
        var order = await shop.Shipped(Line("Mug", 3, price: 1000));
        var back = await shop.AllBack(order, 2);
        var proposal = (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow();

        var one = proposal.Choice with { Items = [new RefundItem(order.Lines[0].Id, 1)] };
        var refund = (await shop.Refund(order, one, key: "first")).OrThrow();
        var tooMuch = await shop.Refund(order, proposal.Choice, key: "second");
        var rest = (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow();

        Assert.Equal(700, refund.Amount.Minor);
        Assert.Equal("Only 1 unit of this line was accepted.", Expect.Invalid(tooMuch, "items[0].quantity"));
        Assert.Equal((1, 0), (Assert.Single(rest.Choice.Items).Quantity, rest.Choice.Fees.Count));
        var shown = await shop.Read(back.Id);
        Assert.Equal((1, refund.RefundId, 700), (shown.UnitsToRefund, Assert.Single(shown.Refunds).Id, shown.Refunds[0].Amount.Minor));
        var other = await shop.Shipped(Line("Mug", 1));
        Expect.Invalid(await shop.Refund(other, one with { Items = [new RefundItem(other.Lines[0].Id, 1)] }), "return_id");
    }

    [Fact]
    public async Task Leaves_a_line_with_unshipped_units_to_ship()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 3)), 1);
        var back = await shop.AllBack(order, 1);

        (await shop.Refund(order, (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow().Choice)).OrThrow();

        Assert.Equal((2, 0), ((await shop.Read(order.Id)).Lines[0].Left, (await shop.Read(order.Id)).Lines[0].Removed));
    }

    [Fact]
    public async Task Takes_fees_in_steps_that_cards_take()
    {
        await using var shop = await Shop();
        await shop.Policy(rules => rules with { RestockingPercent = 15 });
        var order = await shop.Ship(await shop.Order(Intake(Line("Oud", 1, price: 12_350)) with { Currency = "KWD" }));
        var back = await shop.AllBack(order, 1);

        var proposal = (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow();

        Assert.Equal((1850, 10_500), (Assert.Single(proposal.Choice.Fees).Amount, (await shop.Quote(order, proposal.Choice)).Total.Minor));
    }

    [Fact]
    public async Task Never_keeps_more_than_the_goods_are_worth_nor_a_fee_in_another_currency()
    {
        await using var shop = await Shop();
        await shop.Policy(rules => rules with { RestockingPercent = 100, ReturnShippingFee = 5000 });
        var (cheap, foreign) = (await shop.Shipped(Line("Sticker", 1, price: 200)), await shop.Ship(await shop.Order(Intake(Line("Mug", 1)) with { Currency = "USD" })));

        var nothing = (await shop.ReturnQueries().ProposeRefund(shop.Support, (await shop.AllBack(cheap, 1)).Id)).OrThrow();
        var dollars = (await shop.ReturnQueries().ProposeRefund(shop.Support, (await shop.AllBack(foreign, 1)).Id)).OrThrow();

        Assert.Equal(200, nothing.Choice.Fees.Sum(fee => fee.Amount));
        Assert.DoesNotContain(dollars.Choice.Fees, fee => fee.Label == "Return shipping");
        Assert.Contains("The return-shipping fee is in EUR and this order in USD, so none is kept.", dollars.Sentences);
    }
}
