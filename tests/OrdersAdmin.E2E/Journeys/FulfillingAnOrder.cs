using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class FulfillingAnOrder(Shop shop) : Journey(shop)
{
    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task Ships_one_of_three_and_then_the_rest()
    {
        var order = await Given.Order();
        await SignIn("ben@demo.example");
        await OpenOrder(order.Id);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Fulfill items" }).ClickAsync();
        await Quantity("Linen Tote, natural").FillAsync("1");
        await Dialog.GetByLabel("Carrier").FillAsync("DHL");
        await Dialog.GetByLabel("Tracking number").FillAsync("JJD0140");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Fulfill 1 item" }).ClickAsync();

        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Page.GetByText("Partially fulfilled").First).ToBeVisibleAsync();
        await Expect(Page.GetByText("1 of 3 shipped").First).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Fulfill items" }).ClickAsync();
        await Expect(Quantity("Linen Tote, natural")).ToHaveValueAsync("2");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Fulfill 2 items" }).ClickAsync();

        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Fulfill items" })).ToBeHiddenAsync();
        var now = await Given.Now(order.Id);
        Assert.Equal(OrderStatus.Fulfilled, now.Status);
        Assert.Equal([1, 2], now.Fulfillments.Select(each => each.Lines.Sum(line => line.Quantity)));
    }

    [Theory]
    [InlineData("4", "Only 3 left to fulfill.")]
    [InlineData("-1", "must")]
    [InlineData("", "")]
    public async Task Refuses_a_quantity_beside_its_field_and_keeps_what_was_typed(string typed, string sentence)
    {
        var order = await Given.Order();
        await SignIn("ben@demo.example");
        await Open($"/orders/{order.Id}?dialog=fulfill");

        await Quantity("Linen Tote, natural").FillAsync(typed);
        await Dialog.GetByLabel("Carrier").FillAsync("DHL");
        await Dialog.GetByLabel("Tracking number").FillAsync("KEEP-ME");
        await Page.Keyboard.PressAsync("Control+Enter");

        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        await Expect(Dialog.GetByLabel("Tracking number")).ToHaveValueAsync("KEEP-ME");
        Assert.Equal(OrderStatus.Pending, (await Given.Now(order.Id)).Status);
    }

    [Fact]
    public async Task Tells_who_changed_the_order_meanwhile_and_keeps_what_was_typed()
    {
        var order = await Given.Order();
        await SignIn("ben@demo.example");
        await Open($"/orders/{order.Id}?dialog=fulfill");
        await Dialog.GetByLabel("Carrier").FillAsync("UPS");
        await Dialog.GetByLabel("Tracking number").FillAsync("1Z-MINE");

        await Shop.Service<FulfillmentWorkflow>().Fulfill(
            Actor.System("Ana Ruiz"), order.Id, new FulfillItems("DHL", Items: [new FulfillItem(order.Lines[0].Id, 1)]), TestContext.Current.CancellationToken);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Fulfill 3 items" }).ClickAsync();

        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ana Ruiz shipped 1 item with DHL");
        await Expect(Dialog.GetByLabel("Tracking number")).ToHaveValueAsync("1Z-MINE");
        Assert.Single((await Given.Now(order.Id)).Fulfillments);
    }

    [Fact]
    public async Task Makes_one_fulfillment_of_a_double_click_and_three_enters()
    {
        var order = await Given.Order();
        await SignIn("ben@demo.example");
        await Open($"/orders/{order.Id}?dialog=fulfill");
        await Dialog.GetByLabel("Carrier").FillAsync("DHL");

        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Fulfill 3 items" }).DblClickAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            await Page.Keyboard.PressAsync("Control+Enter");

        await Expect(Dialog).ToBeHiddenAsync();
        Assert.Single((await Given.Now(order.Id)).Fulfillments);
    }

    private ILocator Quantity(string line) => Dialog.GetByRole(AriaRole.Spinbutton, new() { Name = line });
}
