using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Hosting;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff.SignIn;

public sealed partial class SetupPage
{
    private Problem? problem;
    private bool open;

    [Inject]
    private ShopSetup Setup { get; set; } = default!;

    [Inject]
    private UserManager<StaffAccount> Accounts { get; set; } = default!;

    [Inject]
    private StaffSignIn Door { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "repeat")]
    private string? Repeat { get; set; }

    [SupplyParameterFromForm(Name = "site")]
    private string? SiteName { get; set; }

    [SupplyParameterFromForm(Name = "slug")]
    private string? Slug { get; set; }

    [SupplyParameterFromForm(Name = "currency")]
    private string? Currency { get; set; }

    [SupplyParameterFromForm(Name = "zone")]
    private string? TimeZone { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (Currency, TimeZone) = (Currency ?? "EUR", TimeZone ?? "UTC");
        open = await Setup.Opens(Token);
        if (open)
            return;
        // The form is not there any more, so nothing would take the post: show the page.
        if (HttpMethods.IsPost(Context.Request.Method))
            Navigation.NavigateTo(Navigation.Uri);
        else
            Navigation.NotFound();
    }

    private async Task Found()
    {
        if (NewPassword.Check(Password, Repeat) is { } differ)
        {
            problem = differ;
            return;
        }
        var site = new SiteDetails(Slug ?? "", SiteName ?? "", Currency!, TimeZone!);
        if (!(await Setup.Found(Token, new Founding(Name ?? "", Email ?? "", Password ?? "", site))).TryGet(out var owner, out problem))
            return;
        await Door.SignInAsync((await Accounts.FindByIdAsync(owner.ToString()))!, isPersistent: false);
        Navigation.NavigateTo(LocalUrl.Home);
    }
}
