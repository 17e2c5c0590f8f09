using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class WhoMayShip
{
    [Fact]
    public async Task Whoever_works_on_the_site()
    {
        await using var shop = await Shop();

        foreach (var actor in (Actor[])[shop.Ana, shop.Support, shop.Manager, shop.Owner, Actor.System("Import")])
        {
            var order = await shop.Order(Line("Mug", 1));
            Assert.Null((await shop.Fulfillments.Fulfill(actor, order.Id, new FulfillItems("DHL"))).Problem);
        }
    }

    [Fact]
    public async Task An_order_of_another_site_looks_like_one_that_is_not_there()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 3)), 1);
        var (shipped, nowhere) = (order.Fulfillments[0].Id, Id<Order>.New());
        var before = shop.AllRows();

        var foreign = await Everything(order.Id);
        var unknown = await Everything(nowhere);

        Assert.Equal(unknown, foreign);
        Assert.All(foreign, problem => Assert.Equal("There is no such order.", Assert.IsType<Problem.NotFound>(problem).Message));
        Assert.Equal(before, shop.AllRows());

        async Task<Problem?[]> Everything(Id<Order> id) =>
        [
            (await shop.Orders.Get(shop.Kenji, id)).Problem,
            (await shop.Fulfillments.Fulfill(shop.Kenji, id, new FulfillItems("DHL"))).Problem,
            (await shop.Fulfillments.Fulfill(shop.Kenji, id, new FulfillItems(null, ExpectedVersion: 77))).Problem,
            (await shop.Fulfillments.Deliver(shop.Kenji, id, shipped, null)).Problem,
            (await shop.Fulfillments.Cancel(shop.Kenji, id, shipped, null)).Problem,
            (await shop.OrderWorkflow.Edit(shop.Kenji, id, new EditOrder(Note: "x"))).Problem,
        ];
    }

    [Fact]
    public async Task Not_a_fulfillment_of_another_order()
    {
        await using var shop = await Shop();
        var (mine, other) = (await shop.Ship(await shop.Order(Line("Mug", 3)), 1), await shop.Ship(await shop.Order(Line("Mug", 3)), 1));

        Assert.Equal("There is no such fulfillment on this order.", Expect.NotFound(await shop.Fulfillments.Deliver(shop.Ana, mine.Id, other.Fulfillments[0].Id, null)).Message);
        Assert.Equal("There is no such fulfillment on this order.", Expect.NotFound(await shop.Fulfillments.Cancel(shop.Ana, mine.Id, other.Fulfillments[0].Id, null)).Message);
    }

    [Fact]
    public async Task Nobody_whose_account_was_taken_away_also_in_the_middle_of_their_work()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 3)), 1);
        await shop.Deactivate(shop.Ana);
        var before = shop.AllRows();

        Expect.NotFound(await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL")));
        Expect.NotFound(await shop.Fulfillments.Deliver(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version));
        Expect.NotFound(await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version));
        Expect.NotFound(await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: "x")));
        Expect.NotFound(await shop.Orders.Get(shop.Ana, order.Id));
        Expect.Forbidden(await shop.Orders.List(shop.Ana, new OrderListQuery()));

        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Nobody_who_lost_the_site_since()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));
        var ana = (await shop.StaffQueries.Find(shop.Ana.StaffId!.Value))!;
        (await shop.StaffWorkflow.Change(shop.Owner, ana.Id, new StaffDetails(ana.Email, ana.Name, ana.Role, ["kumo"]), ana.Version)).OrThrow();

        Expect.NotFound(await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL")));
    }

    [Theory]
    [InlineData(ActorKind.Staff)]
    [InlineData(ActorKind.Token)]
    [InlineData(ActorKind.Provider)]
    [InlineData(ActorKind.Connector)]
    public async Task Nobody_by_a_mere_name(ActorKind kind)
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));

        Expect.NotFound(await shop.Fulfillments.Fulfill(new Actor(kind, null, "Olga Owner"), order.Id, new FulfillItems("DHL")));
        Expect.NotFound(await shop.Fulfillments.Fulfill(new Actor(kind, Id<StaffMember>.New(), "Olga Owner"), order.Id, new FulfillItems("DHL")));
    }
}
