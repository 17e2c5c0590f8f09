using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff.Security;

/// <summary>One part of the page about one's own sign-in; each has its forms.</summary>
public abstract class AccountSection : ComponentBase
{
    [Inject]
    private protected UserManager<StaffAccount> Accounts { get; set; } = default!;

    [Inject]
    private protected StaffSignIn Door { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    protected HttpContext Context { get; set; } = default!;

    private protected StaffAccount Account { get; private set; } = default!;

    protected Problem? Wrong { get; private protected set; }

    protected override async Task OnInitializedAsync() =>
        Account = await Accounts.GetUserAsync(Context.User) ?? throw new InvalidOperationException("Somebody without an account is signed in.");

    /// <summary>This device stays signed in although the change renewed the stamp, which ends every other session.</summary>
    protected Task StayHere() => Door.RefreshSignInAsync(Account);

    /// <summary>To the same page, so that a reload repeats nothing; it tells what was done.</summary>
    protected void Told(string done) => Navigation.NavigateTo($"/account?done={done}");
}
