using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Tests.Components;

public sealed class OpeningAnOrder
{
    [Fact]
    public async Task Shows_where_each_unit_is()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(
            Given.Line("Tote", 4, 4200, "LT-NAT") with { Removed = 1 }, Given.Line("Mug", 1, 1850), Given.Digital("Gift card", 1, 5000)), 2);
        await using var context = new PageContext(shop, shop.Ben);

        var page = await context.OpenOrder(order);

        Assert.Equal(
        [
            "Tote | LT-NAT · 2 of 3 shipped | 1 × €42.00 | €42.00",
            "Mug | 0 of 1 shipped | 1 × €18.50 | €18.50",
            "Tote | LT-NAT | 2 × €42.00 | €84.00",
            "Gift card | needs no shipping | 1 × €50.00 | €50.00",
            "Tote | LT-NAT · removed before it shipped | 1 × €42.00 | €42.00",
        ], Rows(page));
        Assert.Contains("by Ana", page.Find(".how").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_a_cancelled_order_leaves_behind_and_offers_nothing()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Tote", 2)) with { CancelledOn = Given.Today, CancelReason = "Changed their mind" });
        await using var context = new PageContext(shop, shop.Ben);

        var page = await context.OpenOrder(order, "?dialog=fulfill");

        Assert.Equal(["Tote | did not ship | 2 × €10.00 | €20.00"], Rows(page));
        Assert.Contains("Changed their mind", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-key=f], dialog"));
    }

    [Theory]
    [InlineData("EUR", "€302.50")]
    [InlineData("JPY", "¥30,250")]
    [InlineData("KWD", "KWD 30.250")]
    public async Task Explains_every_figure_by_a_sum_that_adds_up(string currency, string subtotal)
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Tote", 1, 30250)) with
        {
            Currency = currency,
            DiscountLines = [new("Welcome", "WELCOME", 1000)],
            ShippingLine = new("Tracked", 500),
            Totals = new OrderTotals(30250, 1000, 500, 1923, 31673),
            Payments = [new IntakePayment("stripe", "pi_1", "Visa ••4242", Captured: 31673, Refunded: 1423)],
        });
        await using var context = new PageContext(shop, shop.Ben);

        var page = await context.OpenOrder(order);

        Assert.Equal(subtotal, page.Find(".subtotal summary .num").TextContent);
        Assert.Equal(["Subtotal", "Discount (WELCOME)", "Shipping", "Tax", "Total", "Paid, Visa ••4242", "Refunded", "Refundable"],
            page.FindAll(".figures summary > span:first-child").Select(each => each.TextContent));
        Assert.All(order.Money, figure => Assert.Equal(figure.Amount.Minor, figure.Parts.Sum(part => part.Amount.Minor)));
        Assert.All(page.FindAll(".figures details"), figure =>
            Assert.Equal(figure.QuerySelector("summary .num")!.TextContent, figure.QuerySelector("tfoot .num")!.TextContent));
        Assert.Equal(order.Money.Sum(figure => figure.Parts.Count), page.FindAll(".figures tbody tr").Count);
        Assert.Empty(page.FindAll(".differs"));
    }

    [Fact]
    public async Task Says_so_when_the_totals_do_not_add_up()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Tote", 1)) with { ChannelName = "Bazaar", Totals = new OrderTotals(1000, 0, 0, 0, 1100) });
        await using var context = new PageContext(shop, shop.Ben);

        var page = await context.OpenOrder(order);

        Assert.Equal("These totals do not add up. They are shown as Bazaar sent them.", page.Find(".differs").TextContent);
        Assert.Contains("Not explained by Bazaar", page.Find(".total table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_others_wrote_as_text()
    {
        const string html = "<script>alert(1)</script><b class=evil>x</b>";
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line(html, 1, sku: html)) with
        {
            Customer = new IntakeCustomer("zoe@example.com", html, html),
            ShippingAddress = new Address { Name = html, Line1 = html, City = html },
            Note = html,
            CustomerNote = html,
            Tags = ["<b class=evil>x</b>"],
            FormSubmission = [new(html, html)],
        });
        await using var context = new PageContext(shop, shop.Ben);

        var page = await context.OpenOrder(order, "?dialog=fulfill");

        Assert.Empty(page.FindAll("script, .evil"));
        Assert.Equal(html, page.Find(".text").TextContent);
        Assert.Equal(html, page.Find("dialog label.strong").TextContent);
    }

    [Fact]
    public async Task Tells_who_bought_it_and_how_much_they_buy()
    {
        await using var shop = await Given.Shop();
        await shop.Order(Given.Intake(Given.Line("Kimono", 1, 9000)) with { Currency = "JPY" });
        var order = await shop.Order(Given.Line("Tote", 1, 4200));
        await using var context = new PageContext(shop, shop.Ben);

        var page = await context.OpenOrder(order);

        var link = page.Find("a.all");
        Assert.Equal(("2 orders", $"/orders?customer={order.Buyer.CustomerId}"), (link.TextContent, link.GetAttribute("href")));
        Assert.Contains("€42.00", page.Find(".since").TextContent, StringComparison.Ordinal);
        Assert.Contains("¥9,000", page.Find(".since").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://example.com/track", true)]
    public async Task Links_to_the_parcel_only_where_that_is_a_web_address(string url, bool linked)
    {
        await using var shop = await Given.Shop();
        var taken = await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, Given.Intake(Given.Line("Tote", 1)) with
        {
            Fulfillments = [new IntakeFulfillment { Carrier = "DHL", TrackingNumber = "JJD1", TrackingUrl = url, ShipDate = Given.Today }],
        });
        if (!linked)
        {
            Assert.IsType<Problem.Invalid>(taken.Problem);
            return;
        }
        await using var context = new PageContext(shop, shop.Ben);

        var link = (await context.OpenOrder(await shop.Read(taken.OrThrow().OrderId))).Find(".tracking");

        Assert.Equal(("JJD1", url, "_blank", "noopener noreferrer"), (link.TextContent, link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel")));
    }

    [Fact]
    public async Task Looks_the_same_for_an_order_of_another_site_as_for_none()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 1));

        Assert.Equal((1, 1, 1), (await Missed(order.Id.ToString()), await Missed(Id<Order>.New().ToString()), await Missed("ord_nonsense")));

        async Task<int> Missed(string id)
        {
            await using var context = new PageContext(shop, shop.Kenji);
            var missed = 0;
            context.Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missed++;
            var page = context.Render<OrderPage>(parameters => parameters.Add(each => each.OrderId, id));
            await page.WaitForAssertionAsync(() => Assert.Equal(1, missed));
            Assert.DoesNotContain("Tote", page.Markup, StringComparison.Ordinal);
            return missed;
        }
    }

    [Theory]
    [InlineData("", "/orders")]
    [InlineData("?view=unfulfilled&q=zoë", "/orders?view=unfulfilled&q=zo%C3%AB")]
    [InlineData("https://evil.example/", "/orders")]
    [InlineData("//evil.example/?q=x", "/orders")]
    [InlineData("?status=nonsense", "/orders")]
    public async Task Leads_back_to_the_list_as_it_was_left_and_nowhere_else(string from, string address)
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ben);

        var page = await context.OpenOrder(await shop.Order(Given.Line("Tote", 1)), "?from=" + Uri.EscapeDataString(from));

        Assert.Equal(address, page.Find(".back").GetAttribute("href"));
    }

    [Fact]
    public async Task Keeps_an_ordinary_order_for_the_live_page_and_loads_a_huge_one_again()
    {
        await using var shop = await Given.Shop();
        var ordinary = await shop.Order(Given.Line("Tote", 2), Given.Line("Mug", 1));
        var huge = await shop.Order([.. Enumerable.Range(1, 120).Select(i => Given.Line($"Item {i}", 1))]);
        await using var context = new PageContext(shop, shop.Ben);

        var (small, large) = ((await context.OpenOrder(ordinary)).Instance.Kept, (await context.OpenOrder(huge)).Instance.Kept);

        Assert.Equal(ordinary.Id, small?.Id);
        Assert.Null(large);
    }

    private static IEnumerable<string> Rows(IRenderedComponent<OrderPage> page) => page.FindAll("li.line").Select(row =>
        string.Join(" | ", row.QuerySelectorAll(".what > div, .num").Select(each => each.TextContent)));
}
