using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Tests.Web.Identity;

public sealed class InvitingStaff(ShopFactory shop) : IClassFixture<ShopFactory>
{
    [Fact]
    public async Task Sends_a_letter_with_which_they_choose_a_password()
    {
        var owner = await Owner();
        (await Settings.Invite(owner, new StaffDetails("mai@example.com", "Mai", Role.Support, []))).OrThrow();
        using var visitor = shop.Visitor();

        var link = Eml.Link(await shop.Letter("mai@example.com"));
        await visitor.Get(link.PathAndQuery);
        Assert.Equal("Welcome, Mai", visitor.Heading);
        await visitor.Submit("Begin", ("password", ShopFactory.Password), ("repeat", ShopFactory.Password));

        Assert.Equal("/orders", visitor.Url.AbsolutePath);
        using var again = await shop.SignedIn("mai@example.com");
        await again.Get(link.PathAndQuery);
        Assert.Equal("This link does not work any more", again.Heading);
        Expect.Refused(await Settings.SendInvitation(owner, await IdOf("mai@example.com")));
    }

    [Fact]
    public async Task Survives_a_change_of_role_but_not_a_deactivation()
    {
        var owner = await Owner();
        (await Settings.Invite(owner, new StaffDetails("promoted@example.com", "Pia", Role.Staff, []))).OrThrow();
        var link = Eml.Link(await shop.Letter("promoted@example.com"));
        using var visitor = shop.Visitor();

        await Change("promoted@example.com", member => member with { Role = Role.Manager });
        await visitor.Get(link.PathAndQuery);
        Assert.Equal("Welcome, Pia", visitor.Heading);

        await Change("promoted@example.com", member => member with { Active = false });
        await visitor.Submit("Begin", ("password", ShopFactory.Password), ("repeat", ShopFactory.Password));
        Assert.Equal("This link does not work any more", visitor.Heading);
    }

    [Fact]
    public async Task Can_be_repeated_for_a_person_whose_account_was_never_made()
    {
        var owner = await Owner();
        var id = (await shop.Service<StaffWorkflow>().Add(owner, Id<StaffMember>.New(), new StaffDetails("half@example.com", "Half", Role.Staff, []))).OrThrow();

        (await Settings.SendInvitation(owner, id)).OrThrow();

        using var visitor = shop.Visitor();
        await visitor.Get(Eml.Link(await shop.Letter("half@example.com")).PathAndQuery);
        Assert.Equal("Welcome, Half", visitor.Heading);
    }

    [Fact]
    public async Task Is_for_owners_only()
    {
        var manager = Actor.Staff(await shop.Hire($"{Guid.NewGuid():N}@example.com", Role.Manager), "Manager");
        var details = new StaffDetails("friend@example.com", "Friend", Role.Owner, []);

        Expect.Forbidden(await Settings.Invite(manager, details));
        Expect.Forbidden(await Settings.List(manager));
        Expect.Forbidden(await Settings.SendInvitation(manager, manager.StaffId!.Value));
        using var visitor = await shop.SignedIn((await shop.Service<StaffQueries>().Find(manager.StaffId!.Value))!.Email);
        await visitor.Get("/settings/staff");
        Assert.Equal("You may not see this page", visitor.Heading);
        await visitor.Get("/settings/sites");
        Assert.Equal("You may not see this page", visitor.Heading);
    }

    [Fact]
    public async Task Ends_nobodys_session_for_a_new_name_but_every_one_for_a_new_role()
    {
        await Owner();
        await shop.Hire("climber@example.com", Role.Staff);

        var before = await Stamp("climber@example.com");
        await Change("climber@example.com", member => member with { Name = "Climber Jones" });
        Assert.Equal(before, await Stamp("climber@example.com"));

        await Change("climber@example.com", member => member with { Role = Role.Manager });
        Assert.NotEqual(before, await Stamp("climber@example.com"));
    }

    private StaffSettings Settings => shop.Service<StaffSettings>();

    private async Task<Actor> Owner() => Actor.Staff(await shop.Hire($"{Guid.NewGuid():N}@example.com"), "Omar");

    private Task<string?> Stamp(string email) => shop.WithAccount(email, (_, account) => Task.FromResult(account.SecurityStamp));

    private Task<Id<StaffMember>> IdOf(string email) => shop.WithAccount(email, (_, account) => Task.FromResult(account.StaffId));

    private async Task Change(string email, Func<StaffDetails, StaffDetails> how)
    {
        var now = (await shop.Service<StaffQueries>().Find(await IdOf(email)))!;
        (await Settings.Change(await Owner(), now, how(new(now.Email, now.Name, now.Role, now.Sites, now.Active)))).OrThrow();
    }
}
