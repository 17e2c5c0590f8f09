using OrdersAdmin.Channels;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Exchanges;

public sealed class SettlingTheDifference
{
    [Fact]
    public async Task Counts_the_units_own_discount_and_tax()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugForJug(shop, jug: 3000, Intake(Line("Mug", 2, 2000, "MUG")) with { Totals = new(4000, 1000, 0, 600, 3600) });

        var quote = (await shop.Exchanges().Quote(shop.Support, order.Id, ExchangeShop.Request(order, jug.Id).Items)).OrThrow();

        Assert.Equal((1200, "Customer owes €12.00"), (quote.Difference.Minor, quote.Sentence));
        Assert.Equal([("1 × JUG", 3000), ("1 × Mug", -1800)], quote.Parts.Select(part => (part.Label, part.Amount.Minor)));
        Assert.Null(quote.Problem);
    }

    [Fact]
    public async Task Contains_the_tax_where_the_prices_do()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugForJug(shop, jug: 2400, Intake(Line("Mug", 1, 1200, "MUG")) with { PriceTaxInterpretation = TaxInterpretation.Inclusive, Totals = new(1200, 0, 0, 200, 1200) });

        var exchange = await shop.ApprovedExchange(order, jug);
        var line = (await shop.Read(order.Id)).Lines[1];

        Assert.Equal((1200, 400), (exchange.Difference.Minor, line.Tax));
    }

    [Fact]
    public async Task Costs_nothing_where_both_cost_the_same_today_whatever_was_paid()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugForJug(shop, jug: 1000, Intake(Line("Mug", 1, 700, "MUG")) with { Currency = "USD" });
        var dear = await shop.Variant("VASE", price: 5000);

        var same = (await shop.Exchanges().Quote(shop.Support, order.Id, ExchangeShop.Request(order, jug.Id).Items)).OrThrow();
        var other = (await shop.Exchanges().Quote(shop.Support, order.Id, ExchangeShop.Request(order, dear.Id).Items)).OrThrow();

        Assert.Equal((0, "No difference", null), (same.Difference.Minor, same.Sentence, same.Problem));
        Assert.Equal($"VASE is priced in EUR and order #{order.Number} in USD. Choose one that costs the same as what comes back.", other.Problem!.Message);
    }

    [Fact]
    public async Task Leaves_the_odd_fils_to_the_customer()
    {
        await using var shop = await Shop();
        await shop.Variant("OUD", price: 1000, currency: "KWD");
        var (lute, drum) = (await shop.Variant("LUTE", price: 2237, currency: "KWD"), await shop.Variant("DRUM", price: 343, currency: "KWD"));
        var order = await shop.Ship(await shop.Order(Intake(Line("Oud", 2, 1000, "OUD")) with { Currency = "KWD" }));

        var up = await shop.ApprovedExchange(order, lute);
        var down = await shop.ApprovedExchange(order, drum);

        Assert.Equal((1230, -660), (up.Difference.Minor, down.Difference.Minor));
        Assert.Equal("Customer owes KWD 1.230", up.DifferenceSentence);
        Assert.Equal(2000 + 1230 - 660, (await shop.Read(order.Id)).Lines.Sum(line => line.Subtotal - line.Discount) - 2000);
    }

    [Fact]
    public async Task Holds_the_replacement_back_until_a_manager_lets_the_customer_off()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugForJug(shop, jug: 1500);
        var exchange = await shop.ApprovedExchange(order, jug);

        var early = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new("DHL", Items: [new((await shop.Read(order.Id)).Lines[1].Id, 1)]));
        var forbidden = await shop.Exchanges().WaiveDifference(shop.Support, exchange.Id, "Our mistake", null);
        (await shop.Exchanges().WaiveDifference(shop.Manager, exchange.Id, "Our mistake", exchange.Version)).OrThrow();
        var waived = await shop.Read(exchange.Id);

        Assert.Equal("JUG waits until the customer has paid the difference of its exchange.", Expect.Invalid(early, "items[0].quantity"));
        Expect.Forbidden(forbidden);
        Assert.Equal((DifferenceState.Waived, "Our mistake (Mia Manager)"), (waived.DifferenceState, waived.DifferenceWaiver));
        Assert.Equal(waived.Difference, new Money(waived.DifferenceParts.Sum(part => part.Amount.Minor), waived.Difference.Currency));
        var done = await shop.GoodsArrive(await shop.ShipReplacement(waived));
        Assert.Equal((ExchangeStatus.Completed, 1000), (done.Status, (await shop.Quote(order, new())).Lines[1].All.Minor));
    }

    [Fact]
    public async Task Gives_back_what_we_owe_by_a_refund_with_its_limits()
    {
        await using var shop = await Shop();
        await shop.Variant("MUG", price: 30_000);
        var cheap = await shop.Variant("CUP", price: 5_000);
        var order = await shop.Shipped(Line("Mug", 1, 30_000, "MUG"));
        var exchange = await shop.GoodsArrive(await shop.ShipReplacement(await shop.ApprovedExchange(order, cheap)));

        Assert.Equal((ExchangeStatus.Approved, "We owe €250.00"), (exchange.Status, exchange.DifferenceSentence));
        (await shop.Exchanges().RefundDifference(shop.Support, exchange.Id, exchange.Version)).OrThrow();

        var asked = await shop.Read(exchange.Id);
        var refund = Assert.Single((await shop.Read(order.Id)).Refunds);
        Assert.Equal((ExchangeStatus.Completed, DifferenceState.RefundRequested, refund.Id), (asked.Status, asked.DifferenceState, asked.RefundId));
        Assert.Equal((RefundState.AwaitingApproval, 25_000, "Price difference of exchange 1"), (refund.State, refund.Amount.Minor, refund.Reason));
        Expect.Refused(await shop.Exchanges().RefundDifference(shop.Support, exchange.Id, null));

        (await shop.Refunds().Decline(shop.Manager, refund.Id, refund.Revision, "Wait for the inspection")).OrThrow();
        Assert.Contains(ExchangeAct.RefundDifference, (await shop.Read(exchange.Id)).AllowedActions);
        (await shop.Exchanges().RefundDifference(shop.Support, exchange.Id, null)).OrThrow();
        Assert.Equal(2, (await shop.Read(order.Id)).Refunds.Count);
    }

    [Fact]
    public async Task Never_gives_more_back_than_the_customer_paid_in_any_order_of_acts()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugForJug(shop, jug: 400);
        var exchange = await shop.GoodsArrive(await shop.ShipReplacement(await shop.ApprovedExchange(order, jug)));
        (await shop.Exchanges().RefundDifference(shop.Owner, exchange.Id, null)).OrThrow();
        var back = await shop.AllBack(await shop.Read(order.Id), 0, 1);

        (await shop.Refund(order, (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow().Choice)).OrThrow();

        Assert.Equal([600, 400], (await shop.Read(order.Id)).Refunds.Select(refund => refund.Amount.Minor));
        Assert.Equal(0, (await shop.Quote(order, new())).MostRefundable.Minor);
    }

    private static async Task<(OrderView Order, VariantView Jug)> MugForJug(Shop shop, long jug, IntakeOrder? intake = null)
    {
        await shop.Variant("MUG");
        return (await shop.Ship(await shop.Order(intake ?? Intake(Line("Mug", 1, 1000, "MUG")))), await shop.Variant("JUG", price: jug));
    }
}
