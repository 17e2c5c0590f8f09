using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class WhatBecomesOfAFulfillment
{
    [Fact]
    public async Task It_is_delivered_now_or_at_a_given_time()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Ship(await shop.Order(Line("Mug", 2)), 1), 1);
        shop.Clock.Advance(TimeSpan.FromDays(3));

        var first = await shop.Deliver(order, 1);
        (await shop.Fulfillments.Deliver(shop.Ben, order.Id, order.Fulfillments[1].Id, first.Version, Today.AddDays(2))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal([(FulfillmentStatus.Delivered, Today.AddDays(3)), (FulfillmentStatus.Delivered, Today.AddDays(2))], after.Fulfillments.Select(each => (each.Status, each.DeliveredAt!.Value)));
        Assert.Equal(["marked fulfillment 2 as delivered", "marked fulfillment 1 as delivered"], after.Timeline.Take(2).Select(entry => entry.Summary));
        Assert.Equal((OrderStatus.Fulfilled, 5), (after.Status, after.Version));
    }

    [Fact]
    public async Task It_cannot_be_delivered_before_it_shipped_nor_in_the_future()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 2)), 1);
        var before = shop.AllRows();

        var early = await shop.Fulfillments.Deliver(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version, Today.AddMinutes(-1));
        var late = await shop.Fulfillments.Deliver(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version, Today.AddYears(10));

        Assert.Equal("It cannot have been delivered before it shipped.", Expect.Invalid(early, "delivered_at"));
        Assert.Equal("The time of delivery lies in the future.", Expect.Invalid(late, "delivered_at"));
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task It_is_cancelled_and_its_units_are_to_ship_again()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Ship(await shop.Order(Line("Mug", 3), Line("Tray", 1)), 2, 1), 1);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));

        var after = await shop.CancelFulfillment(order, 1);

        Assert.Equal((OrderStatus.PartiallyFulfilled, 3), (after.Status, after.UnitsLeft));
        Assert.Equal([(1, 2), (0, 1)], after.Lines.Select(line => (line.Shipped, line.Left)));
        Assert.Equal((FulfillmentStatus.Cancelled, shop.Clock.Now), (after.Fulfillments[0].Status, after.Fulfillments[0].CancelledAt));
        Assert.Equal("cancelled fulfillment 1; 3 items are to ship again", after.Timeline[0].Summary);
        Assert.Equal(OrderStatus.Fulfilled, (await shop.Ship(after)).Status);
        Assert.Equal(OrderStatus.Pending, (await shop.CancelFulfillment(await shop.Ship(await shop.Order(Line("Mug", 1))), 1)).Status);
    }

    [Fact]
    public async Task It_stays_once_its_items_came_back()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Intake(Line("Mug", 3) with { Returned = 1 }) with { Fulfillments = [Parcel("DHL", 2), Parcel("UPS", 1)] });

        var first = await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version);
        var second = await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[1].Id, null);

        Assert.Null(first.Problem);
        Assert.Equal("Items of fulfillment 2 have come back already, so it cannot be cancelled.", Expect.Refused(second).Message);
        var after = await shop.Read(order.Id);
        Assert.Equal((OrderStatus.Returned, 1, 1), (after.Status, after.Lines[0].Shipped, after.Lines[0].Returned));
        Assert.DoesNotContain(FulfillmentAction.Cancel, after.Fulfillments[1].AllowedActions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_stays_what_it_became(bool delivered)
    {
        await using var shop = await Shop();
        var shipped = await shop.Ship(await shop.Order(Line("Mug", 1)));
        var order = delivered ? await shop.Deliver(shipped, 1) : await shop.CancelFulfillment(shipped, 1);
        var before = shop.AllRows();

        var again = await shop.Fulfillments.Deliver(shop.Ana, order.Id, order.Fulfillments[0].Id, null);
        var undone = await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[0].Id, null);

        Assert.Equal($"Fulfillment 1 is already {(delivered ? "delivered" : "cancelled")}.", Expect.Refused(again).Message);
        Expect.Refused(undone);
        Assert.Empty(order.Fulfillments[0].AllowedActions);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task It_is_decided_on_the_newest_state_only()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 3)), 1);
        await shop.Ship(order, 1);

        var stale = await shop.Fulfillments.Cancel(shop.Ben, order.Id, order.Fulfillments[0].Id, order.Version);

        Assert.Contains("Ana shipped 1 item with DHL just now", Expect.Stale(stale).Message, StringComparison.Ordinal);
        Expect.Stale(await shop.Fulfillments.Deliver(shop.Ben, order.Id, order.Fulfillments[0].Id, order.Version));
    }

    private static IntakeFulfillment Parcel(string carrier, int quantity) => new() { Carrier = carrier, ShipDate = Today, Items = [new(0, quantity)] };
}
