using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Components.Staff.Security;

public sealed partial class AuthenticatorSection
{
    private const int RecoveryCodeCount = 10;

    private string? key;
    private int left;
    private IReadOnlyList<string>? codes;

    /// <summary>"authenticator" while the app is being set up.</summary>
    [SupplyParameterFromQuery]
    private string? Setup { get; set; }

    [SupplyParameterFromForm(FormName = "authenticator", Name = "act")]
    private string? Wanted { get; set; }

    [SupplyParameterFromForm(FormName = "authenticator", Name = "current")]
    private string? Current { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Account.TwoFactorEnabled)
            left = await Accounts.CountRecoveryCodesAsync(Account);
        else if (Setup == "authenticator")
            key = await Accounts.GetAuthenticatorKeyAsync(Account);
    }

    private async Task Begin()
    {
        if (Account.TwoFactorEnabled)
            return;
        await Accounts.ResetAuthenticatorKeyAsync(Account);
        await StayHere();
        Navigation.NavigateTo("/account?setup=authenticator");
    }

    private async Task Confirm(string code)
    {
        if (Account.TwoFactorEnabled)
            return;
        if (!await Accounts.VerifyTwoFactorTokenAsync(Account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            Wrong = new Problem.Invalid("code", "This code is wrong or too old. Type the one that your app shows now.");
            return;
        }
        await Accounts.SetTwoFactorEnabledAsync(Account, true);
        await MakeCodes();
    }

    private async Task Act()
    {
        if (!await Accounts.CheckPasswordAsync(Account, Current ?? ""))
        {
            Wrong = new Problem.Invalid("current", "This is not your current password.");
            return;
        }
        if (Wanted == "codes")
        {
            await MakeCodes();
            return;
        }
        await Accounts.SetTwoFactorEnabledAsync(Account, false);
        // A key that was used once is not offered again.
        await Accounts.ResetAuthenticatorKeyAsync(Account);
        await StayHere();
        Told("authenticator-off");
    }

    private async Task MakeCodes()
    {
        codes = [.. await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Account, RecoveryCodeCount) ?? []];
        await StayHere();
    }
}
