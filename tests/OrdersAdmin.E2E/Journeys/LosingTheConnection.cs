using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class LosingTheConnection(Shop shop) : Journey(shop)
{
    [Fact]
    public async Task Keeps_what_was_typed_over_a_reload()
    {
        var order = await Given.Order();
        await SignIn("ben@demo.example");
        await Open($"/orders/{order.Id}?dialog=fulfill");
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Carrier").FillAsync("Yamato");
        await dialog.GetByLabel("Tracking number").FillAsync("4470-1234-5678");

        await Page.ReloadAsync();
        await Live(Page);

        await Expect(dialog.GetByLabel("Carrier")).ToHaveValueAsync("Yamato");
        await Expect(dialog.GetByLabel("Tracking number")).ToHaveValueAsync("4470-1234-5678");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fulfill 3 items" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        var shipped = Assert.Single((await Given.Now(order.Id)).Fulfillments);
        Assert.Equal(("Yamato", "4470-1234-5678"), (shipped.Carrier, shipped.TrackingNumber));
    }
}
