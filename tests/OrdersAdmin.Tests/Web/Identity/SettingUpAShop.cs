using System.Net;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Hosting;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Tests.Web.Identity;

public sealed class SettingUpAShop : IAsyncDisposable
{
    private static readonly (string, string)[] Answers =
    [
        ("name", "Rosa Lind"), ("email", "rosa@example.com"), ("password", ShopFactory.Password), ("repeat", ShopFactory.Password),
        ("site", "Lind & Co"), ("slug", "lind"), ("currency", "SEK"), ("zone", "Europe/Stockholm"),
    ];

    private readonly ShopFactory shop = new();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task Makes_the_owner_and_the_first_site_and_signs_in()
    {
        using var visitor = await AtTheLink();

        await visitor.Submit("Open the shop", Answers);

        Assert.Equal("/orders", visitor.Url.AbsolutePath);
        var owner = Assert.Single((await shop.Service<StaffQueries>().List(Actor.System("Test"))).OrThrow());
        Assert.Equal(("Rosa Lind", "rosa@example.com", Role.Owner), (owner.Name, owner.Email, owner.Role));
        var site = Assert.Single(await shop.Service<SiteQueries>().List(Actor.System("Test")));
        Assert.Equal(("lind", "Lind & Co", "SEK", "Europe/Stockholm"), (site.Slug, site.Name, site.Currency.Code, site.TimeZone));
        using var again = await shop.SignedIn("rosa@example.com");
    }

    [Fact]
    public async Task Works_once()
    {
        using var visitor = await AtTheLink();
        using var other = shop.Visitor();
        await other.Get(visitor.Url.PathAndQuery);
        await visitor.Submit("Open the shop", Answers);

        await other.Submit("Open the shop", Answers);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await other.Get(visitor.Url.PathAndQuery);

        Assert.Single((await shop.Service<StaffQueries>().List(Actor.System("Test"))).OrThrow());
        Assert.False(File.Exists(Path.Combine(shop.Data, "setup-link.sha256")));
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=")]
    [InlineData("/setup?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Is_not_found_without_the_link(string path)
    {
        shop.Service<ShopSetup>().NewLink();
        using var visitor = shop.Visitor();

        await visitor.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal("There is nothing here", visitor.Heading);
    }

    [Fact]
    public async Task Takes_the_newest_link_only_and_keeps_no_more_than_its_hash()
    {
        var old = shop.Service<ShopSetup>().NewLink();
        var link = shop.Service<ShopSetup>().NewLink();
        using var visitor = shop.Visitor();

        await visitor.Get(old.PathAndQuery);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(32, new FileInfo(Path.Combine(shop.Data, "setup-link.sha256")).Length);
        await visitor.Get(link.PathAndQuery);
        Assert.Equal("Set up the shop", visitor.Heading);
    }

    [Fact]
    public async Task Is_over_once_there_is_anybody()
    {
        var link = shop.Service<ShopSetup>().NewLink();
        await shop.Hire("first@example.com");
        using var visitor = shop.Visitor();

        await visitor.Get(link.PathAndQuery);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Theory]
    [InlineData("email", "nobody", "This is not an email address.")]
    [InlineData("name", " ", "Give your name")]
    [InlineData("password", "short", "The two passwords differ.")]
    [InlineData("slug", "Not a slug", "A slug has 2 to 40 small letters")]
    [InlineData("zone", "Mars/Olympus", "Choose a time zone")]
    public async Task Tells_what_is_wrong_and_keeps_the_link(string field, string value, string sentence)
    {
        using var visitor = await AtTheLink();

        await visitor.Submit("Open the shop", [.. Answers.Where(answer => answer.Item1 != field), (field, value)]);

        Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
        Assert.False(await shop.Service<StaffQueries>().Any());
        await visitor.Submit("Open the shop", Answers);
        Assert.Equal("/orders", visitor.Url.AbsolutePath);
    }

    [Fact]
    public async Task Goes_on_after_a_crash_in_the_middle()
    {
        (await shop.Service<StaffAccounts>().Ensure(Id<StaffMember>.New(), "rosa@example.com", ShopFactory.Password)).OrThrow();
        (await shop.OpenSite("lind")).OrThrow();
        using var visitor = await AtTheLink();

        await visitor.Submit("Open the shop", Answers);

        Assert.Equal("/orders", visitor.Url.AbsolutePath);
        Assert.Equal("SEK", Assert.Single(await shop.Service<SiteQueries>().List(Actor.System("Test"))).Currency.Code);
    }

    private async Task<Visitor> AtTheLink()
    {
        var visitor = shop.Visitor();
        await visitor.Get(shop.Service<ShopSetup>().NewLink().PathAndQuery);
        return visitor;
    }
}
