using Microsoft.Playwright;
using OrdersAdmin.Channels;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class ExchangingASize(Shop shop) : Journey(shop)
{
    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    private ILocator Card => Page.Locator("section[id^=exc_]");

    [Fact]
    public async Task For_something_dearer_the_customer_pays_the_difference_before_it_ships()
    {
        var order = await BeltAtTheCustomers();
        await SignIn("chie@demo.example");
        await ChooseInstead(order, "AC-BLAN-GRE", "Customer owes €65.00");
        await Expect(Card).ToContainTextAsync("Customer owes €65.00");
        await Expect(Card.GetByRole(AriaRole.Button, new() { Name = "Ship the replacement" })).ToBeHiddenAsync();

        await Card.GetByRole(AriaRole.Button, new() { Name = "Make a payment link" }).ClickAsync();
        var link = await Card.GetByLabel("Payment link for the customer").InputValueAsync();
        await AssertAccessible();
        AlsoAllow(new Uri(Shop.Service<StripeOptions>().BaseUrl));
        await Page.GotoAsync(link);
        await Page.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you");

        await OpenOrder(order.Id);
        await Expect(Card.GetByText("Paid", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Card.GetByRole(AriaRole.Button, new() { Name = "Receive items" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Receive all" }).ClickAsync();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Dialog).ToBeHiddenAsync();
        await Card.GetByRole(AriaRole.Button, new() { Name = "Ship the replacement" }).ClickAsync();
        await Dialog.GetByLabel("Carrier").FillAsync("DHL");
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Dialog).ToBeHiddenAsync();

        await Expect(Card).ToContainTextAsync("Exchanged");
        var exchange = Assert.Single((await Given.Now(order.Id)).Exchanges);
        Assert.Equal((ExchangeStatus.Completed, DifferenceState.Paid, 6500), (exchange.Status, exchange.DifferenceState, exchange.Difference.Minor));
    }

    [Fact]
    public async Task For_something_cheaper_the_shop_refunds_the_difference()
    {
        var order = await BeltAtTheCustomers();
        await SignIn("chie@demo.example");
        await ChooseInstead(order, "AC-BEAN-CHA", "We owe €30.00");

        await Card.GetByRole(AriaRole.Button, new() { Name = "Refund €30.00" }).ClickAsync();

        await Expect(Card).ToContainTextAsync("Handed to a refund");
        var now = await Given.Now(order.Id);
        Assert.Equal(3000, Assert.Single(now.Refunds).Amount.Minor);
        Assert.Equal(DifferenceState.RefundRequested, Assert.Single(now.Exchanges).DifferenceState);
    }

    private async Task ChooseInstead(OrderView order, string sku, string difference)
    {
        await OpenOrder(order.Id);
        await Page.Keyboard.PressAsync("e");
        await Dialog.GetByRole(AriaRole.Searchbox).FillAsync(sku);
        await Page.Keyboard.PressAsync("Tab");
        await Dialog.Locator("label.choice").Filter(new() { HasText = sku }).ClickAsync();
        await Expect(Dialog.Locator("dt.sum")).ToHaveTextAsync(difference);
        await Dialog.GetByLabel("Reason").SelectOptionAsync("Does not fit");
        await AssertAccessible();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Dialog).ToBeHiddenAsync();
        await Expect(Card).ToBeVisibleAsync();
    }

    private Task<OrderView> BeltAtTheCustomers() =>
        Given.ShippedOrder(new IntakeLine { Name = "Leather belt — Black, 85", Sku = "AC-BELT-BLA-85", Quantity = 1, UnitPrice = 5400 });
}
