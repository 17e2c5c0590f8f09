using Bunit;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Tests.Components;

/// <summary>Short ways to an open dialog of an order and to what it says.</summary>
internal static class Dialogs
{
    public static async Task<IRenderedComponent<OrderPage>> OpenDialog(this PageContext context, OrderView order, string query)
    {
        var page = await context.OpenOrder(order, query);
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog")));
        return page;
    }

    /// <summary>The sentence that a field names as its description.</summary>
    public static string Beside(this IRenderedComponent<OrderPage> page, string field) =>
        page.Find("#" + page.Find(field).GetAttribute("aria-describedby")!.Split(' ')[^1]).TextContent;
}
