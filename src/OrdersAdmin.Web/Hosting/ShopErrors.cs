using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace OrdersAdmin.Web.Hosting;

internal static class ShopErrors
{
    /// <summary>Every failure ends on a page of ours, with the code to quote.</summary>
    public static void UseShopErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowThePage);
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
    }

    // The page that tells what went wrong is only looked at. Had the request been a post, that page would be taken for the form's target,
    // and a token that was refused before would be refused there again.
    private static Task ShowThePage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        return next(context);
    }
}
