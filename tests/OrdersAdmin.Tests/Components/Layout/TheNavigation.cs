using Bunit;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Layout;

namespace OrdersAdmin.Tests.Components;

public sealed class TheNavigation
{
    [Fact]
    public async Task Counts_the_orders_that_wait()
    {
        await using var shop = await Given.Shop();
        await shop.Order(Given.Line("Mug", 1));
        await shop.Ship(await shop.Order(Given.Line("Tote", 1)));
        await using var context = new PageContext(shop, shop.Ana);

        var navigation = context.Render<SideNavigation>();

        await navigation.WaitForAssertionAsync(() => Assert.Equal("1", navigation.Find("a[data-go=o] b").TextContent));
    }

    [Fact]
    public async Task Counts_the_returns_that_somebody_has_to_decide_on()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 3));
        await shop.Receive(await shop.Approved(order, 1), 1);
        await shop.Announced(await shop.Read(order.Id), 1);
        await using var context = new PageContext(shop, shop.Support);

        var navigation = context.Render<SideNavigation>();

        await navigation.WaitForAssertionAsync(() => Assert.Equal("2", navigation.Find("a[data-go=r] b").TextContent));
    }

    [Theory]
    [InlineData(Role.Staff, "/orders /returns /exchanges /returns/bench /stock")]
    [InlineData(Role.Manager, "/orders /returns /exchanges /returns/bench /refunds/review /refunds/stuck /stock /import")]
    [InlineData(Role.Owner, "/orders /returns /exchanges /returns/bench /refunds/review /refunds/stuck /stock /import /settings/staff /settings/sites /settings/refunds /settings/returns /settings/webhooks /settings/tokens")]
    public async Task Shows_what_the_role_may_see(Role role, string links)
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, role switch { Role.Owner => shop.Owner, Role.Manager => shop.Manager, _ => shop.Ana });

        var navigation = context.Render<SideNavigation>();

        await navigation.WaitForAssertionAsync(() => Assert.Equal(links, string.Join(' ', navigation.FindAll("a.nav").Select(link => link.GetAttribute("href")))));
    }

    [Fact]
    public async Task Marks_where_one_is()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Owner);
        context.Go("/orders?view=unpaid");

        var navigation = context.Render<SideNavigation>();

        await navigation.WaitForAssertionAsync(() => Assert.Equal("/orders", navigation.Find("[aria-current=page]").GetAttribute("href")));
    }
}
