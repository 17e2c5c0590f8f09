using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Components.Webhooks;

/// <summary>Who outside is told of changes. Only owners see it: the queries say so, not the page.</summary>
public sealed partial class WebhooksPage(
    WebhookQueries webhooks, WebhookWorkflow workflow, SiteQueries sites, AuthenticationStateProvider authentication, NavigationManager navigation)
    : SettingsList<WebhookView>("/settings/webhooks", sites, authentication, navigation)
{
    private WebhookSecretShown? made;

    protected override Task<Result<IReadOnlyList<WebhookView>>> Find() => webhooks.List(Actor);

    private async Task<Problem?> Add(WebhookView? before, WebhookDetails details)
    {
        if (!(await workflow.Create(Actor, details)).TryGet(out made, out var problem))
            return problem;
        await Load();
        Close();
        return null;
    }

    private void OpenMade() => Go($"/settings/webhooks/{made!.Id}");
}
