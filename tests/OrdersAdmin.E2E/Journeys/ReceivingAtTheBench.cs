using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Returns;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class ReceivingAtTheBench(Shop shop) : Journey(shop)
{
    private ILocator Answer => Page.Locator("[data-answer]");

    private ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    [Fact]
    public async Task By_keyboard_alone_opens_counts_grades_and_finishes()
    {
        var order = await Given.ShippedOrder();
        var view = await Given.Return(order, 3);
        await SignIn("ben@demo.example");
        await Open("/returns/bench");
        await Scanner.IsHeard(Page);

        // By hand, without a field having the focus.
        await Page.Keyboard.TypeAsync(view.Rma!, new() { Delay = 150 });
        await Expect(Page.GetByLabel("RMA number")).ToHaveValueAsync(view.Rma!);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Heading).ToHaveTextAsync(view.Rma!);
        await AssertAccessible();

        await Scanner.Reads(Page, "4006381333931");
        await Expect(Answer).ToContainTextAsync("4006381333931");
        await Expect(Answer).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("bad", default, TimeSpan.FromSeconds(1)));
        await Page.Keyboard.PressAsync("u");
        await Expect(Answer).ToContainTextAsync("recorded as not expected");

        await Scanner.Reads(Page, "LT-NAT");
        await Expect(Answer).ToContainTextAsync("1 of 3");
        await Page.Keyboard.PressAsync("2");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Damaged" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Scanner.Reads(Page, "LT-NAT");
        await Expect(Answer).ToContainTextAsync("2 of 3");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Answer).ToContainTextAsync("2 items received");
        await Expect(Heading).ToHaveTextAsync("Receive bench");

        var now = (await Given.Now(order.Id)).Returns.Single();
        Assert.Equal((ReturnStatus.PartiallyReceived, 2, 1), (now.Status, now.Lines.Single().Received, now.Receipts.Single().Unexpected.Count));
        Assert.Equal([Disposition.Restock, Disposition.Quarantine], now.Inspections.Select(each => each.Disposition).Order());
    }

    [Fact]
    public async Task Has_targets_for_fingers_on_a_tablet()
    {
        var order = await Given.ShippedOrder();
        var view = await Given.Return(order, 2);
        await SignIn("ben@demo.example");
        await Page.SetViewportSizeAsync(820, 1180);
        await Open($"/returns/bench?code={view.Rma}");
        await Expect(Heading).ToHaveTextAsync(view.Rma!);

        foreach (var target in await Page.Locator(".bench button").AllAsync())
        {
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box is { Height: >= 44, Width: >= 44 } || await target.GetAttributeAsync("data-key") == "x", $"{await target.TextContentAsync()} is {box.Width} × {box.Height}.");
        }
        await Page.GetByRole(AriaRole.Button, new() { Name = "Count one Linen Tote, natural" }).ClickAsync();
        await Expect(Answer).ToContainTextAsync("1 of 2");
        await Expect(Page.Locator("[data-bench-done]")).ToBeInViewportAsync();
    }
}
