using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class NarrowingTheList(Shop shop) : Journey(shop)
{
    private ILocator Rows => Page.Locator("tbody tr");

    [Fact]
    public async Task Pages_to_older_orders_and_back_again()
    {
        await SignIn("ana@demo.example");
        // Other journeys bring orders in meanwhile; those of yesterday and before stay as they are.
        await Open($"/orders?site=acme&to={DateTimeOffset.UtcNow.AddDays(-2):yyyy-MM-dd}");
        var first = Rows.First.GetByRole(AriaRole.Link);
        var newest = await first.InnerTextAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Expect(first).Not.ToHaveTextAsync(newest);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Newer" }).ClickAsync();

        await Expect(first).ToHaveTextAsync(newest);
    }

    [Fact]
    public async Task Keeps_every_filter_in_the_address_so_that_back_and_paste_work()
    {
        await SignIn("ana@demo.example");
        await Open($"/orders?view=unfulfilled&payment=paid&site=kumo&to={DateTimeOffset.UtcNow.AddDays(-2):yyyy-MM-dd}");
        await Expect(Page.Locator("body")).ToContainTextAsync("Kumo");
        var (address, count) = (Page.Url, await Rows.CountAsync());

        await Page.GetByRole(AriaRole.Link, new() { Name = "Cancelled" }).ClickAsync();
        await Expect(Page).Not.ToHaveURLAsync(address);
        await Page.GoBackAsync();

        await Expect(Page).ToHaveURLAsync(address);
        await Expect(Rows).ToHaveCountAsync(count);
    }

    [Fact]
    public async Task Shows_markup_in_a_name_as_text()
    {
        const string markup = "<img src=x onerror=alert(1)><b>Bobby</b>";
        var order = await Given.Order(change: intake => intake with { Customer = new("bobby@example.com", markup), Note = markup, CustomerNote = markup, Tags = ["<i>tag</i>"] });
        await SignIn("ana@demo.example");

        await Open($"/orders?q={order.Number}");
        await Expect(Rows.First).ToContainTextAsync(markup);
        await OpenOrder(order.Id);

        await Expect(Page.GetByText(markup).First).ToBeVisibleAsync();
        await Expect(Page.GetByText("<i>tag</i>").First).ToBeVisibleAsync();
        Assert.Equal(0, await Page.Locator("img[src=x]").CountAsync());
    }
}
