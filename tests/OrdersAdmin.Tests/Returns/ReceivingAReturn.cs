using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class ReceivingAReturn
{
    [Fact]
    public async Task Goes_in_parts_and_the_order_is_returned_once_every_shipped_unit_is_back()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 2), Line("Bowl", 1));
        var back = await shop.Approved(order, 2, 1);

        var part = await shop.Receive(back, 1);
        var between = await shop.Read(order.Id);
        var whole = await shop.Receive(part);

        Assert.Equal((ReturnStatus.PartiallyReceived, "2 of 3 items are still expected, 1 item waits for an inspection."), (part.Status, part.Sentence));
        Assert.Equal((OrderStatus.Fulfilled, 1, 1), (between.Status, between.Lines[0].Returned, between.Lines[0].Announced));
        Assert.Equal((ReturnStatus.Received, "3 items wait for an inspection."), (whole.Status, whole.Sentence));
        var after = await shop.Read(order.Id);
        Assert.Equal((OrderStatus.Returned, FulfillmentState.Fulfilled), (after.Status, after.FulfillmentStatus));
        Assert.All(after.Lines, line => Assert.Equal((line.Shipped, 0, 0), (line.Returned, line.Announced, line.Returnable)));
    }

    [Fact]
    public async Task Refuses_more_than_is_outstanding()
    {
        await using var shop = await Shop();
        var back = await shop.Receive(await shop.Approved(await shop.Shipped(Line("Mug", 3, sku: "MUG")), 3), 2);
        var before = shop.AllRows();

        var result = await shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn(ReturnShop.Items(back, 2)));

        Assert.Equal("Only 1 of MUG are still expected back.", Expect.Refused(result).Message);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Counts_the_same_key_once_however_often_it_comes()
    {
        await using var shop = await Shop();
        var back = await shop.Approved(await shop.Shipped(Line("Mug", 3)), 3);
        var command = new ReceiveReturn(ReturnShop.Items(back, 1), RequestKey: "scan-1");

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.Returns().Receive(shop.Ana, back.Id, command)));

        Assert.All(results, result => Assert.Equal(back.Version + 1, result.OrThrow().Version));
        Assert.Equal((1, 1), ((await shop.Read(back.Id)).Lines[0].Received, (await shop.Read(back.Id)).Receipts.Count));
    }

    [Fact]
    public async Task Writes_down_what_was_missing_and_what_should_not_have_been_there()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 3));
        var back = await shop.Approved(order, 3);

        (await shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn([new(back.Lines[0].LineItemId, 1, Missing: 2)], [new("4006381333931", 1, "A pen")], "Torn parcel"))).OrThrow();

        var after = await shop.Read(back.Id);
        var receipt = Assert.Single(after.Receipts);
        Assert.Equal((ReturnStatus.Received, 1, 2, 0), (after.Status, after.Lines[0].Received, after.Lines[0].Missing, after.Lines[0].Outstanding));
        Assert.Equal((2, "4006381333931", "A pen", "Torn parcel", "Ana"), (receipt.Lines[0].Missing, receipt.Unexpected[0].What, receipt.Unexpected[0].Note, receipt.Note, receipt.By));
        Assert.Equal((1, 0, 2), ((await shop.Read(order.Id)).Lines[0].Returned, (await shop.Read(order.Id)).Lines[0].Announced, (await shop.Read(order.Id)).Lines[0].Returnable));
        Assert.Equal($"received 1 item of {back.Rma}, 2 missing, 1 unexpected item", (await shop.Read(order.Id)).Timeline[0].Summary);
    }

    [Fact]
    public async Task Grades_in_the_same_act_where_the_bench_does()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");
        var back = await shop.Approved(await shop.Shipped(Line("Mug", 3, sku: "MUG")), 3);
        var line = back.Lines[0].LineItemId;

        (await shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn([new(line, 2, Grade: Disposition.Restock), new(line, 1, Grade: Disposition.Discard, Note: "Broken", Accepted: false)]))).OrThrow();

        var after = await shop.Read(back.Id);
        Assert.Equal((3, 0, 2), (after.Lines[0].Received, after.Lines[0].ToInspect, after.Lines[0].Accepted));
        Assert.Equal("Everything is here and decided on.", after.Sentence);
        Assert.Equal(12, (await shop.StockOf(mug.Id)).OnHand);
    }

    [Fact]
    public async Task Names_every_wrong_field()
    {
        await using var shop = await Shop();
        var back = await shop.Approved(await shop.Shipped(Line("Mug", 3)), 3);
        var line = back.Lines[0].LineItemId;

        var result = await shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn(
            [new(default, 1), new(line, 0), new(line, -1, 2), new(line, 1, Grade: Disposition.Missing, Note: new string('n', 2001))],
            [new(" ", 0)], RequestKey: new string('k', 101)));

        Assert.Equal(
            ["items[0].line_item_id", "items[1].quantity", "items[2].quantity", "items[3].grade", "items[3].note", "request_key", "unexpected[0].quantity", "unexpected[0].what"],
            Expect.InvalidFields(result).Order(StringComparer.Ordinal));
        Expect.Invalid(await shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn([])), "items");
    }

    [Fact]
    public async Task Closes_with_what_never_came_written_off()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 3));
        var part = await shop.Receive(await shop.Approved(order, 3), 1);

        var early = await shop.Returns().Close(shop.Support, part.Id, part.Version);
        var decided = await shop.Inspect(part, Disposition.Restock, 1);
        (await shop.Returns().Close(shop.Support, part.Id, decided.Version)).OrThrow();

        Assert.Equal("Still to inspect: 1 item.", Expect.Refused(early).Message);
        var closed = await shop.Read(part.Id);
        Assert.Equal((ReturnStatus.Closed, 1, 2, "1 of 3 items came, 2 did not; 1 item was accepted."), (closed.Status, closed.Lines[0].Received, closed.Lines[0].Missing, closed.Sentence));
        Assert.Equal((0, 2), ((await shop.Read(order.Id)).Lines[0].Announced, (await shop.Read(order.Id)).Lines[0].Returnable));
    }
}
