using OrdersAdmin.Exchanges;
using OrdersAdmin.Inventory;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Exchanges;

public sealed class CancellingAndWaiving
{
    [Fact]
    public async Task Releases_the_replacement_and_moves_the_worth_back()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugAndJug(shop);
        var exchange = await shop.ApprovedExchange(order, jug);

        (await shop.Exchanges().Cancel(shop.Support, exchange.Id, exchange.Version)).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((10, 0), ((await shop.StockOf(jug.Id)).OnHand, (await shop.StockOf(jug.Id)).Reserved));
        Assert.Equal((OrderStatus.Fulfilled, 0, 1), (after.Status, after.UnitsLeft, after.Lines[1].Removed));
        Assert.Equal([2, 0], after.Lines.Select(line => line.Returnable));
        Assert.Equal([(2, 2000), (0, 0)], (await shop.Quote(order, new())).Lines.Select(line => (line.Refundable, (int)line.All.Minor)));
        Assert.Equal(ReturnStatus.Cancelled, (await shop.Read(exchange.Return.Id)).Status);
        Assert.Equal("Cancelled; nothing goes out for it.", (await shop.Read(exchange.Id)).Sentence);
    }

    [Fact]
    public async Task Leaves_goods_that_came_as_a_return_to_refund()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugAndJug(shop);
        var exchange = await shop.GoodsArrive(await shop.ApprovedExchange(order, jug));

        (await shop.Exchanges().Cancel(shop.Support, exchange.Id, null)).OrThrow();
        var back = await shop.Inspect(await shop.Read(exchange.Return.Id), Disposition.Restock, 1);

        Assert.Equal((null, 1), (back.ExchangeId, back.UnitsToRefund));
        Assert.Equal(1000, (await shop.Quote(order, (await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).OrThrow().Choice)).Total.Minor);
    }

    [Fact]
    public async Task Refuses_once_the_replacement_has_left_and_opens_again_when_it_did_not()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugAndJug(shop);
        var done = await shop.GoodsArrive(await shop.ShipReplacement(await shop.ApprovedExchange(order, jug)));

        var refused = await shop.Exchanges().Cancel(shop.Support, done.Id, null);
        await shop.CancelFulfillment(await shop.Read(order.Id), 2);
        var open = await shop.Read(done.Id);

        Assert.Contains("completed", Expect.Refused(refused).Message, StringComparison.Ordinal);
        Assert.Equal((ExchangeStatus.Approved, "The replacement can ship."), (open.Status, open.Sentence));
        Assert.Equal((10, 1), ((await shop.StockOf(jug.Id)).OnHand, (await shop.StockOf(jug.Id)).Reserved));
        Assert.Equal(ExchangeStatus.Completed, (await shop.ShipReplacement(open)).Status);
    }

    [Fact]
    public async Task Keeps_the_order_from_being_cancelled_while_it_is_open()
    {
        await using var shop = await Shop();
        await shop.Variant("MUG");
        var jug = await shop.Variant("JUG");
        var order = await shop.Shipped(Line("Mug", 1, sku: "MUG"));
        var exchange = await shop.GoodsArrive(await shop.ApprovedExchange(order, jug));
        Assert.Equal(OrderStatus.Returned, (await shop.Read(order.Id)).Status);

        var cancelling = new OrderCancellationWorkflow(shop.Database, new OrdersAdmin.Payments.StripeOptions(), new OrdersAdmin.Refunds.RefundSignal(), shop.Clock);
        var refused = await cancelling.Cancel(shop.Manager, order.Id, new CancelOrder("No longer wanted"));
        (await shop.Exchanges().Cancel(shop.Support, exchange.Id, null)).OrThrow();
        (await cancelling.Cancel(shop.Manager, order.Id, new CancelOrder("No longer wanted"))).OrThrow();

        Assert.Equal($"An exchange of order #{order.Number} is open. Cancel the exchange first.", Expect.Refused(refused).Message);
        Assert.Equal((10, 0), ((await shop.StockOf(jug.Id)).OnHand, (await shop.StockOf(jug.Id)).Reserved));
    }

    [Fact]
    public async Task Lets_the_customer_keep_the_goods_when_a_manager_says_so()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugAndJug(shop);
        var exchange = await shop.ShipReplacement(await shop.ApprovedExchange(order, jug));

        Expect.Forbidden(await shop.Exchanges().WaiveGoods(shop.Support, exchange.Id, "Broken anyway", null));
        (await shop.Exchanges().WaiveGoods(shop.Manager, exchange.Id, "Broken anyway", exchange.Version)).OrThrow();

        var done = await shop.Read(exchange.Id);
        var after = await shop.Read(order.Id);
        Assert.Equal((ExchangeStatus.Completed, "Broken anyway (Mia Manager)", ReturnStatus.Cancelled), (done.Status, done.GoodsWaiver, done.Return.Status));
        Assert.Equal([(0, 1), (0, 1)], after.Lines.Select(line => (line.Announced, line.Returnable)));
    }

    [Fact]
    public async Task Waits_for_what_was_missing_until_that_is_waived_too()
    {
        await using var shop = await Shop();
        await shop.Variant("MUG");
        var jug = await shop.Variant("JUG");
        var order = await shop.Shipped(Line("Mug", 2, sku: "MUG"));
        var exchange = await shop.ShipReplacement(await shop.ApprovedExchange(order, jug, units: 2));
        (await shop.Returns().Receive(shop.Ana, exchange.Return.Id, new ReceiveReturn([new(exchange.Return.Lines[0].LineItemId, 1, Missing: 1)]))).OrThrow();

        Assert.Equal((ExchangeStatus.Approved, ReturnStatus.Received), ((await shop.Read(exchange.Id)).Status, (await shop.Read(exchange.Id)).Return.Status));
        (await shop.Exchanges().WaiveGoods(shop.Manager, exchange.Id, "Lost on the way", null)).OrThrow();

        Assert.Equal((ExchangeStatus.Completed, 0), ((await shop.Read(exchange.Id)).Status, (await shop.Read(order.Id)).Lines[0].Returnable));
    }

    [Fact]
    public async Task Rejects_with_a_sentence_for_the_buyer_and_decides_once()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugAndJug(shop);
        var asked = await shop.Asked(order, jug);

        var results = await Task.WhenAll(
            shop.Exchanges().Approve(shop.Manager, asked.Id, new ApproveExchange(Notify: false, ExpectedVersion: asked.Version)),
            shop.Exchanges().Reject(shop.Support, asked.Id, new RejectExchange("Worn", "Worn mugs stay yours.", asked.Version)));

        Assert.Single(results, result => result.Problem is null);
        var now = await shop.Read(asked.Id);
        Assert.Contains(now.Status == ExchangeStatus.Approved ? "Mia Manager approved it" : "Sam Support rejected it", Assert.Single(results, result => result.Problem is not null).Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(now.Status == ExchangeStatus.Rejected ? 1 : 0, (await shop.Mails()).Count);
        Assert.Equal(now.Status == ExchangeStatus.Approved ? 1 : 0, (await shop.StockOf(jug.Id)).Reserved);
        Expect.Refused(await shop.Returns().Approve(shop.Support, asked.Return.Id, new ApproveReturn()));
    }

    [Fact]
    public async Task Lists_exchanges_by_tab_and_number()
    {
        await using var shop = await Shop();
        var (order, jug) = await MugAndJug(shop);
        var approved = await shop.ApprovedExchange(order, jug);
        shop.Clock.Advance(TimeSpan.FromDays(2));
        var asked = await shop.Asked(order, jug);

        Assert.Equal([asked.Id, approved.Id], (await List(new())).Rows.Select(row => row.Id));
        Assert.Equal([approved.Id], (await List(new(ExchangeTab.Approved))).Rows.Select(row => row.Id));
        Assert.Equal([approved.Id], (await List(new(Search: approved.Return.Rma))).Rows.Select(row => row.Id));
        Assert.Equal([approved.Id], (await List(new(OlderThanDays: 2))).Rows.Select(row => row.Id));
        var page = await List(new(Limit: 1));
        Assert.Equal([approved.Id], (await List(new(Limit: 1, Cursor: page.Older))).Rows.Select(row => row.Id));
        Assert.Equal((2, 1, 1, 0), (page.Counts[ExchangeTab.Open], page.Counts[ExchangeTab.Requested], page.Counts[ExchangeTab.Approved], page.Counts[ExchangeTab.Completed]));
        Assert.Empty((await shop.ExchangeQueries().List(shop.Kenji, new())).OrThrow().Rows);

        async Task<ExchangeListView> List(ExchangeListQuery query) => (await shop.ExchangeQueries().List(shop.Owner, query)).OrThrow();
    }

    private static async Task<(OrderView Order, VariantView Jug)> MugAndJug(Shop shop)
    {
        await shop.Variant("MUG");
        return (await shop.Shipped(Line("Mug", 2, sku: "MUG")), await shop.Variant("JUG"));
    }
}
