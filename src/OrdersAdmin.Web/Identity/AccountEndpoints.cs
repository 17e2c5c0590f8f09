using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace OrdersAdmin.Web.Identity;

/// <summary>What is posted to from outside the account's own pages.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        var account = app.MapGroup("/account").WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        account.MapPost("/sign-out", SignOut);
        account.MapPost("/passkeys/creation-options", CreationOptions);
        account.MapPost("/passkeys/request-options", RequestOptions).AllowAnonymous();
    }

    private static async Task<IResult> SignOut(StaffSignIn door)
    {
        await door.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in");
    }

    private static async Task<IResult> CreationOptions(HttpContext context, StaffSignIn door, UserManager<StaffAccount> accounts)
    {
        if (await accounts.GetUserAsync(context.User) is not { } account)
            return Results.Unauthorized();
        var name = account.Email ?? account.Id;
        return Results.Content(await door.MakePasskeyCreationOptionsAsync(new() { Id = account.Id, Name = name, DisplayName = name }), "application/json");
    }

    // For nobody in particular: options for a person would tell that there is one.
    private static async Task<IResult> RequestOptions(StaffSignIn door) =>
        Results.Content(await door.MakePasskeyRequestOptionsAsync(null), "application/json");
}
