using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff.SignIn;

public sealed partial class AcceptPage
{
    private Problem? problem;
    private string? name;
    private string? email;

    [Inject]
    private UserManager<StaffAccount> Accounts { get; set; } = default!;

    [Inject]
    private StaffSignIn Door { get; set; } = default!;

    [Inject]
    private StaffQueries Staff { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string Id { get; set; } = "";

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Code { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "repeat")]
    private string? Repeat { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Invited() is { } account && await Staff.Find(account.StaffId) is { Active: true } member)
            (name, email) = (member.Name, member.Email);
        // The form is not there any more, so nothing would take the post: show the page.
        else if (HttpMethods.IsPost(Context.Request.Method))
            Navigation.NavigateTo(Navigation.Uri);
    }

    private async Task Accept()
    {
        if (name is null || await Invited() is not { } account)
            return;
        problem = NewPassword.Check(Password, Repeat) ?? (await Accounts.AddPasswordAsync(account, Password ?? "")).ToResult().Problem;
        if (problem is not null)
            return;
        await Door.SignInAsync(account, isPersistent: false);
        Navigation.NavigateTo(LocalUrl.Home);
    }

    private async Task<StaffAccount?> Invited() =>
        AccountLetters.Decode(Code) is { } code && await Accounts.FindByIdAsync(Id) is { PasswordHash: null } account
            && await Accounts.VerifyUserTokenAsync(account, InvitationTokens.Provider, InvitationTokens.Purpose, code)
            ? account
            : null;
}
