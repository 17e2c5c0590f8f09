using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Returns;

namespace OrdersAdmin.Tests.Components;

public sealed class PrintingAReturnSlip
{
    [Fact]
    public async Task Shows_the_number_as_words_and_as_a_picture_and_what_belongs_into_the_parcel()
    {
        await using var shop = await Given.Shop();
        var view = await shop.Approved(await shop.Shipped(Given.Line("Tote", 3, sku: "LT-NAT"), Given.Line("Mug", 1)), 2);
        await using var context = new PageContext(shop, shop.Ben);

        var slip = Open(context, view);

        Assert.Equal($"Return {view.Rma}", slip.Find("h1").TextContent);
        Assert.Equal($"QR code of {view.Rma}", slip.Find("svg.qr").GetAttribute("aria-label"));
        Assert.Contains("h1v1h-1z", slip.Find("svg.qr path").GetAttribute("d"), StringComparison.Ordinal);
        Assert.Equal(["Tote | LT-NAT | 2"], slip.FindAll("tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent))));
        Assert.DoesNotContain("€", slip.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_there_before_it_has_a_number_or_for_others()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 2));
        var approved = await shop.Approved(order, 1);
        var requested = await shop.Announced(await shop.Read(order.Id), 1);

        Assert.False(Missing(shop.Ben, approved));
        Assert.True(Missing(shop.Ben, requested));
        Assert.True(Missing(shop.Kenji, approved));

        bool Missing(Staff.Actor actor, ReturnView view)
        {
            using var context = new PageContext(shop, actor);
            var missing = false;
            context.Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missing = true;
            var page = context.Render<ReturnSlipPage>(parameters => parameters.Add(each => each.ReturnId, view.Id.ToString()));
            page.WaitForState(() => missing || page.FindAll("article").Count > 0);
            return missing;
        }
    }

    private static IRenderedComponent<ReturnSlipPage> Open(PageContext context, ReturnView view)
    {
        var page = context.Render<ReturnSlipPage>(parameters => parameters.Add(each => each.ReturnId, view.Id.ToString()));
        page.WaitForElement("article");
        return page;
    }
}
