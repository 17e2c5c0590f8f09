using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Web;

public sealed class GoingToAnOrder
{
    [Theory]
    [InlineData("1001")]
    [InlineData("#1001")]
    [InlineData("  #1001 ")]
    public async Task Opens_the_only_order_with_the_number(string typed)
    {
        await using var shop = new ShopFactory();
        var order = await Order(shop, "acme");
        await shop.Hire("ana@shop.test");
        using var ana = await shop.SignedIn("ana@shop.test");

        await ana.Get("/go?q=" + Uri.EscapeDataString(typed));

        Assert.Equal($"/orders/{order}", ana.Url.PathAndQuery);
    }

    [Fact]
    public async Task Lists_the_orders_when_several_sites_have_the_number()
    {
        await using var shop = new ShopFactory();
        var acme = await Order(shop, "acme");
        await Order(shop, "kumo");
        await shop.Hire("ana@shop.test");
        await shop.Hire("ben@shop.test", Role.Staff, "acme");
        using var ana = await shop.SignedIn("ana@shop.test");
        using var ben = await shop.SignedIn("ben@shop.test");

        await ana.Get("/go?q=1001");
        await ben.Get("/go?q=1001");

        Assert.Equal("/orders?q=1001", ana.Url.PathAndQuery);
        Assert.Equal(2, ana.Page.QuerySelectorAll(".row-link").Length);
        Assert.Equal($"/orders/{acme}", ben.Url.PathAndQuery);
    }

    [Fact]
    public async Task Opens_an_order_by_its_id()
    {
        await using var shop = new ShopFactory();
        var order = await Order(shop, "acme");
        await shop.Hire("ana@shop.test");
        using var ana = await shop.SignedIn("ana@shop.test");

        await ana.Get($"/go?q={order}");

        Assert.Equal($"/orders/{order}", ana.Url.PathAndQuery);
    }

    [Theory]
    [InlineData("Zoë & <b>", "/orders?q=Zo%C3%AB%20%26%20%3Cb%3E")]
    [InlineData("99999999999999999999", "/orders?q=99999999999999999999")]
    [InlineData("//evil.example", "/orders?q=%2F%2Fevil.example")]
    [InlineData("ord_nonsense", "/orders?q=ord_nonsense")]
    [InlineData(" ", "/orders")]
    public async Task Searches_for_everything_else(string typed, string address)
    {
        await using var shop = new ShopFactory();
        await shop.Hire("ana@shop.test");
        using var ana = await shop.SignedIn("ana@shop.test");

        await ana.Get("/go?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(address, ana.Url.PathAndQuery);
        Assert.Equal("Orders", ana.Heading);
    }

    [Fact]
    public async Task Asks_strangers_to_sign_in()
    {
        await using var shop = new ShopFactory();
        await shop.Hire("ana@shop.test");
        using var stranger = shop.Visitor();

        await stranger.Get("/go?q=1001");

        Assert.Equal("/account/sign-in", stranger.Url.AbsolutePath);
    }

    private static async Task<Id<Order>> Order(ShopFactory shop, string site)
    {
        var opened = (await shop.OpenSite(site)).OrThrow();
        return (await shop.Service<IntakeWorkflow>().TakeIn(Actor.System("Test"), opened.Id, Given.Intake(Given.Line("Mug", 1)))).OrThrow().OrderId;
    }
}
