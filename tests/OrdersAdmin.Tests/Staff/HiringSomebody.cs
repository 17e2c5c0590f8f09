using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests;

public sealed class HiringSomebody
{
    private static readonly StaffDetails Eve = new(" Eve@Shop.test ", " Eve ", Role.Support, ["acme", "kumo"]);

    [Fact]
    public async Task Lets_them_work_on_their_sites_at_once()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));

        var id = (await shop.StaffWorkflow.Add(shop.Owner, Id<StaffMember>.New(), Eve)).OrThrow();

        var view = (await shop.StaffQueries.Find(id))!;
        Assert.Equal(("eve@shop.test", "Eve", Role.Support, true), (view.Email, view.Name, view.Role, view.Active));
        Assert.Equal(["acme", "kumo"], view.Sites.Order(StringComparer.Ordinal));
        Assert.Null((await shop.Orders.Get(Actor.Staff(id, "Eve"), order.Id)).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eve")]
    [InlineData("eve@")]
    [InlineData("Eve <eve@shop.test>")]
    [InlineData("eve@shop.test\nBcc: all@shop.test")]
    public async Task Refuses_what_is_not_an_email_address(string email) =>
        Assert.Equal("This is not an email address.", Expect.Invalid(await Refused(Eve with { Email = email }), "email"));

    [Fact]
    public async Task Refuses_an_address_that_somebody_has_in_any_spelling() =>
        Assert.Equal("ana@shop.test has an account already.", Expect.Invalid(await Refused(Eve with { Email = "ANA@shop.test" }), "email"));

    [Fact]
    public async Task Names_every_wrong_field()
    {
        Assert.Equal(["email", "name", "role"], Expect.InvalidFields(await Refused(new StaffDetails("x", " ", (Role)99, []))));
        Assert.Equal("One of these sites does not exist.", Expect.Invalid(await Refused(Eve with { Sites = ["acme", "nowhere"] }), "sites"));
    }

    [Fact]
    public async Task Is_for_owners_and_so_is_the_list_of_people()
    {
        await using var shop = await Shop();

        foreach (var actor in new[] { shop.Ana, shop.Support, shop.Manager })
        {
            Expect.Forbidden(await shop.StaffWorkflow.Add(actor, Id<StaffMember>.New(), Eve));
            Expect.Forbidden(await shop.StaffWorkflow.Change(actor, actor.StaffId!.Value, Eve with { Role = Role.Owner }, 0));
            Expect.Forbidden(await shop.StaffQueries.List(actor));
        }
    }

    private static async Task<Result<Id<StaffMember>>> Refused(StaffDetails details)
    {
        await using var shop = await Shop();
        var before = shop.AllRows();
        var result = await shop.StaffWorkflow.Add(shop.Owner, Id<StaffMember>.New(), details);
        Assert.Equal(before, shop.AllRows());
        return result;
    }
}
