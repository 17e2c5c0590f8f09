using Microsoft.Playwright;
using OrdersAdmin.Channels;
using OrdersAdmin.E2E.Browser;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

/// <summary>How much a daily task may cost, from the order list on. Above its budget a task fails.</summary>
public sealed class CountingClicks(Shop shop) : Journey(shop)
{
    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task Opening_an_order_by_its_number_takes_none()
    {
        var order = await Given.Order();
        await AtTheList("ben@demo.example");

        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.TypeAsync($"{order.Number}");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"#{order.Number}");

        await AssertWithin(new(Clicks: 0, Fields: 1));
    }

    [Fact]
    public async Task Fulfilling_everything_with_a_tracking_number_takes_three()
    {
        var order = await OrderAfterAnotherShipment();
        await AtTheList("ben@demo.example");

        await Row(order).ClickAsync();
        await Button("Fulfill items").ClickAsync();
        await Expect(Dialog.GetByLabel("Tracking number")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("JJD0140");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Fulfill 5 items" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();

        await AssertWithin(new(Clicks: 3, Fields: 1));
        Assert.Equal("JJD0140", Assert.Single((await Given.Now(order.Id)).Fulfillments).TrackingNumber);
    }

    [Fact]
    public async Task Fulfilling_two_of_five_takes_three_and_a_field()
    {
        var order = await OrderAfterAnotherShipment();
        await AtTheList("ben@demo.example");

        await Row(order).ClickAsync();
        await Button("Fulfill items").ClickAsync();
        await Dialog.GetByRole(AriaRole.Spinbutton, new() { Name = "Linen Tote, natural" }).FillAsync("2");
        await Page.Keyboard.PressAsync("Tab");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Fulfill 2 items" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();

        await AssertWithin(new(Clicks: 3, Fields: 1));
        Assert.Equal(3, (await Given.Now(order.Id)).UnitsLeft);
    }

    [Fact]
    public async Task Refunding_three_lines_fully_takes_five()
    {
        var order = await Given.PaidOrder(
            new IntakeLine { Name = "Linen Tote, natural", Sku = "LT-NAT", Quantity = 2, UnitPrice = 1200 },
            new IntakeLine { Name = "Enamel Mug, blue", Sku = "MUG-BLU", Quantity = 1, UnitPrice = 850 },
            new IntakeLine { Name = "Wool Scarf, grey", Sku = "WS-GRY", Quantity = 1, UnitPrice = 300 });
        await AtTheList("chie@demo.example");

        await Row(order).ClickAsync();
        await Button("Refund").ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "everything that is left" }).ClickAsync();
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Refund €40.50" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();

        await AssertWithin(new(Clicks: 5, Fields: 0));
        Assert.Equal(4050, Assert.Single((await Given.Now(order.Id)).Refunds).Amount.Minor);
    }

    [Fact]
    public async Task Opening_a_return_takes_four_and_a_field()
    {
        var order = await Given.ShippedOrder();
        await AtTheList("chie@demo.example");

        await Row(order).ClickAsync();
        await Button("Return").First.ClickAsync();
        await Dialog.GetByRole(AriaRole.Spinbutton, new() { Name = "Linen Tote, natural" }).FillAsync("1");
        await Page.Keyboard.PressAsync("Tab");
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Return 1 item" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();

        await AssertWithin(new(Clicks: 4, Fields: 1));
        Assert.NotNull(Assert.Single((await Given.Now(order.Id)).Returns).Rma);
    }

    [Fact]
    public async Task Receiving_a_return_takes_none()
    {
        var order = await Given.ShippedOrder();
        var view = await Given.Return(order, 2);
        await AtTheList("ben@demo.example");

        await Page.Keyboard.PressAsync("g");
        await Page.Keyboard.PressAsync("r");
        await Expect(Heading).ToHaveTextAsync("Returns");
        await Page.Keyboard.PressAsync("b");
        await Expect(Heading).ToHaveTextAsync("Receive bench");
        await Scanner.IsHeard(Page);
        await Scanner.Reads(Page, view.ScanCode);
        await Expect(Heading).ToHaveTextAsync(view.Rma!);
        await Scanner.Reads(Page, "LT-NAT");
        await Expect(Page.Locator("[data-answer]")).ToContainTextAsync("1 of 2");
        await Scanner.Reads(Page, "LT-NAT");
        await Expect(Page.Locator("[data-answer]")).ToContainTextAsync("That is everything");
        await Scanner.Reads(Page, view.ScanCode);
        await Expect(Page.Locator("[data-answer]")).ToContainTextAsync("2 items received");

        await AssertWithin(new(Clicks: 0, Fields: 0));
        Assert.Equal(ReturnStatus.Received, (await Given.Now(order.Id)).Returns.Single().Status);
    }

    [Fact]
    public async Task Exchanging_a_size_takes_six()
    {
        var order = await Given.ShippedOrder(new IntakeLine { Name = "Leather belt — Black, 85", Sku = "AC-BELT-BLA-85", Quantity = 1, UnitPrice = 5400 });
        await AtTheList("chie@demo.example");

        await Row(order).ClickAsync();
        await Button("Exchange").First.ClickAsync();
        await Dialog.Locator("label.choice").Filter(new() { HasText = "AC-BELT-BLA-95" }).ClickAsync();
        await Dialog.GetByLabel("Reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Exchange 1 item" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();

        await AssertWithin(new(Clicks: 6, Fields: 0));
        Assert.Equal("AC-BELT-BLA-95", Assert.Single(Assert.Single((await Given.Now(order.Id)).Exchanges).Lines).NewSku);
    }

    private ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private async Task AtTheList(string email)
    {
        await Effort.Count(Page);
        await SignIn(email);
        await Open("/orders");
        await Effort.Begin(Page);
    }

    private async Task AssertWithin(Effort budget)
    {
        var effort = await Effort.Of(Page);
        Assert.True(effort.Clicks <= budget.Clicks && effort.Fields <= budget.Fields, $"It took {effort}; the budget is {budget}.");
        TestContext.Current.SendDiagnosticMessage($"{TestContext.Current.TestMethod?.MethodName}: {effort} of {budget}");
    }

    /// <summary>Five units to ship, on a site whose last carrier is known.</summary>
    private async Task<OrderView> OrderAfterAnotherShipment()
    {
        var before = await Given.Order();
        (await Shop.Service<FulfillmentWorkflow>().Fulfill(Actor.System("Ana Ruiz"), before.Id, new FulfillItems("DHL", RequestKey: $"before-{before.Id}"))).OrThrow();
        return await Given.Order("acme", null, new IntakeLine { Name = "Linen Tote, natural", Sku = "LT-NAT", Quantity = 5, UnitPrice = 4200 });
    }

    private ILocator Row(OrderView order) => Page.Locator($"a.row-link[href*='{order.Id}']");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = false });
}
