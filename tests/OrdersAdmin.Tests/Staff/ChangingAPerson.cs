using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests;

public sealed class ChangingAPerson
{
    [Fact]
    public async Task Takes_effect_with_the_next_thing_that_they_do()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));

        (await Change(shop, shop.Ana, ana => ana with { Sites = ["kumo"] })).OrThrow();
        Expect.NotFound(await shop.Orders.Get(shop.Ana, order.Id));
        (await Change(shop, shop.Ana, ana => ana with { Sites = ["acme"], Name = "Ana B." })).OrThrow();

        Assert.Null((await shop.Orders.Get(shop.Ana, order.Id)).Problem);
        Assert.Equal("Ana B.", (await shop.StaffQueries.Find(shop.Ana.StaffId!.Value))!.Name);
    }

    [Fact]
    public async Task Leaves_the_shop_its_last_owner()
    {
        await using var shop = await Shop();

        Assert.Equal("Olga Owner is the only owner. Make somebody else an owner first.", Expect.Refused(await Change(shop, shop.Owner, owner => owner with { Role = Role.Manager })).Message);
        Expect.Refused(await Change(shop, shop.Owner, owner => owner with { Active = false }));
        (await Change(shop, shop.Manager, manager => manager with { Role = Role.Owner })).OrThrow();

        Assert.Null((await Change(shop, shop.Owner, owner => owner with { Active = false })).Problem);
    }

    [Fact]
    public async Task An_owner_without_an_account_that_works_is_no_owner()
    {
        await using var shop = await Shop();
        (await Change(shop, shop.Manager, manager => manager with { Role = Role.Owner, Active = false })).OrThrow();

        Expect.Refused(await Change(shop, shop.Owner, owner => owner with { Role = Role.Staff }));
    }

    [Fact]
    public async Task Tells_when_somebody_else_was_faster()
    {
        await using var shop = await Shop();
        var before = (await shop.StaffQueries.Find(shop.Ben.StaffId!.Value))!;
        (await Change(shop, shop.Ben, ben => ben with { Role = Role.Support })).OrThrow();

        var late = await shop.StaffWorkflow.Change(shop.Owner, before.Id, new StaffDetails(before.Email, before.Name, Role.Manager, before.Sites), before.Version);

        Assert.Equal("Somebody else changed Ben. Look again before you save.", Expect.Stale(late).Message);
        Assert.Equal(Role.Support, (await shop.StaffQueries.Find(before.Id))!.Role);
    }

    [Fact]
    public async Task Knows_only_people_who_are_there()
    {
        await using var shop = await Shop();

        Expect.NotFound(await shop.StaffWorkflow.Change(shop.Owner, Id<StaffMember>.New(), new StaffDetails("x@shop.test", "X", Role.Staff, []), 0));
    }

    private static async Task<Result<Done>> Change(Shop shop, Actor person, Func<StaffDetails, StaffDetails> how)
    {
        var now = (await shop.StaffQueries.Find(person.StaffId!.Value))!;
        return await shop.StaffWorkflow.Change(shop.Owner, now.Id, how(new(now.Email, now.Name, now.Role, now.Sites, now.Active)), now.Version);
    }
}
