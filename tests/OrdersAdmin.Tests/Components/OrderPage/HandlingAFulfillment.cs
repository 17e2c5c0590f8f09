using Bunit;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Components;

public sealed class HandlingAFulfillment
{
    [Fact]
    public async Task Marks_it_delivered_and_then_offers_nothing_more()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Line("Tote", 2)));
        await using var context = new PageContext(shop, shop.Ben);
        var page = await context.OpenOrder(order);

        await page.Find(".acts button").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal("Delivered", page.Find("section:has(.how) .badge").TextContent));
        Assert.Empty(page.FindAll(".acts button"));
        Assert.Equal(["Fulfillment 1 is delivered."], context.Toasted);
    }

    [Fact]
    public async Task Names_the_effect_of_a_cancellation_before_it_happens()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Line("Tote", 2)));
        await using var context = new PageContext(shop, shop.Ben);
        var page = await context.OpenOrder(order);

        await page.FindAll(".acts button")[1].ClickAsync(new());

        Assert.Equal("2 items go back to what is still to ship. The customer is not told.", page.Find(".ask span").TextContent);
        Assert.Equal(OrderStatus.Fulfilled, (await shop.Read(order.Id)).Status);

        await page.Find(".ask .danger").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-key=f]")));
        Assert.Equal(OrderStatus.Pending, (await shop.Read(order.Id)).Status);
        Assert.Equal(["Fulfillment 1 is cancelled."], context.Toasted);
    }

    [Fact]
    public async Task Says_who_was_faster()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Line("Tote", 2)));
        // A feed without news: the change is too fresh for this page to have heard of it.
        await using var context = new PageContext(shop, shop.Ben, new OrderChanges());
        var page = await context.OpenOrder(order);
        await shop.Deliver(order, 1);

        await page.Find(".acts button").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("Ana marked fulfillment 1 as delivered", page.Find(".problem").TextContent, StringComparison.Ordinal));
        await page.Find(".problem .btn").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".acts button, .problem")));
    }
}
