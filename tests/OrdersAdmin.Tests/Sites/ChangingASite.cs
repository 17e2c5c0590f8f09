using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests;

public sealed class ChangingASite
{
    [Fact]
    public async Task Keeps_the_slug_and_the_orders_that_are_there()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));

        var site = (await shop.SiteWorkflow.Change(shop.Owner, shop.Acme.Id, new SiteDetails("ignored", "Acme USA", "USD", "America/New_York"), shop.Acme.Version)).OrThrow();

        Assert.Equal(("acme", "Acme USA", "USD", "America/New_York", shop.Acme.Version + 1), (site.Slug, site.Name, site.Currency.Code, site.TimeZone, site.Version));
        Assert.Equal("EUR", (await shop.Read(order.Id)).Currency.Code);
        Assert.Equal("USD", (await shop.Order(Line("Mug", 1))).Currency.Code);
    }

    [Fact]
    public async Task Tells_when_somebody_else_was_faster()
    {
        await using var shop = await Shop();
        (await shop.SiteWorkflow.Change(shop.Owner, shop.Acme.Id, Details("One"), shop.Acme.Version)).OrThrow();

        Expect.Stale(await shop.SiteWorkflow.Change(shop.Owner, shop.Acme.Id, Details("Other"), shop.Acme.Version));

        Assert.Contains(await shop.SiteQueries.List(shop.Owner), site => site.Name == "One");
    }

    [Fact]
    public async Task Knows_only_sites_that_are_there()
    {
        await using var shop = await Shop();

        Assert.Equal("There is no such site.", Expect.NotFound(await shop.SiteWorkflow.Change(shop.Owner, Id<Site>.New(), Details("X"), 0)).Message);
    }

    private static SiteDetails Details(string name) => new("", name, "EUR", "Europe/Paris");
}
