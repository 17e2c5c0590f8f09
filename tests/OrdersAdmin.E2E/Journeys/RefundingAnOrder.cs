using Microsoft.Playwright;
using OrdersAdmin.Channels;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class RefundingAnOrder(Shop shop) : Journey(shop)
{
    private static readonly IntakeLine[] ThreeLines =
    [
        new() { Name = "Linen Tote, natural", Sku = "LT-NAT", Quantity = 2, UnitPrice = 1200 },
        new() { Name = "Enamel Mug, blue", Sku = "MUG-BLU", Quantity = 1, UnitPrice = 850 },
        new() { Name = "Wool Scarf, grey", Sku = "WS-GRY", Quantity = 1, UnitPrice = 300 },
    ];

    private static readonly object PaidOutSoon = new { start = "pending", end = "succeeded", after_seconds = 0.5, count = 1 };

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task Of_two_items_shows_by_itself_once_the_provider_has_paid_it_out()
    {
        var order = await Given.OrderWhoseRefund(PaidOutSoon, ThreeLines);
        await SignIn("chie@demo.example");
        await OpenOrder(order.Id);

        await Page.Keyboard.PressAsync("r");
        await Dialog.GetByLabel("Linen Tote, natural", new() { Exact = true }).FillAsync("1");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "All of Enamel Mug, blue" }).ClickAsync();
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await AssertAccessible();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Refund €20.50" }).ClickAsync();

        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Page.GetByText("Paid out.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(Page.GetByText("Partially refunded").First).ToBeVisibleAsync();
        var refund = Assert.Single((await Given.Now(order.Id)).Refunds);
        Assert.Equal((2050, RefundState.Succeeded), (refund.Amount.Minor, refund.State));
    }

    [Fact]
    public async Task Makes_one_refund_of_a_double_click_and_three_enters_over_a_slow_line()
    {
        var faraway = OverASlowLine(roundTrip: TimeSpan.FromMilliseconds(200));
        var order = await Given.OrderWhoseRefund(PaidOutSoon, ThreeLines);
        await SignIn("chie@demo.example");
        await Open(new Uri(faraway, $"/orders/{order.Id}?dialog=refund").ToString());
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "All of Wool Scarf, grey" }).ClickAsync();
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Refund €3.00" }).DblClickAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            await Page.Keyboard.PressAsync("Control+Enter");

        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Page.GetByText("Paid out.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Single((await Given.Now(order.Id)).Refunds);
    }

    [Fact]
    public async Task Above_the_limit_waits_until_a_manager_approves_it_with_two_keys()
    {
        var order = await Given.OrderWhoseRefund(PaidOutSoon, new IntakeLine { Name = "Walnut Desk", Sku = "DESK", Quantity = 1, UnitPrice = 40_000 });
        await SignIn("chie@demo.example");
        await Open($"/orders/{order.Id}?dialog=refund");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "everything that is left" }).ClickAsync();
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Send for approval" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Page.GetByText("Waits for approval").First).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Change refund 1" }).ClickAsync();
        await Expect(Dialog.GetByLabel("Shipping")).ToHaveValueAsync("5.00");
        await Dialog.GetByLabel("Note for staff").FillAsync("Scratched on arrival");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Send for approval" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();

        var manager = await AnotherPerson("ana@demo.example");
        await Effort.Count(manager);
        await Open("/orders", manager);
        await manager.Keyboard.PressAsync("g");
        await manager.Keyboard.PressAsync("q");
        await Expect(manager.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Refund review");
        await AssertAccessible(manager);
        await Expect(manager.GetByRole(AriaRole.Button, new() { Name = "Approve €405.00" })).ToBeVisibleAsync();
        await manager.Keyboard.PressAsync("a");

        Assert.Equal(new Effort(Clicks: 0, Fields: 0), await Effort.Of(manager));
        await Expect(Page.GetByText("Paid out.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Equal(OrderStatus.Refunded, (await Given.Now(order.Id)).Status);
    }

    [Fact]
    public async Task That_fails_late_comes_to_the_board()
    {
        var order = await Given.OrderWhoseRefund(new { start = "pending", end = "succeeded", after_seconds = 0.2, fails_later_seconds = 1, failure_reason = "expired_or_canceled_card", count = 1 }, ThreeLines);
        await SignIn("ana@demo.example");
        await Open($"/orders/{order.Id}?dialog=refund");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "All of Wool Scarf, grey" }).ClickAsync();
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Refund €3.00" }).ClickAsync();

        await Expect(Page.GetByText("Refund failed").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Open("/refunds/stuck");

        var card = Page.Locator("section.card").Filter(new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = $"#{order.Number}", Exact = true }) });
        await Expect(card).ToContainTextAsync("Failed late");
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Refund €3.00 again" })).ToBeVisibleAsync();
        await AssertAccessible();
    }
}
