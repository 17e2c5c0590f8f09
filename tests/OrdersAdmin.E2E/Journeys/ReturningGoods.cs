using Microsoft.Playwright;
using OrdersAdmin.Channels;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class ReturningGoods(Shop shop) : Journey(shop)
{
    // A picture of one pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task Goes_from_the_call_to_the_shelf_and_to_the_money()
    {
        var order = await Given.ShippedOrder(new IntakeLine { Name = "Linen Tote, natural", Sku = "LT-NAT", Quantity = 3, UnitPrice = 2000 });
        await SignIn("chie@demo.example");
        await OpenOrder(order.Id);

        await Page.Keyboard.PressAsync("t");
        await Dialog.GetByRole(AriaRole.Spinbutton, new() { Name = "Linen Tote, natural" }).FillAsync("3");
        await Dialog.GetByLabel("Reason").SelectOptionAsync("Does not fit");
        await AssertAccessible();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Dialog).ToBeHiddenAsync();
        var rma = $"RMA-{order.Number}-1";
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"Return {rma}" })).ToBeVisibleAsync();

        await Button("Receive items").ClickAsync();
        await Dialog.GetByLabel("Arrived: Linen Tote, natural").FillAsync("2");
        await AssertAccessible();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Page.GetByText("Partially received").First).ToBeVisibleAsync();

        await Button("Inspect items").ClickAsync();
        await Dialog.GetByLabel("Restock: Linen Tote, natural").FillAsync("1");
        await Dialog.GetByLabel("Discard: Linen Tote, natural").FillAsync("1");
        await Dialog.GetByLabel("Note on Linen Tote, natural").FillAsync("A torn seam");
        await Dialog.GetByLabel("Photo of Linen Tote, natural").SetInputFilesAsync(new FilePayload { Name = "seam.png", MimeType = "image/png", Buffer = Png });
        await Expect(Dialog.GetByRole(AriaRole.Img, new() { NameRegex = new("Photo by", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToBeVisibleAsync();
        await Expect(Dialog.GetByLabel("Note on Linen Tote, natural")).ToHaveValueAsync("A torn seam");
        await AssertAccessible();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Page.GetByText("1 restocked, 1 discarded").First).ToBeVisibleAsync();

        await Button("Refund accepted items").ClickAsync();
        await Expect(Dialog.GetByLabel("Linen Tote, natural", new() { Exact = true })).ToHaveValueAsync("2");
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Refund €40.00" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();

        var now = await Given.Now(order.Id);
        var view = Assert.Single(now.Returns);
        Assert.Equal((ReturnStatus.PartiallyReceived, 0, 1), (view.Status, view.UnitsToRefund, view.Photos.Count));
        Assert.Equal(4000, Assert.Single(now.Refunds).Amount.Minor);
    }

    [Fact]
    public async Task Refuses_a_picture_that_is_none_with_a_sentence()
    {
        var order = await Given.ShippedOrder();
        var view = await Given.Return(order, 1);
        (await Shop.Service<ReturnWorkflow>().Receive(await Given.Staff("ben@demo.example"), view.Id, new ReceiveReturn(), TestContext.Current.CancellationToken)).OrThrow();
        await SignIn("ben@demo.example");
        await Open($"/orders/{order.Id}?dialog=inspect&return={view.Id}");

        await Dialog.GetByLabel("Photo of Linen Tote, natural").SetInputFilesAsync(new FilePayload { Name = "virus.png", MimeType = "image/png", Buffer = "MZ, a program"u8.ToArray() });

        await Expect(Dialog.GetByText("Choose a JPEG, PNG or WebP picture.")).ToBeVisibleAsync();
        Expecting("422");
    }

    [Fact]
    public async Task The_list_leads_to_the_card_of_the_return()
    {
        var order = await Given.ShippedOrder();
        var view = await Given.Return(order, 1);
        await SignIn("chie@demo.example");
        await Page.SetViewportSizeAsync(1440, 300);
        await Open($"/returns?q={view.Rma}");

        await Page.Locator(".row-link").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"Return {view.Rma}" })).ToBeInViewportAsync();
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name }).First;
}
