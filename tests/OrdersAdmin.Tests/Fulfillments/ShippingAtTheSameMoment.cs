using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class ShippingAtTheSameMoment
{
    [Fact]
    public async Task The_same_key_twice_ships_once()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));
        var command = new FulfillItems("DHL", Notify: true, Items: [new(order.Lines[0].Id, 1)], ExpectedVersion: order.Version, RequestKey: "form-1");

        var first = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, command);
        var second = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, command);

        Assert.Equal((2, 2), (first.OrThrow().Version, second.OrThrow().Version));
        Assert.Equal(1, (await shop.Read(order.Id)).Lines[0].Shipped);
        Assert.Single(await shop.Mails());
    }

    [Fact]
    public async Task The_same_key_fifty_times_in_parallel_ships_once()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 100));
        var command = new FulfillItems("DHL", Notify: true, Items: [new(order.Lines[0].Id, 1)], RequestKey: "form-1");

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => shop.Fulfillments.Fulfill(shop.Ana, order.Id, command))));

        Assert.All(results, result => Assert.Equal(2, result.OrThrow().Version));
        var after = await shop.Read(order.Id);
        Assert.Equal((1, 1, 2), (after.Lines[0].Shipped, after.Fulfillments.Count, after.Timeline.Count));
        Assert.Single(await shop.Mails());
    }

    [Fact]
    public async Task Another_key_or_none_ships_again()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 5));

        foreach (var key in (string?[])["one", "two", null, null, "", " "])
            await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Items: [new(order.Lines[0].Id, 1)], RequestKey: key));

        Assert.Equal(5, (await shop.Read(order.Id)).Fulfillments.Count);
    }

    [Fact]
    public async Task The_same_key_on_another_order_is_another_shipment()
    {
        await using var shop = await Shop();
        var (one, other) = (await shop.Order(Line("Mug", 1)), await shop.Order(Line("Mug", 1)));

        (await shop.Fulfillments.Fulfill(shop.Ana, one.Id, new FulfillItems("DHL", RequestKey: "form-1"))).OrThrow();
        (await shop.Fulfillments.Fulfill(shop.Ana, other.Id, new FulfillItems("DHL", RequestKey: "form-1"))).OrThrow();

        Assert.Equal((OrderStatus.Fulfilled, OrderStatus.Fulfilled), ((await shop.Read(one.Id)).Status, (await shop.Read(other.Id)).Status));
    }

    [Fact]
    public async Task Of_two_people_exactly_one_wins_and_the_other_reads_who_and_what()
    {
        await using var shop = await Shop();
        for (var round = 0; round < 10; round++)
        {
            var order = await shop.Order(Line("Mug", 1));
            var command = new FulfillItems("DHL", ExpectedVersion: order.Version);

            var answers = await Task.WhenAll(
                Task.Run(() => shop.Fulfillments.Fulfill(shop.Ana, order.Id, command with { RequestKey = "ana" })),
                Task.Run(() => shop.Fulfillments.Fulfill(shop.Ben, order.Id, command with { RequestKey = "ben" })));

            var winner = answers[0].Problem is null ? "Ana" : "Ben";
            var loser = Expect.Stale(answers.Single(answer => answer.Problem is not null));
            Assert.Equal($"Order #{order.Number} changed while you were looking: {winner} shipped 1 item with DHL just now. Check it and try again.", loser.Message);
            Assert.Single((await shop.Read(order.Id)).Fulfillments);
        }
    }

    [Fact]
    public async Task Of_fifty_people_with_no_version_as_many_win_as_there_are_units()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 7));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Items: [new(order.Lines[0].Id, 1)])))));

        Assert.Equal(7, answers.Count(answer => answer.Problem is null));
        Assert.All(answers.Where(answer => answer.Problem is not null), answer => Assert.IsType<Problem.Refused>(answer.Problem));
        Assert.Equal((7, 7), ((await shop.Read(order.Id)).Lines[0].Shipped, (await shop.Read(order.Id)).Fulfillments.Count));
    }

    [Fact]
    public async Task An_old_version_is_told_everything_that_happened_since()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));
        await shop.Ship(order, 1);
        shop.Clock.Advance(TimeSpan.FromMinutes(2));
        (await shop.OrderWorkflow.Edit(shop.Ben, order.Id, new EditOrder(Note: "Ring twice."))).OrThrow();
        shop.Clock.Advance(TimeSpan.FromSeconds(40));
        var before = shop.AllRows();

        var stale = await shop.Fulfillments.Fulfill(shop.Support, order.Id, new FulfillItems("DHL", Notify: true, ExpectedVersion: order.Version));

        Assert.Equal(
            $"Order #{order.Number} changed while you were looking: Ana shipped 1 item with DHL 2 min ago; Ben added a note 40 s ago. Check it and try again.",
            Expect.Stale(stale).Message);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task A_version_that_is_yet_to_come_is_refused_too()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));

        var stale = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", ExpectedVersion: 9));

        Assert.Equal($"Order #{order.Number} is at version 1; version 9 does not exist. Look at the order again.", Expect.Stale(stale).Message);
    }
}
