using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Persistence;

public sealed class DecidingAheadOfTheLane
{
    private const int ReadOnly = 8;

    [Fact]
    public async Task What_nobody_changed_meanwhile_is_decided_once()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));
        var runs = 0;

        var changed = await ShipOne(shop, order, _ => Task.FromResult(runs++));

        Assert.Equal((1, 2), (runs, changed.OrThrow().Version));
        Assert.Equal(1, (await shop.Read(order.Id)).Lines[0].Shipped);
    }

    [Fact]
    public async Task What_was_overtaken_is_decided_anew_on_what_is_there_now()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));
        List<int> seen = [];

        var changed = await ShipOne(shop, order, async found =>
        {
            seen.Add(found.Version);
            if (seen.Count == 1)
                await shop.Ship(order, 1);
        });

        Assert.Equal([1, 2], seen);
        Assert.Equal(3, changed.OrThrow().Version);
        var after = await shop.Read(order.Id);
        Assert.Equal((2, 2, 3), (after.Lines[0].Shipped, after.Fulfillments.Count, after.Timeline.Count));
    }

    [Fact]
    public async Task What_was_overtaken_and_is_no_longer_possible_is_refused()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        var runs = 0;

        var late = await ShipOne(shop, order, async _ =>
        {
            if (runs++ == 0)
                await shop.Ship(order);
        });

        Assert.Equal($"Every item of order #{order.Number} has shipped already.", Assert.IsType<Problem.Refused>(late.Problem).Message);
        Assert.Single((await shop.Read(order.Id)).Fulfillments);
    }

    [Fact]
    public async Task Of_the_same_new_thing_twice_the_second_is_decided_anew()
    {
        await using var shop = await Shop();
        var runs = 0;

        var found = await shop.Database.WriteAhead<string>(async db =>
        {
            if (await db.Sites.AnyAsync(site => site.Slug == "new", TestContext.Current.CancellationToken))
                return "It was there.";
            if (runs++ == 0)
                (await shop.SiteWorkflow.Open(shop.Owner, new SiteDetails("new", "New", "USD", "UTC"))).OrThrow();
            db.Sites.Add(new Site("new", "New", Currency.Parse("USD", null), "UTC", 9));
            return "Added.";
        }, TestContext.Current.CancellationToken);

        Assert.Equal("It was there.", found.OrThrow());
        Assert.Single(await shop.SiteQueries.List(shop.Owner), site => site.Slug == "new");
    }

    [Fact]
    public async Task What_is_refused_on_the_way_is_decided_by_the_lane()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));
        var runs = 0;

        var refused = await shop.Database.WriteAhead<Done>(async db =>
        {
            runs++;
            var found = (await db.FindOrder(order.Id, shop.Ana, Permission.FulfillOrders)).OrThrow();
            found.Lines[0].Shipped = 2;
            return new Problem.Refused("No.");
        }, TestContext.Current.CancellationToken);

        Assert.Equal((2, "No."), (runs, refused.Problem?.Message));
        Assert.Equal(0, (await shop.Read(order.Id)).Lines[0].Shipped);
    }

    [Fact]
    public async Task Whoever_decides_ahead_cannot_write_by_a_statement()
    {
        await using var shop = await Shop();
        var before = shop.AllRows();

        var writing = shop.Database.WriteAhead<Done>(async db =>
        {
            await db.Sites.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            return new Done();
        }, TestContext.Current.CancellationToken);

        Assert.Equal(ReadOnly, (await Assert.ThrowsAsync<SqliteException>(() => writing)).SqliteErrorCode);
        Assert.Equal(before, shop.AllRows());
    }

    private static Task<Result<Changed>> ShipOne(Shop shop, OrderView order, Func<Order, Task> meanwhile) => shop.Database.WriteAhead<Changed>(async db =>
    {
        var found = (await db.FindOrder(order.Id, shop.Ana, Permission.FulfillOrders)).OrThrow();
        await meanwhile(found);
        var shipment = FulfillItemsRules.Shipment(new FulfillItems("DHL"), shop.Clock.Now);
        return found.Fulfill(shipment, new ShippedItems([new(order.Lines[0].Id, 1)]), null, false, shop.Ana, shop.Clock.Now).Problem is { } problem ? problem : new Changed(found.Version);
    }, TestContext.Current.CancellationToken);
}
