namespace OrdersAdmin.Web.Hosting;

internal static class ShopErrors
{
    /// <summary>Every failure ends on a page of ours, with the code to quote.</summary>
    public static void UseShopErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
    }
}
