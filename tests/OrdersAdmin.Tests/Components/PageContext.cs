using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.Exchanges;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Orders;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Hosting;

namespace OrdersAdmin.Tests.Components;

/// <summary>Renders components over a real shop, as somebody who is signed in.</summary>
internal sealed class PageContext : BunitContext
{
    // Ample for a machine that is busy with the other tests; a page answers in milliseconds.
    static PageContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    /// <param name="feed">What pages hear of changes by; the shop's own when null.</param>
    /// <param name="also">Adds what only some pages ask for.</param>
    public PageContext(Shop shop, Actor actor, OrderChanges? feed = null, Action<IServiceCollection>? also = null)
    {
        Services.AddSingleton<TimeProvider>(shop.Clock);
        Services.AddSingleton(shop.Orders).AddSingleton(shop.StaffQueries).AddSingleton(shop.SiteQueries)
            .AddSingleton(shop.Fulfillments).AddSingleton(shop.OrderWorkflow).AddSingleton(shop.Cancellation).AddSingleton(feed ?? shop.Database.Changes)
            .AddSingleton(new RefundQueries(shop.Database)).AddSingleton(new RefundWorkflow(shop.Database, new StripeOptions(), new RefundSignal(), shop.Clock))
            .AddSingleton(shop.Withdrawal(new StripeGateway(PaymentServices.NewClient(), new StripeOptions(), shop.Clock, NullLogger<StripeGateway>.Instance)));
        Services.AddSingleton(shop.Returns()).AddSingleton(shop.ReturnQueries()).AddSingleton(shop.ReturnPolicies()).AddSingleton(shop.Stock()).AddSingleton(shop.StockQueries())
            .AddSingleton(new StuckMoneyWorkflow(shop.Database, new RefundQueue(shop.Clock), shop.Clock));
        Services.AddSingleton(shop.Exchanges()).AddSingleton(shop.ExchangeQueries()).AddSingleton(new ShopAddress(new ShopOptions { PublicUrl = "https://shop.test" }, null!));
        Services.AddScoped<Toasts>();
        also?.Invoke(Services);
        this.AddAuthorization().SetAuthorized(actor.Name)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, actor.StaffId!.Value.ToString()), new Claim(ClaimTypes.GivenName, actor.Name));
        SetRendererInfo(new("Server", true));
        // What scripts do (focus, native dialogs) is for the browser's journeys to see.
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>The page at this address, once it shows an answer.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        Go(address);
        return Render<TPage>();
    }

    /// <summary>An order's page, once it shows the order.</summary>
    public async Task<IRenderedComponent<OrderPage>> OpenOrder(OrderView order, string query = "")
    {
        Go($"/orders/{order.Id}{query}");
        var page = Render<OrderPage>(parameters => parameters.Add(each => each.OrderId, order.Id.ToString()));
        await page.WaitForAssertionAsync(() => Assert.Equal($"#{order.Number}", page.Find("h1").TextContent));
        return page;
    }

    public IReadOnlyList<string> Toasted => [.. Services.GetRequiredService<Toasts>().Shown.Select(toast => toast.Text)];

    public string Address => Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri;

    public void Go(string address) => Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(address);
}
