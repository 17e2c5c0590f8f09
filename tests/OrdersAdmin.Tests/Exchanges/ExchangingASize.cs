using OrdersAdmin.Exchanges;
using OrdersAdmin.Inventory;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Exchanges;

public sealed class ExchangingASize
{
    [Fact]
    public async Task Keeps_the_replacement_ships_it_as_a_line_of_its_own_and_is_done_when_both_halves_are()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M");
        var large = await shop.Variant("TEE-L", onHand: 4);
        var order = await shop.Shipped(Line("Tee M", 2, sku: "TEE-M"));

        var asked = await shop.Asked(order, large);
        (await shop.Exchanges().Approve(shop.Support, asked.Id, new ApproveExchange(ExpectedVersion: asked.Version))).OrThrow();
        var approved = await shop.Read(asked.Id);
        var waiting = await shop.Read(order.Id);

        Assert.Equal((ExchangeStatus.Approved, $"RMA-{order.Number}-1", "No difference"), (approved.Status, approved.Return.Rma, approved.DifferenceSentence));
        Assert.Equal("The goods are expected back, the replacement can ship.", approved.Sentence);
        Assert.Equal((4, 1, 3), await Stock(shop, large));
        Assert.Equal((OrderStatus.PartiallyFulfilled, 1), (waiting.Status, waiting.UnitsLeft));
        Assert.Equal(("TEE-L", 1, approved.Id), (waiting.Lines[1].Sku, waiting.Lines[1].Left, waiting.Lines[1].ReplacementOf));

        var shipped = await shop.ShipReplacement(approved);
        Assert.Equal((ExchangeStatus.Approved, OrderStatus.Fulfilled), (shipped.Status, (await shop.Read(order.Id)).Status));
        Assert.Equal((3, 0, 3), await Stock(shop, large));

