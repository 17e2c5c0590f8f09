using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Tokens;

/// <summary>The keys of programs. Only owners see them: the workflow says so, not the page.</summary>
public sealed partial class TokensPage(ApiTokenQueries tokens, SiteQueries sites, Toasts toasts, AuthenticationStateProvider authentication, NavigationManager navigation)
{
    // The browser sends the kept state back in one message; beyond 32 KB the connection dies without a word.
    private const int MostKept = 40;

    private Actor actor = default!;
    private Everything? shown;
    private Problem? refusal;
    private MadeApiToken? made;

    /// <summary>"make" while that dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Dialog { get; set; }

    /// <summary>The token that is about to be revoked.</summary>
    [SupplyParameterFromQuery]
    private string? Revoke { get; set; }

    /// <summary>As it was prerendered, so that the live page need not load it again; null when it is too large to keep.</summary>
    [PersistentState]
    public Everything? Kept { get; set; }

    [Inject]
    private ApiTokenWorkflow Workflow { get; set; } = default!;

    private ApiTokenView? Revoked => shown?.Tokens.FirstOrDefault(token => token.Id.ToString() == Revoke && token.RevokedAt is null);

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        shown = Kept;
        if (shown is null)
            await Load();
    }

    private async Task Load()
    {
        if ((await tokens.List(actor)).TryGet(out var rows, out refusal))
            shown = new Everything(rows, await sites.List(actor));
        Kept = shown?.Tokens.Count <= MostKept ? shown : null;
    }

    private async Task<Problem?> Make(MakeApiToken command)
    {
        if (!(await Workflow.Make(actor, command)).TryGet(out made, out var problem))
            return problem;
        await Load();
        Close();
        return null;
    }

    private async Task<Problem?> RevokeIt(ApiTokenView token)
    {
        if ((await Workflow.Revoke(actor, token.Id)).Problem is { } problem)
            return problem;
        if (made?.Id == token.Id)
            Forget();
        await Load();
        toasts.Show($"{token.Name} is revoked.");
        Close();
        return null;
    }

    private void Forget() => made = null;

    private void Close() => navigation.NavigateTo("/settings/tokens");

    public sealed record Everything(IReadOnlyList<ApiTokenView> Tokens, IReadOnlyList<SiteView> Sites);
}
