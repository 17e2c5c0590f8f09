using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff.SignIn;

public sealed partial class SignInPage
{
    private Problem? problem;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    /// <summary>What was done just before, and why one has to sign in.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "remember")]
    private bool Remember { get; set; }

    [SupplyParameterFromForm(Name = "credential")]
    private string? Credential { get; set; }

    private string? Notice => Done switch
    {
        "reset" => "Your password is changed. Sign in with the new one.",
        "everywhere" => "You are signed out everywhere. Open pages elsewhere end within a minute.",
        _ => null,
    };

    private async Task SignIn() =>
        Go(await Door.PasswordSignInAsync(Email ?? "", Password ?? "", Remember, lockoutOnFailure: true), "The email address or the password is wrong.");

    private async Task SignInWithPasskey()
    {
        const string Unknown = "This passkey is not known here. Sign in with your password.";
        try
        {
            Go(await Door.PasskeySignInAsync(Credential ?? ""), Unknown);
        }
        catch (Exception e) when (e is PasskeyException or InvalidOperationException)
        {
            // Nothing was asked for from this browser, or what it sent is no credential.
            problem = new Problem.Refused(Unknown);
        }
    }

    private void Go(SignInResult result, string refusal)
    {
        if (result.Succeeded)
            Navigation.NavigateTo(LocalUrl.Or(ReturnUrl));
        else if (result.RequiresTwoFactor)
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/account/two-factor", new Dictionary<string, object?>(StringComparer.Ordinal) { ["returnUrl"] = ReturnUrl, ["remember"] = Remember ? true : null }));
        else if (result.IsLockedOut)
            Navigation.NavigateTo("/account/locked");
        else
            problem = new Problem.Refused(refusal);
    }
}
