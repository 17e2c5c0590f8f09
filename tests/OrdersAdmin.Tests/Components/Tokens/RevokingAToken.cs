using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Tokens;
using OrdersAdmin.Web.Components.Tokens;

namespace OrdersAdmin.Tests.Components;

public sealed class RevokingAToken
{
    [Fact]
    public async Task That_was_made_a_moment_ago_takes_its_secret_off_the_screen()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Owner,
            also: services => services.AddSingleton(new ApiTokenQueries(shop.Database, shop.Clock)).AddSingleton(new ApiTokenWorkflow(shop.Database, shop.Clock)));
        var page = context.Open<TokensPage>("/settings/tokens?dialog=make");
        await page.WaitForElement("#name").ChangeAsync("Warehouse sync");
        await page.Find("dialog input[type=checkbox]").ChangeAsync(true);
        await page.Find("dialog form").SubmitAsync();
        await page.WaitForElementAsync("[data-copy]");

        context.Go(page.Find("tbody a").GetAttribute("href")!);
        await (await page.WaitForElementAsync("dialog .danger")).ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(["Warehouse sync is revoked."], context.Toasted));
        Assert.Empty(page.FindAll("[data-copy], tbody a"));
        Assert.Contains("Revoked", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }
}
