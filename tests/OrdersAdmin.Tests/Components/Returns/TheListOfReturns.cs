using AngleSharp.Dom;
using Bunit;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Returns;
using ReturnListPage = OrdersAdmin.Web.Components.Returns.ReturnListPage;

namespace OrdersAdmin.Tests.Components;

public sealed class TheListOfReturns
{
    [Fact]
    public async Task Shows_what_is_open_with_a_count_a_tab_and_leads_to_the_card()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 3));
        var view = await shop.Receive(await shop.Approved(order, 2), 1);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.Announced(await shop.Read(order.Id), 1);
        await using var context = new PageContext(shop, shop.Support);

        var page = context.Open<ReturnListPage>("/returns");

        await page.WaitForAssertionAsync(() => Assert.Equal(["Not approved", view.Rma!], Texts(page, ".row-link")));
        Assert.Equal([view.Rma!, $"#{order.Number}", "Zoë Müller", "Partially received", "5 min ago", "Changed their mind", "1 of 2"], Texts(page, "tbody tr:last-child td"));
        Assert.Equal($"/orders/{order.Id}#{view.Id}", page.Find("tbody tr:last-child .row-link").GetAttribute("href"));
        Assert.Equal("Open 2", Text(page.Find(".tab[aria-current=page]")));
    }

    [Fact]
    public async Task Follows_its_address_by_tab_search_and_age()
    {
        await using var shop = await Given.Shop();
        var old = await shop.Approved(await shop.Shipped(Given.Line("Tote", 1)), 1);
        shop.Clock.Advance(TimeSpan.FromDays(8));
        var fresh = await shop.Approved(await shop.Shipped(Given.Line("Mug", 1)), 1);
        await using var context = new PageContext(shop, shop.Support);

        var page = context.Open<ReturnListPage>("/returns?days=7");
        await page.WaitForAssertionAsync(() => Assert.Equal([old.Rma!], Texts(page, ".row-link")));
        context.Go($"/returns?q={fresh.Rma}");
        await page.WaitForAssertionAsync(() => Assert.Equal([fresh.Rma!], Texts(page, ".row-link")));
        context.Go("/returns?view=requested");

        await page.WaitForAssertionAsync(() => Assert.Equal("No return waits for approval", page.Find(".empty h2").TextContent));
    }

    [Theory]
    [InlineData("/returns", "No returns here")]
    [InlineData("/returns?q=nobody", "Nothing matches")]
    [InlineData("/returns?days=soon", "This list cannot be shown")]
    [InlineData("/returns?view=lost", "This list cannot be shown")]
    [InlineData("/returns?page=nonsense", "This list cannot be shown")]
    public async Task Says_why_it_is_empty(string address, string heading)
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ana);

        var page = context.Open<ReturnListPage>(address);

        await page.WaitForAssertionAsync(() => Assert.Equal(heading, page.Find(".empty h2").TextContent));
    }

    [Theory]
    [InlineData("?view=expected&q=RMA-1040&site=acme&days=3")]
    [InlineData("")]
    [InlineData("?page=abc")]
    public void Reads_back_what_it_writes(string query) =>
        Assert.Equal(ReturnListAddress.Path + query, ReturnListAddress.Read(query).OrThrow().ToString());

    private static List<string> Texts(IRenderedComponent<ReturnListPage> page, string selector) => [.. page.FindAll(selector).Select(Text)];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
