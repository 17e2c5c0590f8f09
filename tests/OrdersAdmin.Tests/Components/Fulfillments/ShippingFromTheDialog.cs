using Bunit;
using Microsoft.AspNetCore.Components;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Fulfillments;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Tests.Components;

public sealed class ShippingFromTheDialog
{
    [Fact]
    public async Task Ships_what_is_left_closes_and_says_so()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 2), Given.Line("Mug", 1));
        await using var context = new PageContext(shop, shop.Ben);
        var dialog = await context.OpenOrder(order);
        await dialog.Find("[data-key=f]").ClickAsync(new());
        await dialog.WaitForAssertionAsync(() => Assert.NotEmpty(dialog.FindAll("dialog")));

        await dialog.Find("#carrier").ChangeAsync("DHL");
        await dialog.Find("#tracking-number").ChangeAsync("JJD0140");
        await dialog.Find("form[data-draft]").SubmitAsync();

        await dialog.WaitForAssertionAsync(() => Assert.Equal(["Shipped 3 items with DHL."], context.Toasted));
        var shipped = Assert.Single((await shop.Read(order.Id)).Fulfillments);
        Assert.Equal(("DHL", "JJD0140"), (shipped.Carrier, shipped.TrackingNumber));
        Assert.DoesNotContain("dialog=", context.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_with_the_carrier_that_was_last_chosen()
    {
        await using var shop = await Given.Shop();
        var before = await shop.Order(Given.Line("Tote", 1));
        (await shop.Fulfillments.Fulfill(shop.Ana, before.Id, new FulfillItems("Colissimo", RequestKey: "earlier"))).OrThrow();
        await using var context = new PageContext(shop, shop.Ben);

        var dialog = await Dialog(context, await shop.Order(Given.Line("Mug", 2)));

        Assert.Equal("Colissimo", dialog.Find("#carrier").GetAttribute("value"));
        Assert.True(dialog.Find("#tracking-number").HasAttribute("autofocus"));
        Assert.Equal("2", dialog.Find("input[type=number]").GetAttribute("value"));
    }

    [Fact]
    public async Task Puts_each_sentence_beside_its_field_and_keeps_what_was_typed()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 2), Given.Line("Mug", 1));
        await using var context = new PageContext(shop, shop.Ben);
        var dialog = await Dialog(context, order);

        await dialog.Find("#carrier").ChangeAsync("DHL");
        await dialog.Find("#tracking-number").ChangeAsync(new string('9', 8000));
        await dialog.FindAll("input[type=number]")[1].ChangeAsync("7");
        await dialog.Find("form[data-draft]").SubmitAsync();

        await dialog.WaitForAssertionAsync(() => Assert.Equal("The tracking number is longer than 100 characters.", Beside(dialog, "#tracking-number")));
        Assert.Equal(8000, dialog.Find("#tracking-number").GetAttribute("value")!.Length);

        await dialog.Find("#tracking-number").ChangeAsync("");
        await dialog.Find("form[data-draft]").SubmitAsync();

        await dialog.WaitForAssertionAsync(() => Assert.Equal("Only 1 left to fulfill.", Beside(dialog, "input[type=number][value='7']")));
        Assert.Equal("Only 1 left to fulfill.", dialog.Find("[role=alert] span").TextContent);
        Assert.Empty((await shop.Read(order.Id)).Fulfillments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("-1")]
    public async Task Refuses_what_is_no_quantity_before_anything_is_sent(string typed)
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ben);
        var dialog = await Dialog(context, await shop.Order(Given.Line("Tote", 2)));

        await dialog.Find("input[type=number]").ChangeAsync(typed);
        await dialog.Find("form[data-draft]").SubmitAsync();

        Assert.Equal("The quantity must be a whole number; 0 leaves this item for later.", Beside(dialog, "input[type=number]"));
        Assert.Equal("A quantity is not a number.", dialog.Find(".actions [role=status]").TextContent);
    }

    [Fact]
    public async Task Follows_the_quantities_with_its_summary()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ben);
        var dialog = await Dialog(context, await shop.Order(Given.Line("Tote", 2), Given.Line("Mug", 1)));

        await dialog.Find("input[type=number]").ChangeAsync("1");
        var (one, button) = (dialog.Find(".actions [role=status]").TextContent, dialog.Find("dialog button[type=submit]").FirstChild!.TextContent);
        await dialog.FindAll(".all button")[1].ClickAsync(new());
        var none = dialog.Find(".actions [role=status]").TextContent;
        await dialog.FindAll(".all button")[0].ClickAsync(new());

        Assert.Equal(("Ships 2 items, 1 left for later", "Fulfill 2 items "), (one, button));
        Assert.Equal("Choose at least one item.", none);
        Assert.Equal("Ships 3 items, order becomes fulfilled", dialog.Find(".actions [role=status]").TextContent);
    }

    [Fact]
    public async Task Tells_who_changed_what_and_goes_on_from_there()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 3));
        await using var context = new PageContext(shop, shop.Ben);
        var dialog = await Dialog(context, order);
        await dialog.Find("#carrier").ChangeAsync("UPS");
        await shop.Ship(order, 1);

        await dialog.Find("form[data-draft]").SubmitAsync();
        await dialog.WaitForAssertionAsync(() => Assert.Contains("Ana shipped 1 item with DHL", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await dialog.Find("[role=alert] button").ClickAsync(new());

        await dialog.WaitForAssertionAsync(() => Assert.Equal("2 left now; 3 when you began.", dialog.Find(".changed").TextContent));
        Assert.Equal(("UPS", "3"), (dialog.Find("#carrier").GetAttribute("value"), dialog.Find("input[type=number]").GetAttribute("value")));

        await dialog.Find("input[type=number]").ChangeAsync("2");
        await dialog.Find("form[data-draft]").SubmitAsync();

        await dialog.WaitForAssertionAsync(() => Assert.Equal(["Shipped 2 items with UPS."], context.Toasted));
        Assert.Equal(OrderStatus.Fulfilled, (await shop.Read(order.Id)).Status);
    }

    [Fact]
    public async Task Sends_once_however_often_it_is_submitted()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 2));
        await using var context = new PageContext(shop, shop.Ben);
        var (sent, answer) = (0, new TaskCompletionSource<Problem?>());
        var dialog = context.Render<FulfillDialog>(parameters => parameters
            .Add(each => each.Order, order).Add(each => each.LastCarrier, "DHL")
            .Add(each => each.Ship, _ => { sent++; return answer.Task; }).Add(each => each.OnClose, () => { }));

        var first = dialog.Find("form[data-draft]").SubmitAsync();
        var second = dialog.Find("form[data-draft]").SubmitAsync();
        Assert.Equal(("true", "Shipping… "), (dialog.Find("button[type=submit]").GetAttribute("aria-disabled"), dialog.Find("button[type=submit]").FirstChild!.TextContent));
        answer.SetResult(null);
        await Task.WhenAll(first, second);
        await dialog.Find("form[data-draft]").SubmitAsync();

        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Asks_before_it_drops_what_was_typed()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ben);
        var dialog = await Dialog(context, await shop.Order(Given.Line("Tote", 2)));

        await dialog.Find("#tracking-number").ChangeAsync("JJD");
        await dialog.Find("dialog").TriggerEventAsync("oncancel", EventArgs.Empty);

        Assert.Equal("Discard what you typed?", dialog.Find(".ask").TextContent);
        Assert.Contains("dialog=fulfill", context.Address, StringComparison.Ordinal);

        await dialog.Find("dialog").TriggerEventAsync("oncancel", EventArgs.Empty);
        Assert.Empty(dialog.FindAll(".ask"));

        await dialog.Find("dialog").TriggerEventAsync("oncancel", EventArgs.Empty);
        await dialog.Find(".danger").ClickAsync(new());

        Assert.DoesNotContain("dialog=", context.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closes_without_a_question_when_nothing_was_typed()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ben);
        var dialog = await Dialog(context, await shop.Order(Given.Line("Tote", 2)));

        await dialog.Find("dialog").TriggerEventAsync("oncancel", EventArgs.Empty);

        Assert.DoesNotContain("dialog=", context.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_nobody_is_told()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ben);

        var dialog = await Dialog(context, await shop.Order(Given.Intake(Given.Line("Tote", 2)) with { TestMode = true }));

        var box = dialog.Find("input[type=checkbox]");
        Assert.Equal((true, false), (box.HasAttribute("disabled"), box.HasAttribute("checked")));
        Assert.Equal("This is a test order, so nobody is told.", dialog.Find("#notify-reason").TextContent);
    }

    private static async Task<IRenderedComponent<OrderPage>> Dialog(PageContext context, OrderView order)
    {
        var page = await context.OpenOrder(order, "?dialog=fulfill");
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog")));
        return page;
    }

    /// <summary>The sentence that a field names as its description.</summary>
    private static string Beside(IRenderedComponent<OrderPage> page, string field) =>
        page.Find("#" + page.Find(field).GetAttribute("aria-describedby")!.Split(' ')[^1]).TextContent;
}
