using Microsoft.AspNetCore.Components;
using OrdersAdmin.Web.Components;
using OrdersAdmin.Web.Components.Orders;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The interactive pages.</summary>
internal static class ShopPages
{
    public static void AddShopPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = 100;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5);
            circuits.DetailedErrors = builder.Environment.IsDevelopment();
        });
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<Toasts>();
        builder.Services.AddSingleton<PersistentComponentStateSerializer<OrderListState>, CompressedState<OrderListState>>();
    }

    public static void MapShopPages(this WebApplication app)
    {
        app.MapGo();
        app.MapReturnPhotos();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
    }
}
