using Bunit;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Tests.Components;

public sealed class ReceivingFromTheDialog
{
    [Fact]
    public async Task Starts_empty_and_fills_in_everything_on_demand()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 2), Given.Line("Mug", 1));
        var view = await shop.Approved(order, 2, 1);
        await using var context = new PageContext(shop, shop.Ben);
        var page = await Receiving(context, order, view);

        Assert.All(page.FindAll("dialog input[type=number]"), field => Assert.Null(field.GetAttribute("value")));
        await page.Find("dialog .all button").ClickAsync(new());
        Assert.Equal("Nothing more is expected then.", page.Find(".actions [role=status]").TextContent);
        await page.Find("form[data-draft]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Single(context.Toasted));
        Assert.Equal((ReturnStatus.Received, 3), Now(await shop.Read(view.Id)));
    }

    [Fact]
    public async Task Sets_damaged_units_aside_writes_missing_ones_off_and_records_the_unexpected()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 4));
        var view = await shop.Approved(order, 4);
        await using var context = new PageContext(shop, shop.Ben);
        var page = await Receiving(context, order, view);

        await Type(page, "Arrived", "1");
        await Type(page, "Damaged", "1");
        await Type(page, "Not there", "1");
        await page.FindAll("dialog button.quiet").First(button => button.TextContent.Contains("not expected", StringComparison.Ordinal)).ClickAsync(new());
        await page.Find("#unexpected-0").ChangeAsync("4006381333931");
        await page.Find("form[data-draft]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Single(context.Toasted));
        var line = Assert.Single((await shop.Read(view.Id)).Lines);
        Assert.Equal((2, 1, 1, 1), (line.Received, line.Missing, line.Outstanding, line.ToInspect));
        var now = await shop.Read(view.Id);
        Assert.Equal((Disposition.Quarantine, 1), now.Inspections.Select(each => (each.Disposition, each.Quantity)).Single());
        Assert.Equal(("4006381333931", 1), now.Receipts.Single().Unexpected.Select(each => (each.What, each.Quantity)).Single());
        Assert.Contains("Not expected: 1 × 4006381333931", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_more_than_is_expected_and_keeps_the_count()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 2, sku: "LT"));
        var view = await shop.Approved(order, 2);
        await using var context = new PageContext(shop, shop.Ben);
        var page = await Receiving(context, order, view);

        await Type(page, "Arrived", "3");
        Assert.Equal("That is more than what is expected.", page.Find(".actions [role=status]").TextContent);
        await page.Find("form[data-draft]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("Only 2 of LT are still expected back.", page.Find("dialog [role=alert] span").TextContent));
        Assert.Equal("3", page.Find("dialog input[aria-label='Arrived: Tote']").GetAttribute("value"));
        Assert.Equal((ReturnStatus.Approved, 0), Now(await shop.Read(view.Id)));
    }

    [Fact]
    public async Task Tells_that_somebody_else_was_counting_and_goes_on_from_there()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 3));
        var view = await shop.Approved(order, 3);
        await using var context = new PageContext(shop, shop.Ben);
        var page = await Receiving(context, order, view);
        await Type(page, "Arrived", "2");
        await shop.Receive(view, 1);

        await page.Find("form[data-draft]").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("changed while you were looking", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        await page.Find("dialog [role=alert] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("2 of 3 expected", page.Find("dialog .units .muted").TextContent, StringComparison.Ordinal));
        Assert.Equal("2", page.Find("dialog input[aria-label='Arrived: Tote']").GetAttribute("value"));
        await page.Find("form[data-draft]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Single(context.Toasted));
        Assert.Equal((ReturnStatus.Received, 3), Now(await shop.Read(view.Id)));
    }

    [Fact]
    public async Task Inspecting_gives_each_unit_its_place_and_opens_the_refund_with_what_was_accepted()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 3, price: 2000), Given.Line("Mug", 1, price: 900));
        var view = await shop.Receive(await shop.Approved(order, 3, 1), 3, 1);
        await using var context = new PageContext(shop, shop.Support);
        var page = await context.OpenDialog(order, $"?dialog=inspect&return={view.Id}");

        await Type(page, "Restock", "2");
        await Type(page, "Discard", "1");
        await page.Find("dialog input[aria-label='Restock: Mug']").ChangeAsync("1");
        await page.Find("dialog input[aria-label='Pay the customer back for Mug']").ChangeAsync(false);
        await page.Find("form[data-draft]").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal([$"{view.Rma} is inspected."], context.Toasted));
        await page.FindAll("button").First(button => button.TextContent == "Refund accepted items").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog")));

        Assert.Equal(3, (await shop.Read(view.Id)).UnitsToRefund);
        Assert.Equal(["3", "0"], page.FindAll("dialog input[type=number]").Select(field => field.GetAttribute("value")));
        Assert.Equal("€60.00", page.Find("dialog dd.sum").TextContent);
    }

    private static Task<IRenderedComponent<OrderPage>> Receiving(PageContext context, OrderView order, ReturnView view) =>
        context.OpenDialog(order, $"?dialog=receive&return={view.Id}");

    private static Task Type(IRenderedComponent<OrderPage> page, string column, string text) => page.Find($"dialog input[aria-label='{column}: Tote']").ChangeAsync(text);

    private static (ReturnStatus, int) Now(ReturnView view) => (view.Status, view.Lines.Sum(line => line.Received));
}
