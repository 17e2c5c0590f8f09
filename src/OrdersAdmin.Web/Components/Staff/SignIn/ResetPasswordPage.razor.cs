using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff.SignIn;

public sealed partial class ResetPasswordPage
{
    private Problem? problem;
    private bool over;

    [Inject]
    private UserManager<StaffAccount> Accounts { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Code { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "repeat")]
    private string? Repeat { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        over = await Link() is null;
        // The form is not there any more, so nothing would take the post: show the page.
        if (over && HttpMethods.IsPost(Context.Request.Method))
            Navigation.NavigateTo(Navigation.Uri);
    }

    private async Task Reset()
    {
        if (await Link() is not var (account, token))
            return;
        problem = NewPassword.Check(Password, Repeat) ?? (await Accounts.ResetPasswordAsync(account, token, Password ?? "")).ToResult().Problem;
        if (problem is not null)
            return;
        // Whoever reads the mailbox is the person: an attacker's wrong attempts shall not keep them out.
        await Accounts.SetLockoutEndDateAsync(account, null);
        Navigation.NavigateTo("/account/sign-in?done=reset");
    }

    /// <summary>The account and its token while the link is good; the same nothing for every other reason.</summary>
    private async Task<(StaffAccount Account, string Token)?> Link() =>
        AccountLetters.Decode(Code) is { } token && await Accounts.FindByIdAsync(Id ?? "") is { } account
            && await Accounts.VerifyUserTokenAsync(account, Accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<StaffAccount>.ResetPasswordTokenPurpose, token)
            ? (account, token)
            : null;
}
