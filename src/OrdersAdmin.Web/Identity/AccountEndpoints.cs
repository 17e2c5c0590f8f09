using Microsoft.AspNetCore.Antiforgery;

namespace OrdersAdmin.Web.Identity;

/// <summary>What is posted to from outside the account's own pages.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        var account = app.MapGroup("/account").AddEndpointFilter(Antiforgery).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        account.MapPost("/sign-out", async (StaffSignIn door) =>
        {
            await door.SignOutAsync();
            return Results.LocalRedirect("/account/sign-in");
        });
    }

    /// <summary>The middleware only takes note of a missing token; here it is refused.</summary>
    private static async ValueTask<object?> Antiforgery(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context) : Results.BadRequest();
}
