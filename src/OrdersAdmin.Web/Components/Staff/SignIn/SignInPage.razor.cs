using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff.SignIn;

public sealed partial class SignInPage
{
    private Problem? problem;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "remember")]
    private bool Remember { get; set; }

    private async Task SignIn()
    {
        var result = await Door.PasswordSignInAsync(Email ?? "", Password ?? "", Remember, lockoutOnFailure: true);
        if (result.Succeeded)
            Navigation.NavigateTo(LocalUrl.Or(ReturnUrl));
        else if (result.RequiresTwoFactor)
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/account/two-factor", new Dictionary<string, object?>(StringComparer.Ordinal) { ["returnUrl"] = ReturnUrl, ["remember"] = Remember ? true : null }));
        else if (result.IsLockedOut)
            Navigation.NavigateTo("/account/locked");
        else
            problem = new Problem.Refused("The email address or the password is wrong.");
    }
}
