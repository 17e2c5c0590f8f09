using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Orders;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class UsingTheKeyboardOnly(Shop shop) : Journey(shop)
{
    [Fact]
    public async Task Opens_the_newest_order_and_ships_it()
    {
        var order = await Given.Order(change: intake => intake with { CreatedOn = DateTimeOffset.UtcNow.AddSeconds(1) });
        await SignIn("ben@demo.example");
        await Open($"/orders?q={order.Number}");

        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"#{order.Number}");
        await Page.Keyboard.PressAsync("f");
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        // Where somebody shipped before, the carrier is filled in and the number comes first.
        await Expect(dialog.Locator("#carrier:focus, #tracking-number:focus")).ToHaveCountAsync(1);
        if (await dialog.Locator("#tracking-number:focus").CountAsync() == 1)
            await Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(dialog.GetByLabel("Carrier")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.TypeAsync("DHL");
        await Page.Keyboard.PressAsync("Control+Enter");

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(Page.GetByText("Fulfilled", new() { Exact = true }).First).ToBeVisibleAsync();
        Assert.Equal(OrderStatus.Fulfilled, (await Given.Now(order.Id)).Status);
    }

    [Fact]
    public async Task Escape_closes_a_clean_dialog_and_gives_the_focus_back()
    {
        var order = await Given.Order();
        await SignIn("ben@demo.example");
        await OpenOrder(order.Id);

        await Page.Keyboard.PressAsync("f");
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Fulfill items" })).ToBeFocusedAsync();
        await Expect(Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("dialog=", default, TimeSpan.FromSeconds(1)));
    }
}