        var done = await shop.GoodsArrive(shipped);
        Assert.Equal((ExchangeStatus.Completed, "Completed."), (done.Status, done.Sentence));
        Assert.Equal(
            ["order.created", "order.fulfilled", "exchange.requested", "exchange.approved", "order.fulfilled", "return.received", "exchange.completed"],
            (await shop.EventsOf(order.Id)).Select(each => each.Type));
        Assert.Equal([StockKind.Ship, StockKind.Reserve, StockKind.Opening], (await shop.StockOf(large.Id)).Movements.Select(movement => movement.Kind));
    }

    [Fact]
    public async Task Leaves_what_was_stated_at_checkout_and_moves_the_worth()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M");
        var large = await shop.Variant("TEE-L");
        var order = await shop.Shipped(Line("Tee M", 2, sku: "TEE-M"));

        await shop.ApprovedExchange(order, large);
        var after = await shop.Read(order.Id);
        var quote = await shop.Quote(order, new());

        Assert.Equal(order.Money.Select(Figure), after.Money.Select(Figure));
        Assert.Equal([(0, 1, 1000), (0, 0, 0)], quote.Lines.Select(line => (line.Refunded, line.Refundable, (int)line.All.Minor)));
        Assert.Equal(
            "TEE-L is part of an exchange and not with the customer yet. Cancel the exchange instead.",
            Expect.Invalid(await shop.Refund(order, new RefundChoice { Items = [new(after.Lines[1].Id, 1)] }), "items[0].quantity"));

        static string Figure(MoneyFigure figure) => $"{figure.Label} {figure.Amount}: {string.Join(", ", figure.Parts)}";
    }

    [Fact]
    public async Task Takes_the_replacement_back_in_its_turn_and_pays_for_it_what_the_customer_paid()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M");
        var large = await shop.Variant("TEE-L");
        var order = await shop.Ship(await shop.Order(Intake(Line("Tee M", 1, 2000, "TEE-M")) with { Totals = new(2000, 500, 0, 300, 1800), Payments = [new("stripe", "pi_9", "Visa ••4242", Captured: 1800)] }));
        var exchange = await shop.GoodsArrive(await shop.ShipReplacement(await shop.ApprovedExchange(order, large)));
        var replaced = await shop.Read(order.Id);

        var back = await shop.AllBack(replaced, 0, 1);
        var proposal = (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow();
        var quote = await shop.Quote(replaced, proposal.Choice);

        Assert.Equal(ExchangeStatus.Completed, exchange.Status);
        Assert.Equal((1800, null), (quote.Total.Minor, quote.Problem));
        Assert.Equal(OrderStatus.Returned, (await shop.Read(order.Id)).Status);
        Assert.Equal(0, (await shop.Read(exchange.Return.Id)).UnitsToRefund);
    }

    [Fact]
    public async Task Offers_the_same_product_first_with_what_is_on_the_shelf()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M", product: "tee");
        await shop.Variant("TEE-L", product: "tee", onHand: 2, name: "Tee L");
        await shop.Variant("TEE-XL", product: "tee", onHand: 0, name: "Tee XL");
        await shop.Variant("CAP", product: "cap", name: "A cap for the Tee");
        var order = await shop.Shipped(Line("Tee M", 1, sku: "TEE-M"));

        var same = (await shop.ExchangeQueries().Choices(shop.Support, order.Id, order.Lines[0].Id)).OrThrow();
        var found = (await shop.ExchangeQueries().Choices(shop.Support, order.Id, order.Lines[0].Id, "tee")).OrThrow();

        Assert.Equal([("TEE-M", 10, null), ("TEE-L", 2, null), ("TEE-XL", 0, "Tee XL is sold out.")], same.OrderBy(each => each.Sku.Length).ThenByDescending(each => each.Sku, StringComparer.Ordinal).Select(each => (each.Sku, each.Available, each.WhyNot)));
        Assert.Equal(("CAP", false), (found[^1].Sku, found[^1].SameProduct));
    }

    [Fact]
    public async Task Is_refused_when_the_replacement_is_sold_out_between_request_and_approval()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M");
        var large = await shop.Variant("TEE-L", onHand: 1);
        var asked = await shop.Asked(await shop.Shipped(Line("Tee M", 1, sku: "TEE-M")), large);
        (await shop.Stock().Adjust(shop.Manager, large.Id, new AdjustStock(-1, "Sold in the shop"))).OrThrow();
        var before = shop.AllRows();

        var refused = await shop.Exchanges().Approve(shop.Support, asked.Id, new ApproveExchange());

        Assert.Equal("TEE-L (TEE-L) is sold out.", Expect.Refused(refused).Message);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Gives_the_last_unit_to_one_of_many()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M");
        var large = await shop.Variant("TEE-L", onHand: 1);
        var asked = new List<ExchangeView>();
        for (var i = 0; i < 5; i++)
            asked.Add(await shop.Asked(await shop.Shipped(Line("Tee M", 1, sku: "TEE-M")), large));

        var results = await Task.WhenAll(asked.Select(each => shop.Exchanges().Approve(shop.Support, each.Id, new ApproveExchange())));

        Assert.Single(results, result => result.Problem is null);
        Assert.Equal((1, 1, 0), await Stock(shop, large));
    }

    [Fact]
    public async Task Shows_a_replacement_that_is_no_longer_sold_and_refuses_a_new_one()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M");
        var large = await shop.Variant("TEE-L");
        var order = await shop.Shipped(Line("Tee M", 3, sku: "TEE-M"));
        var done = await shop.GoodsArrive(await shop.ShipReplacement(await shop.ApprovedExchange(order, large)));
        var asked = await shop.Asked(order, large);
        (await shop.Stock().Delete(shop.Manager, large.Id, null)).OrThrow();

        Assert.Equal("TEE-L", (await shop.Read(done.Id)).Lines[0].NewSku);
        Assert.Equal("TEE-L (TEE-L) is no longer sold.", Expect.Refused(await shop.Exchanges().Approve(shop.Support, asked.Id, new ApproveExchange())).Message);
        Assert.Equal("TEE-L is no longer sold.", Expect.Invalid(await shop.Exchanges().Request(shop.Support, order.Id, ExchangeShop.Request(order, large.Id)), "items[0].new_variant_id"));
    }

    [Fact]
    public async Task Names_every_wrong_field_and_counts_a_key_once()
    {
        await using var shop = await Shop();
        await shop.Variant("TEE-M");
        var large = await shop.Variant("TEE-L");
        var order = await shop.Shipped(Line("Tee M", 2, sku: "TEE-M"), Line("Cap", 1));
        var command = ExchangeShop.Request(order, large.Id) with { RequestKey = "form-1" };

        var first = (await shop.Exchanges().Request(shop.Support, order.Id, command)).OrThrow();
        var again = (await shop.Exchanges().Request(shop.Support, order.Id, command)).OrThrow();

        Assert.Equal(first, again);
        Expect.Invalid(await shop.Exchanges().Request(shop.Support, order.Id, ExchangeShop.Request(order, default)), "items[0].new_variant_id");
        Expect.Invalid(await shop.Exchanges().Request(shop.Support, order.Id, ExchangeShop.Request(order, large.Id, units: 2)), "items[0].quantity");
        Expect.Invalid(await shop.Exchanges().Request(shop.Support, order.Id, new RequestExchange([], ReturnShop.Reason)), "items");
        Expect.Forbidden(await shop.Exchanges().Request(shop.Ana, order.Id, command));
        Expect.NotFound(await shop.ExchangeQueries().Get(shop.Kenji, first.ExchangeId));
    }

    private static async Task<(int OnHand, int Reserved, int Available)> Stock(Shop shop, VariantView variant)
    {
        var now = await shop.StockOf(variant.Id);
        return (now.OnHand, now.Reserved, now.Available);
    }
}
