using AngleSharp.Dom;
using Bunit;
using OrdersAdmin.Inventory;
using OrdersAdmin.Web.Components.Inventory;
using StockListPage = OrdersAdmin.Web.Components.Inventory.StockListPage;

namespace OrdersAdmin.Tests.Components;

public sealed class LookingAtStock
{
    [Fact]
    public async Task Lists_by_sku_and_narrows_to_what_runs_low()
    {
        await using var shop = await Given.Shop();
        await Take(shop, ("MUG", 40), ("LT-NAT", 2));
        await using var context = new PageContext(shop, shop.Ben);

        var page = context.Open<StockListPage>("/stock");
        await page.WaitForAssertionAsync(() => Assert.Equal(["LT-NAT", "MUG"], Texts(page, ".row-link")));
        context.Go("/stock?view=low");
        await page.WaitForAssertionAsync(() => Assert.Equal(["LT-NAT"], Texts(page, ".row-link")));
        context.Go("/stock?q=mug");

        await page.WaitForAssertionAsync(() => Assert.Equal(["MUG"], Texts(page, ".row-link")));
    }

    [Fact]
    public async Task Adjusts_with_a_reason_and_shows_who_moved_what_and_why()
    {
        await using var shop = await Given.Shop();
        var mug = (await Take(shop, ("MUG", 40)))[0];
        await using var context = new PageContext(shop, shop.Manager);
        var page = await Open(context, mug, "?dialog=adjust");

        await page.Find("#adjust-units").ChangeAsync("-3");
        Assert.Equal("37 on hand then.", page.Find(".actions [role=status]").TextContent);
        await page.Find("dialog form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.StartsWith("Say why", page.Find("#adjust-reason-error").TextContent, StringComparison.Ordinal));
        await page.Find("#adjust-reason").ChangeAsync("Broken on the shelf");
        await page.Find("dialog form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(["37 of MUG are on hand now."], context.Toasted));
        Assert.Equal(["37", "0", "37", "0"], page.FindAll(".figures dd").Select(each => each.TextContent));
        var newest = page.Find("tbody tr").QuerySelectorAll("td").Select(Text).ToList();
        Assert.Equal(["Adjusted", "Mia Manager", "Broken on the shelf", "−3 37"], newest.Skip(1).Take(4));
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task Goes_below_nothing_only_when_that_is_meant()
    {
        await using var shop = await Given.Shop();
        var mug = (await Take(shop, ("MUG", 2)))[0];
        await using var context = new PageContext(shop, shop.Manager);
        var page = await Open(context, mug, "?dialog=adjust");

        await page.Find("#adjust-units").ChangeAsync("-5");
        await page.Find("#adjust-reason").ChangeAsync("Sold at the fair");
        await page.Find("dialog form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog [role=alert]")));
        await page.Find("dialog input[type=checkbox]").ChangeAsync(true);
        await page.Find("dialog form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(["-3 of MUG are on hand now."], context.Toasted));
        Assert.Contains("Overridden", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_no_change_to_who_may_not_make_it()
    {
        await using var shop = await Given.Shop();
        var mug = (await Take(shop, ("MUG", 2)))[0];
        await using var context = new PageContext(shop, shop.Ben);

        var page = await Open(context, mug, "?dialog=adjust", shut: true);

        Assert.Empty(page.FindAll("dialog, [data-key=a]"));
    }

    private static async Task<IReadOnlyList<StockRow>> Take(Shop shop, params (string Sku, int OnHand)[] articles)
    {
        (await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [.. articles.Select(each => new IntakeVariant(each.Sku, each.Sku, $"Article {each.Sku}", 1850, "EUR", each.OnHand))])).OrThrow();
        return (await new StockQueries(shop.Database).List(shop.Owner, new StockListQuery())).OrThrow().Rows;
    }

    private static async Task<IRenderedComponent<VariantPage>> Open(PageContext context, StockRow row, string query, bool shut = false)
    {
        context.Go($"/stock/{row.Id}{query}");
        var page = context.Render<VariantPage>(parameters => parameters.Add(each => each.VariantId, row.Id.ToString()));
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll(shut ? ".figures" : "dialog")));
        return page;
    }

    private static List<string> Texts(IRenderedComponent<StockListPage> page, string selector) => [.. page.FindAll(selector).Select(Text)];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
