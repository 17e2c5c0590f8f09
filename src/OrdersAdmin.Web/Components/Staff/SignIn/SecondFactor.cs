using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff.SignIn;

/// <summary>The step after the password: a page of its own for each way to take it.</summary>
public abstract class SecondFactor : ComponentBase
{
    [Inject]
    private protected StaffSignIn Door { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    protected string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    protected bool Remember { get; set; }

    [SupplyParameterFromForm(Name = "code")]
    protected string? Code { get; set; }

    protected Problem? Wrong { get; private set; }

    /// <summary>The digits and letters alone: apps show codes in groups.</summary>
    protected string Typed => string.Concat((Code ?? "").Where(char.IsLetterOrDigit));

    protected override async Task OnInitializedAsync()
    {
        if (await Door.GetTwoFactorAuthenticationUserAsync() is null)
            Navigation.NavigateTo(Address("/account/sign-in"));
    }

    protected void Go(SignInResult result, string refusal)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Succeeded)
            Navigation.NavigateTo(LocalUrl.Or(ReturnUrl));
        else if (result.IsLockedOut)
            Navigation.NavigateTo("/account/locked");
        else
            Wrong = new Problem.Invalid("code", refusal);
    }

    protected string Address(string path) => Navigation.GetUriWithQueryParameters(path, new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["returnUrl"] = ReturnUrl,
        ["remember"] = Remember ? true : null,
    });
}
