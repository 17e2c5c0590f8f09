using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class FindingAnOrder(Shop shop) : Journey(shop)
{
    [Fact]
    public async Task By_its_number_without_the_mouse()
    {
        var order = await Given.Order();
        await SignIn("ben@demo.example");
        await Open("/orders");

        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.TypeAsync(order.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"#{order.Number}");
    }

    [Fact]
    public async Task By_a_part_of_the_name_without_its_accents()
    {
        var name = "Zoë Quüx" + Guid.NewGuid().ToString("N")[..6];
        var order = await Given.Order(change: intake => intake with { Customer = new("z@example.com", name) });
        await SignIn("ben@demo.example");
        await Open("/orders");

        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync(name.ToUpperInvariant().Replace("Ë", "E", StringComparison.Ordinal).Replace("Ü", "U", StringComparison.Ordinal));
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = $"#{order.Number}" })).ToBeVisibleAsync();
        await Expect(Page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Not_on_a_site_that_is_not_ones_own()
    {
        var order = await Given.Order(site: "kumo");
        await SignIn("ben@demo.example");

        var response = await Page.GotoAsync($"/orders/{order.Id}");

        Assert.Equal(404, response!.Status);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is nothing here");
        Expecting("404");
    }
}
