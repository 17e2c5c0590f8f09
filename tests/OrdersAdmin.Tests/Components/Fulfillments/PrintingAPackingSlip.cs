using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Fulfillments;

namespace OrdersAdmin.Tests.Components;

public sealed class PrintingAPackingSlip
{
    [Fact]
    public async Task Lists_what_is_still_to_ship_without_prices_or_the_internal_note()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Intake(Given.Line("Tote <b>", 4, 4200, "LT-NAT"), Given.Digital("Gift card", 1)) with
        {
            Note = "Difficult customer",
            CustomerNote = "Happy birthday!",
        }), 1);
        await using var context = new PageContext(shop, shop.Ben);

        var slip = Open(context, order);

        Assert.Equal("Packing slip #" + order.Number, slip.Find("h1").TextContent);
        Assert.Equal(["Tote <b> | LT-NAT | 3 of 4"], slip.FindAll("tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent))));
        Assert.Equal("3 items in this box", slip.Find(".count").TextContent);
        Assert.Contains("1 Rue de la Paix", slip.Find("address").TextContent, StringComparison.Ordinal);
        Assert.Equal("Happy birthday!", slip.Find(".note").TextContent);
        Assert.DoesNotContain("Difficult", slip.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("€", slip.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_one_shipment()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Ship(await shop.Order(Given.Line("Tote", 4), Given.Line("Mug", 1)), 1, 1));
        await using var context = new PageContext(shop, shop.Ben);

        var slip = Open(context, order, $"?fulfillment={order.Fulfillments[0].Id}&size=4x6");

        Assert.Equal(["1 of 4", "1 of 1"], slip.FindAll("tbody .num").Select(each => each.TextContent));
        Assert.Equal("4x6", slip.Find("article").GetAttribute("data-paper"));
    }

    [Fact]
    public async Task Says_that_nothing_is_left_and_leads_to_what_left()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Line("Tote", 1)));
        await using var context = new PageContext(shop, shop.Ben);

        var slip = Open(context, order);

        Assert.Equal("Nothing of this order is left to ship.", slip.Find(".nothing").TextContent);
        Assert.Contains(order.Fulfillments[0].Id.ToString(), slip.Find("article li a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(slip.FindAll("[data-print]"));
    }

    [Fact]
    public async Task Is_not_there_for_others_or_for_what_did_not_leave()
    {
        await using var shop = await Given.Shop();
        var order = await shop.CancelFulfillment(await shop.Ship(await shop.Order(Given.Line("Tote", 1))), 1);

        Assert.True(Missing(shop.Kenji, ""));
        Assert.True(Missing(shop.Ben, "?fulfillment=ful_nonsense"));
        Assert.True(Missing(shop.Ben, $"?fulfillment={Id<Fulfillment>.New()}"));
        Assert.True(Missing(shop.Ben, $"?fulfillment={order.Fulfillments[0].Id}"));
        Assert.False(Missing(shop.Ben, ""));

        bool Missing(Actor actor, string query)
        {
            using var context = new PageContext(shop, actor);
            var missing = false;
            context.Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missing = true;
            context.Go($"/orders/{order.Id}/packing-slip{query}");
            var page = context.Render<PackingSlipPage>(parameters => parameters.Add(each => each.OrderId, order.Id.ToString()));
            page.WaitForState(() => missing || page.FindAll("article").Count > 0);
            return missing;
        }
    }

    private static IRenderedComponent<PackingSlipPage> Open(PageContext context, OrderView order, string query = "")
    {
        context.Go($"/orders/{order.Id}/packing-slip{query}");
        var page = context.Render<PackingSlipPage>(parameters => parameters.Add(each => each.OrderId, order.Id.ToString()));
        page.WaitForElement("article");
        return page;
    }
}
