using Bunit;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Exchanges;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Orders;
using ExchangeListPage = OrdersAdmin.Web.Components.Exchanges.ExchangeListPage;

namespace OrdersAdmin.Tests.Components;

public sealed class ExchangingFromTheDialog
{
    [Fact]
    public async Task Offers_the_same_product_first_and_tells_the_difference_with_every_choice()
    {
        await using var shop = await Given.Shop();
        var order = await Wardrobe(shop);
        await using var context = new PageContext(shop, shop.Support);
        var page = await Open(context, order);

        await page.WaitForAssertionAsync(() => Assert.Equal(["Shirt L", "Shirt M", "Shirt S"], page.FindAll(".choices b").Select(each => each.TextContent)));
        Assert.Contains("sold out", page.FindAll("label.choice.not")[0].TextContent, StringComparison.Ordinal);
        await Choose(page, "Shirt M");
        await page.WaitForAssertionAsync(() => Assert.Equal("Customer owes €5.00", page.Find(".sum dt.sum").TextContent));
        await page.Find(".choices input[type=search]").ChangeAsync("mug");
        await page.WaitForAssertionAsync(() => Assert.Equal(["Mug"], page.FindAll(".choices b").Select(each => each.TextContent)));
        await Choose(page, "Mug");

        await page.WaitForAssertionAsync(() => Assert.Equal("We owe €11.00", page.Find(".sum dt.sum").TextContent));
    }

    [Fact]
    public async Task Shows_both_halves_and_the_difference_on_one_card()
    {
        await using var shop = await Given.Shop();
        var order = await Wardrobe(shop);
        await using var context = new PageContext(shop, shop.Support);
        var page = await Open(context, order);

        await Choose(page, "Shirt M");
        await page.Find("#exchange-reason").ChangeAsync("Does not fit");
        await page.Find("form[data-draft]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal([$"RMA-{order.Number}-1 is on its way."], context.Toasted));
        var card = page.Find("section[id^=exc_]");
        Assert.Contains("Customer owes €5.00", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 expected back", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("instead of Shirt S", card.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section[id^=ret_]"));
        Assert.Equal(ExchangeStatus.Approved, Assert.Single((await shop.Read(order.Id)).Exchanges).Status);
    }

    [Fact]
    public async Task Asks_for_what_is_missing_before_anything_is_sent()
    {
        await using var shop = await Given.Shop();
        var order = await Wardrobe(shop);
        await using var context = new PageContext(shop, shop.Support);
        var page = await Open(context, order);

        await page.Find("form[data-draft]").SubmitAsync();

        Assert.Equal(["Choose what goes out instead of Shirt S.", "Choose a reason."], page.FindAll("dialog [role=alert] li").Select(each => each.TextContent));
        Assert.Empty((await shop.Read(order.Id)).Exchanges);
    }

    [Fact]
    public async Task The_goods_are_received_from_the_card_and_a_manager_waives_the_difference()
    {
        await using var shop = await Given.Shop();
        var order = await Wardrobe(shop);
        var wanted = (await shop.ExchangeQueries().Choices(shop.Support, order.Id, order.Lines[0].Id)).OrThrow().First(each => each.Sku == "SHIRT-M");
        (await shop.Exchanges().Request(shop.Support, order.Id, ExchangeShop.Request(order, wanted.VariantId) with { Approve = true })).OrThrow();
        await using var context = new PageContext(shop, shop.Manager);
        var page = await context.OpenOrder(await shop.Read(order.Id));

        await page.FindAll("section[id^=exc_] button").First(each => each.TextContent == "Receive items").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog")));
        await page.Find("dialog .all button").ClickAsync(new());
        await page.Find("form[data-draft]").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("dialog")));
        await page.FindAll("section[id^=exc_] button").First(each => each.TextContent == "Waive the difference").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog")));
        await page.Find("#waive-reason").ChangeAsync("Our mistake");
        await page.Find("dialog form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("The difference is waived.", context.Toasted));
        var exchange = Assert.Single((await shop.Read(order.Id)).Exchanges);
        Assert.Equal((DifferenceState.Waived, ReturnStatus.Received), (exchange.DifferenceState, exchange.Return.Status));
        Assert.Contains("Our mistake", page.Find("section[id^=exc_]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_on_the_list_with_what_is_owed()
    {
        await using var shop = await Given.Shop();
        var order = await Wardrobe(shop);
        var wanted = (await shop.ExchangeQueries().Choices(shop.Support, order.Id, order.Lines[0].Id)).OrThrow().First(each => each.Sku == "SHIRT-M");
        (await shop.Exchanges().Request(shop.Support, order.Id, ExchangeShop.Request(order, wanted.VariantId) with { Approve = true })).OrThrow();
        await using var context = new PageContext(shop, shop.Support);

        var page = context.Open<ExchangeListPage>("/exchanges");

        await page.WaitForAssertionAsync(() => Assert.Equal($"RMA-{order.Number}-1", page.Find(".row-link").TextContent));
        Assert.Equal("€5.00", page.Find("tbody td:last-child").TextContent);
        Assert.Equal("Under way 1", string.Join(' ', page.FindAll(".tab")[2].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>One shirt of size S is with the customer; M costs more, L is sold out, a mug costs less.</summary>
    private static async Task<OrderView> Wardrobe(Shop shop)
    {
        await shop.Variant("SHIRT-S", price: 2000, product: "shirt", name: "Shirt S");
        await shop.Variant("SHIRT-M", price: 2500, product: "shirt", name: "Shirt M");
        await shop.Variant("SHIRT-L", price: 2500, product: "shirt", name: "Shirt L", onHand: 0);
        await shop.Variant("MUG", price: 900, product: "mug", name: "Mug");
        return await shop.Shipped(Given.Line("Shirt S", 1, price: 2000, sku: "SHIRT-S"));
    }

    private static Task<IRenderedComponent<OrderPage>> Open(PageContext context, OrderView order) => context.OpenDialog(order, "?dialog=exchange");

    private static Task Choose(IRenderedComponent<OrderPage> page, string name) =>
        page.FindAll("label.choice").First(each => each.QuerySelector("b")?.TextContent == name).QuerySelector("input")!.ChangeAsync(true);
}
