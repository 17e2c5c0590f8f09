using AngleSharp.Dom;
using Bunit;
using OrdersAdmin.Channels;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Orders;
using OrderListPage = OrdersAdmin.Web.Components.Orders.OrderListPage;

namespace OrdersAdmin.Tests.Components;

public sealed class TheOrderList
{
    [Fact]
    public async Task Shows_a_row_an_order_newest_first_each_with_a_link()
    {
        await using var shop = await Given.Shop();
        var older = await shop.Order(Given.Line("Mug", 2, price: 1850));
        var newer = await shop.Order(Given.Intake(Given.Line("Tote", 1)) with { CreatedOn = Given.Today });
        await using var context = new PageContext(shop, shop.Ana);

        var page = context.Open<OrderListPage>("/orders");

        await page.WaitForAssertionAsync(() => Assert.Equal([$"#{newer.Number}", $"#{older.Number}"], Texts(page, ".row-link")));
        Assert.Equal($"/orders/{newer.Id}", page.Find(".row-link").GetAttribute("href"));
        Assert.Equal(["#1001", "1 h ago", "Zoë Müller", "web", "Paid", "Unfulfilled", "2", "€37.00"], Texts(page, "tbody tr:last-child td"));
        Assert.Equal("2 of 2 orders", page.Find(".foot [role=status]").TextContent);
    }

    [Fact]
    public async Task Shows_the_site_and_the_currency_code_where_they_differ()
    {
        await using var shop = await Given.Shop();
        await shop.Order(Given.Line("Mug", 1, price: 123_456));
        await shop.Order(Given.Intake(Given.Line("Tea", 1, price: 1204)) with { CreatedOn = Given.Today }, shop.Kumo);
        await using var context = new PageContext(shop, shop.Manager);

        var page = context.Open<OrderListPage>("/orders");

        await page.WaitForAssertionAsync(() => Assert.Equal(["¥1,204 JPY", "€1,234.56 EUR"], Texts(page, "tbody td:last-child")));
        Assert.Equal(["雲 Kumo", "Acme Outdoor"], Texts(page, "tbody td:nth-child(4)"));
    }

    [Fact]
    public async Task Shows_names_as_text_whatever_is_in_them()
    {
        await using var shop = await Given.Shop();
        const string name = "<script>alert(1)</script><b>Bold</b>";
        await shop.Order(Given.Intake(Given.Line("Mug", 1)) with { Customer = new IntakeCustomer("b@example.com", name), ChannelName = "<i>web</i>" });
        await using var context = new PageContext(shop, shop.Ana);

        var page = context.Open<OrderListPage>("/orders");

        await page.WaitForAssertionAsync(() => Assert.Equal(name, page.Find("tbody bdi").TextContent));
        Assert.Empty(page.FindAll("tbody script, tbody b, tbody i"));
    }

    [Fact]
    public async Task Marks_test_orders()
    {
        await using var shop = await Given.Shop();
        await shop.Order(Given.Intake(Given.Line("Mug", 1)) with { TestMode = true });
        await using var context = new PageContext(shop, shop.Ana);

        var page = context.Open<OrderListPage>("/orders");

        await page.WaitForAssertionAsync(() => Assert.Equal("Test", page.Find("tbody td:first-child .badge").TextContent.Trim()));
    }

    [Fact]
    public async Task Shows_what_its_address_says_and_follows_it()
    {
        await using var shop = await Given.Shop();
        var shipped = await shop.Ship(await shop.Order(Given.Line("Mug", 1)));
        var waiting = await shop.Order(Given.Line("Tote", 1));
        await using var context = new PageContext(shop, shop.Ana);

        var page = context.Open<OrderListPage>("/orders?view=unfulfilled");
        await page.WaitForAssertionAsync(() => Assert.Equal([$"#{waiting.Number}"], Texts(page, ".row-link")));
        Assert.Equal("Unfulfilled 1", Text(page.Find(".tab[aria-current=page]")));

        context.Go("/orders?status=fulfilled&q=zoe");
        await page.WaitForAssertionAsync(() => Assert.Equal([$"#{shipped.Number}"], Texts(page, ".row-link")));
        Assert.Equal("Status is Fulfilled", Text(page.Find(".chip.on summary")));
        Assert.Equal("/orders?q=zoe", page.Find(".chip.on .remove").GetAttribute("href"));
        Assert.Equal("zoe", page.Find("input[name=q]:not([type=hidden])").GetAttribute("value"));
        Assert.Equal($"/orders/{shipped.Id}?from=%3Fstatus%3Dfulfilled%26q%3Dzoe", page.Find(".row-link").GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_by_links_in_both_directions()
    {
        await using var shop = await Given.Shop();
        for (var i = 0; i < OrderListQuery.DefaultLimit + 2; i++)
            await shop.Order(Given.Intake(Given.Line("Mug", 1)) with { CreatedOn = Given.Today.AddMinutes(i - 100) });
        await using var context = new PageContext(shop, shop.Ana);

        var page = context.Open<OrderListPage>("/orders");
        await page.WaitForAssertionAsync(() => Assert.Equal("50 of 52 orders", page.Find(".foot [role=status]").TextContent));
        Assert.Empty(page.FindAll("a[rel=prev]"));
        context.Go(page.Find("a[rel=next]").GetAttribute("href")!);
        await page.WaitForAssertionAsync(() => Assert.Equal(["#1002", "#1001"], Texts(page, ".row-link")));
        Assert.Empty(page.FindAll("a[rel=next]"));
        context.Go(page.Find("a[rel=prev]").GetAttribute("href")!);

        await page.WaitForAssertionAsync(() => Assert.Equal("#1052", Texts(page, ".row-link")[0]));
    }

    [Theory]
    [InlineData("/orders", "No orders yet")]
    [InlineData("/orders?view=unpaid", "Every order is paid")]
    [InlineData("/orders?q=nobody", "No orders match")]
    [InlineData("/orders?older=0000000000000001", "The list ends here")]
    [InlineData("/orders?older=nonsense", "This list cannot be shown")]
    [InlineData("/orders?status=lost", "This list cannot be shown")]
    [InlineData("/orders?site=kumo", "This list cannot be shown")]
    public async Task Says_why_it_is_empty_and_what_to_do(string address, string heading)
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ana);

        var page = context.Open<OrderListPage>(address);

        await page.WaitForAssertionAsync(() => Assert.Equal(heading, page.Find(".empty h2").TextContent));
        Assert.True(heading == "No orders yet" || page.FindAll(".empty a").Count > 0);
    }

    [Fact]
    public async Task Shows_nothing_of_other_sites()
    {
        await using var shop = await Given.Shop();
        await shop.Order(Given.Line("Mug", 1));
        await using var context = new PageContext(shop, shop.Kenji);

        var page = context.Open<OrderListPage>("/orders");

        await page.WaitForAssertionAsync(() => Assert.Equal("No orders yet", page.Find(".empty h2").TextContent));
        Assert.Equal("All 0", Text(page.Find(".tab[aria-current=page]")));
    }

    private static List<string> Texts(IRenderedComponent<OrderListPage> page, string selector) => [.. page.FindAll(selector).Select(Text)];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
