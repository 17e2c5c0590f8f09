using Bunit;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Refunds;

namespace OrdersAdmin.Tests.Components;

public sealed class WaitingForAParcel
{
    [Fact]
    public async Task Comes_to_the_board_once_it_takes_longer_than_the_policy_allows()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 2));
        var late = await shop.Approved(order, 2);

        Assert.Equal("No money is stuck", (await Board(shop)).Heading);
        shop.Clock.Advance(TimeSpan.FromDays(15));
        var (heading, text) = await Board(shop);

        Assert.Equal(late.Rma, heading);
        Assert.Contains("2 items are still expected", text, StringComparison.Ordinal);
    }

    private static async Task<(string Heading, string Text)> Board(Shop shop)
    {
        await using var context = new PageContext(shop, shop.Support);
        var page = context.Open<StuckMoneyPage>("/refunds/stuck");
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("section h2")));
        return (page.Find("section h2").TextContent, page.Find("section").TextContent);
    }
}
