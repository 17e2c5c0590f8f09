using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Orders;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class CancellingAnOrder(Shop shop) : Journey(shop)
{
    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task Says_what_it_will_do_and_gives_the_money_back()
    {
        var order = await Given.OrderWhoseRefund(new { start = "pending", end = "succeeded", after_seconds = 0.5, count = 1 });
        await SignIn("ana@demo.example");
        await OpenOrder(order.Id);

        await Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel order" }).ClickAsync();
        await Expect(Dialog).ToContainTextAsync($"Cancels order #{order.Number} for good: 3 items will not ship; refunds €131.00 to Visa ••4242.");
        await AssertAccessible();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why");
        await Dialog.GetByLabel("Reason, for staff").FillAsync("Out of stock");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel order and refund €131.00 to Visa ••4242" }).DblClickAsync();

        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Page.GetByText("Paid out.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var now = await Given.Now(order.Id);
        Assert.Equal((OrderStatus.Cancelled, PaymentState.Refunded, "Out of stock"), (now.Status, now.PaymentStatus, now.CancelReason));
        Assert.Single(now.Refunds);
        Assert.DoesNotContain(OrderAct.Cancel, now.AllowedActions);
    }
}
