using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Channels;

public sealed class TakingInAnOrder
{
    [Fact]
    public async Task Numbers_the_orders_of_each_site_from_1001_on()
    {
        await using var shop = await Shop();

        var numbers = new List<int>();
        foreach (var site in new[] { shop.Acme, shop.Kumo, shop.Acme, shop.Kumo })
            numbers.Add((await shop.Order(Intake(Line("Mug", 1)), site)).Number);

        Assert.Equal([1001, 1001, 1002, 1002], numbers);
    }

    [Fact]
    public async Task Numbers_them_without_a_gap_when_they_come_all_at_once()
    {
        await using var shop = await Shop();

        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => i % 10 == 9
            ? shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, Intake())
            : shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, Intake(Line("Mug", 1))))));

        Assert.Equal(10, taken.Count(each => each.Problem is not null));
        Assert.Equal(Enumerable.Range(1001, 90), taken.Where(each => each.Problem is null).Select(each => each.OrThrow().Number).Order());
    }

    [Fact]
    public async Task Knows_an_order_by_channel_and_reference()
    {
        await using var shop = await Shop();
        var intake = Intake(Line("Mug", 1)) with { ExternalOrderReference = "shop-77" };
        var first = (await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake)).OrThrow();
        var before = shop.AllRows();

        var again = (await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake with { LineItems = [Line("Another", 9)], ExternalOrderReference = " shop-77 " })).OrThrow();

        Assert.Equal((first.OrderId, first.Number, true, false), (again.OrderId, again.Number, again.AlreadyHere, first.AlreadyHere));
        Assert.Equal(before, shop.AllRows());
        Assert.False((await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake with { ChannelName = "pos" })).OrThrow().AlreadyHere);
        Assert.False((await shop.Intake.TakeIn(shop.Manager, shop.Kumo.Id, intake)).OrThrow().AlreadyHere);
        Assert.False((await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake with { ExternalOrderReference = null })).OrThrow().AlreadyHere);
        Assert.False((await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake with { ExternalOrderReference = " " })).OrThrow().AlreadyHere);
    }

    [Fact]
    public async Task Takes_the_same_order_twenty_times_in_parallel_once()
    {
        await using var shop = await Shop();
        (await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [new IntakeVariant("MUG", "p1", "Mug", 1000, "EUR", 5)])).OrThrow();
        var intake = Intake(Line("Mug", 1, sku: "MUG")) with { ExternalOrderReference = "shop-77", InventoryBehavior = InventoryBehavior.Deduct };

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake))));

        Assert.Single(taken.Select(each => each.OrThrow().OrderId).Distinct());
        Assert.Equal(19, taken.Count(each => each.OrThrow().AlreadyHere));
        Assert.Equal((1, 1, 1), (shop.Count("orders"), shop.Count("customers"), shop.Count("outbox")));
        Assert.Equal(4, (await shop.Read(taken[0].OrThrow().OrderId)).Lines[0].OnHand);
    }

    [Fact]
    public async Task Knows_a_customer_by_email_in_any_case_and_per_site()
    {
        await using var shop = await Shop();
        var first = await shop.Order(Intake(Line("Mug", 1)) with { Customer = new IntakeCustomer("Zoe@Example.com", "Zoë Müller", "+33 1") });
        var second = await shop.Order(Intake(Line("Mug", 2)) with { Customer = new IntakeCustomer("ZOE@EXAMPLE.COM", "Z. Mueller") });
        var elsewhere = await shop.Order(Intake(Line("Mug", 1)) with { Customer = new IntakeCustomer("zoe@example.com", "Zoë") }, shop.Kumo);

        Assert.Equal(first.Buyer.CustomerId, second.Buyer.CustomerId);
        Assert.NotEqual(first.Buyer.CustomerId, elsewhere.Buyer.CustomerId);
        Assert.Equal(("zoe@example.com", "Z. Mueller"), (second.Buyer.Email, second.Buyer.Name));
        Assert.Equal(2, second.Buyer.Orders);
        Assert.Equal("€30.00", Assert.Single(second.Buyer.Spend).ToString());
    }

    [Fact]
    public async Task Takes_a_guest_without_an_email_by_whatever_name_there_is()
    {
        await using var shop = await Shop();
        var nameless = Intake(Line("Mug", 1)) with { Customer = null };

        var byAddress = await shop.Order(nameless);
        var guest = await shop.Order(nameless with { ShippingAddress = null });

        Assert.Equal((null, "Zoë Müller", 1), (byAddress.Buyer.CustomerId, byAddress.Buyer.Name, byAddress.Buyer.Orders));
        Assert.Equal("Guest", guest.Buyer.Name);
        Assert.Equal(0, shop.Count("customers"));
    }

    [Fact]
    public async Task Brings_earlier_shipments_and_their_fate_along()
    {
        await using var shop = await Shop();

        var order = await shop.Order(Intake(Line("Mug", 3), Line("Tray", 1)) with
        {
            Fulfillments =
            [
                new() { Carrier = "DHL", TrackingNumber = "JD01", ShipDate = Today.AddDays(-3), DeliveredOn = Today.AddDays(-1), Items = [new(0, 2)] },
                new() { Carrier = "UPS", ShipDate = Today.AddDays(-2) },
            ],
        });

        Assert.Equal((OrderStatus.Fulfilled, 1), (order.Status, order.Version));
        Assert.Equal([("DHL", 2), ("UPS", 2)], order.Fulfillments.Select(each => (each.Carrier, each.Lines.Sum(line => line.Quantity))));
        Assert.Equal(Today.AddDays(-1), order.Fulfillments[0].DeliveredAt);
        Assert.Equal(
            ["order.created", "fulfillment.delivered", "fulfillment.shipped", "fulfillment.shipped"],
            order.Timeline.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Ships_what_its_source_calls_fulfilled()
    {
        await using var shop = await Shop();

        var order = await shop.Order(Intake(Line("Mug", 3), Digital("E-book", 1)) with { Fulfilled = true, FulfilledOn = Today });

        Assert.Equal(OrderStatus.Fulfilled, order.Status);
        Assert.Equal(3, Assert.Single(order.Fulfillments).Lines.Sum(line => line.Quantity));
    }

    [Fact]
    public async Task Takes_a_file_of_orders_past_the_wrong_ones()
    {
        await using var shop = await Shop();

        var results = await shop.Intake.TakeInAll(shop.Manager, shop.Acme.Id, Enumerable.Range(0, 150).Select(i => i == 70 ? Intake() : Intake(Line("Mug", 1))));

        Assert.Equal(70, results.Index().Single(each => each.Item.Problem is not null).Index);
        Assert.Equal(149, shop.Count("orders"));
    }
}
