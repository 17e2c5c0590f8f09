using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Components.Webhooks;

/// <summary>Who outside is told of changes. Only owners see it: the queries say so, not the page.</summary>
public sealed partial class WebhooksPage(WebhookQueries webhooks, WebhookWorkflow workflow, SiteQueries sites, AuthenticationStateProvider authentication, NavigationManager navigation)
{
    private Actor actor = default!;
    private IReadOnlyList<SiteView> choices = [];
    private WebhookSecretShown? made;
    private Problem? refusal;

    /// <summary>"add" while the dialog for a new endpoint is open.</summary>
    [SupplyParameterFromQuery]
    private string? Dialog { get; set; }

    /// <summary>As it was prerendered, so that the live page need not load it again.</summary>
    [PersistentState]
    public IReadOnlyList<WebhookView>? Kept { get; set; }

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        choices = await sites.List(actor);
        if (Kept is null)
            await Load();
    }

    private async Task Load()
    {
        if ((await webhooks.List(actor)).TryGet(out var found, out refusal))
            Kept = found;
    }

    private async Task<Problem?> Add(WebhookView? before, WebhookDetails details)
    {
        if (!(await workflow.Create(actor, details)).TryGet(out made, out var problem))
            return problem;
        await Load();
        Close();
        return null;
    }

    private void Close() => navigation.NavigateTo("/settings/webhooks");

    private void OpenMade() => navigation.NavigateTo($"/settings/webhooks/{made!.Id}");
}
