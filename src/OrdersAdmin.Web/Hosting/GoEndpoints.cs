using System.Globalization;
using System.Security.Claims;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Orders;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Hosting;

/// <summary>Short ways: "/" to the list, and <c>/go?q=</c> to whatever the search field's words mean.</summary>
internal static class GoEndpoints
{
    public static void MapGo(this WebApplication app)
    {
        app.MapGet("/", () => Results.LocalRedirect(OrderListAddress.Path)).AllowAnonymous();
        app.MapGet("/go", async (string? q, ClaimsPrincipal person, OrderQueries orders) => Results.LocalRedirect(await Target(q, person.Actor(), orders)))
            .RequireAuthorization();
    }

    /// <summary>An order's id or a number that only one order has leads to the order; everything else to the list that it finds.</summary>
    private static async Task<string> Target(string? text, Actor actor, OrderQueries orders)
    {
        text = text?.Trim() ?? "";
        if (Id<Order>.TryParse(text, null, out var id))
            return $"{OrderListAddress.Path}/{id}";
        if (int.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await orders.WithNumber(actor, number) is [var only])
            return $"{OrderListAddress.Path}/{only}";
        return new OrderListAddress { Search = text.Length == 0 ? null : text }.ToString();
    }
}
