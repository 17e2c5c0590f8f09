using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class FulfillingAnOrder
{
    [Fact]
    public async Task Ships_everything_that_is_left()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3), Line("Tray", 1));

        var changed = (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", TrackingNumber: "JD01"))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((2, 2), (changed.Version, after.Version));
        Assert.Equal((OrderStatus.Fulfilled, FulfillmentState.Fulfilled, 0), (after.Status, after.FulfillmentStatus, after.UnitsLeft));
        Assert.Equal([3, 1], after.Lines.Select(line => line.Shipped));
        var fulfillment = Assert.Single(after.Fulfillments);
        Assert.Equal((1, FulfillmentStatus.Shipped, "DHL", "JD01", shop.Clock.Now), (fulfillment.Number, fulfillment.Status, fulfillment.Carrier, fulfillment.TrackingNumber, fulfillment.ShippedAt));
        Assert.Equal("https://www.dhl.com/global-en/home/tracking/tracking-parcel.html?submit=1&tracking-id=JD01", fulfillment.TrackingUrl);
    }

    [Fact]
    public async Task Ships_a_part_and_then_the_rest()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3), Line("Tray", 2));

        var part = await shop.Ship(order, 1, 2);
        var rest = await shop.Ship(part);

        Assert.Equal((OrderStatus.PartiallyFulfilled, FulfillmentState.PartiallyFulfilled, 2), (part.Status, part.FulfillmentStatus, part.UnitsLeft));
        Assert.Equal([(1, 2), (2, 0)], part.Lines.Select(line => (line.Shipped, line.Left)));
        Assert.Equal((OrderStatus.Fulfilled, 0, 3), (rest.Status, rest.UnitsLeft, rest.Version));
        Assert.Equal([1, 2], rest.Fulfillments.Select(each => each.Number));
        Assert.Equal([("Mug", 2)], rest.Fulfillments[1].Lines.Select(line => (line.Name, line.Quantity)));
    }

    [Fact]
    public async Task Writes_who_did_it_beside_the_event_for_the_world()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));

        var after = await shop.Ship(order, 2);

        var entry = after.Timeline[0];
        Assert.Equal((ActorKind.Staff, "Ana", "fulfillment.shipped", "shipped 2 items with DHL", shop.Clock.Now), (entry.ActorKind, entry.ActorName, entry.Kind, entry.Summary, entry.At));
        Assert.Equal(2, after.Timeline.Count);
        var events = await shop.EventsOf(order.Id);
        Assert.Equal([(1, "order.created"), (2, "order.partially_fulfilled")], events.Select(each => (each.Sequence, each.Type)));
        Assert.Contains($"\"fulfillment_id\":\"{after.Fulfillments[0].Id}\"", events[1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_out_what_never_ships()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1), Digital("Gift card", 2));

        var refused = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Items: [new(order.Lines[1].Id, 1)]));
        var after = await shop.Ship(order);

        Assert.Equal("Gift card is not shipped.", Expect.Invalid(refused, "items[0].quantity"));
        Assert.Equal(OrderStatus.Fulfilled, after.Status);
        Assert.Equal([1, 0], after.Lines.Select(line => line.Shipped));
        Assert.Equal(["Mug"], after.Fulfillments[0].Lines.Select(line => line.Name));
    }

    [Fact]
    public async Task Has_nothing_to_do_for_an_order_of_downloads()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Digital("E-book", 1));

        var refused = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL"));

        Expect.Refused(refused);
        Assert.DoesNotContain(OrderAct.Fulfill, order.AllowedActions);
    }

    [Fact]
    public async Task Leaves_out_units_that_were_removed_before_they_shipped()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3) with { Removed = 2 });

        var tooMany = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Items: [new(order.Lines[0].Id, 2)]));
        var after = await shop.Ship(order);

        Assert.Equal("Only 1 left to fulfill.", Expect.Invalid(tooMany, "items[0].quantity"));
        Assert.Equal((OrderStatus.Fulfilled, 1), (after.Status, after.Lines[0].Shipped));
    }

    [Fact]
    public async Task Refuses_a_cancelled_order()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Intake(Line("Mug", 3)) with { CancelledOn = Today });
        var before = shop.AllRows();

        var refused = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Notify: true));

        Assert.Equal($"Order #{order.Number} is cancelled; nothing of it can ship.", Expect.Refused(refused).Message);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Refuses_an_order_that_was_refunded_in_full()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Intake(Line("Mug", 3)) with { Payments = [new("stripe", Captured: 3000, Refunded: 3000)] });
        var before = shop.AllRows();

        var refused = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL"));

        Assert.Equal($"Order #{order.Number} was refunded in full; nothing of it can ship.", Expect.Refused(refused).Message);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Keeps_html_and_controls_of_a_shell_as_the_text_that_they_are()
    {
        await using var shop = await Shop();
        const string hostile = "<script>alert(1)</script>'; DROP TABLE orders; --";
        var order = await shop.Order(Line(hostile, 1));

        (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems(hostile, hostile, hostile))).OrThrow();

        var fulfillment = (await shop.Read(order.Id)).Fulfillments[0];
        Assert.Equal((hostile, hostile, hostile, null), (fulfillment.Carrier, fulfillment.Service, fulfillment.TrackingNumber, fulfillment.TrackingUrl));
        Assert.Equal(hostile, fulfillment.Lines[0].Name);
    }
}
