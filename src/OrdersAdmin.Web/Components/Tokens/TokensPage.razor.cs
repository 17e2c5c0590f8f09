using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Tokens;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Tokens;

/// <summary>The keys of programs. Only owners see them: the workflow says so, not the page.</summary>
public sealed partial class TokensPage(
    ApiTokenQueries tokens, ApiTokenWorkflow workflow, Toasts toasts, SiteQueries sites, AuthenticationStateProvider authentication, NavigationManager navigation)
    : SettingsList<ApiTokenView>("/settings/tokens", sites, authentication, navigation)
{
    private MadeApiToken? made;

    /// <summary>The token that is about to be revoked.</summary>
    [SupplyParameterFromQuery]
    private string? Revoke { get; set; }

    private ApiTokenView? Revoked => Shown?.Rows.FirstOrDefault(token => token.Id.ToString() == Revoke && token.RevokedAt is null);

    protected override Task<Result<IReadOnlyList<ApiTokenView>>> Find() => tokens.List(Actor);

    private async Task<Problem?> Make(MakeApiToken command)
    {
        if (!(await workflow.Make(Actor, command)).TryGet(out made, out var problem))
            return problem;
        await Load();
        Close();
        return null;
    }

    private async Task<Problem?> RevokeIt(ApiTokenView token)
    {
        if ((await workflow.Revoke(Actor, token.Id)).Problem is { } problem)
            return problem;
        if (made?.Id == token.Id)
            Forget();
        await Load();
        toasts.Show($"{token.Name} is revoked.");
        Close();
        return null;
    }

    private void Forget() => made = null;
}
