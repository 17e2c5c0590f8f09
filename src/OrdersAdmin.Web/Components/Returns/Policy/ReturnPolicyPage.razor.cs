using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Returns.Policy;

/// <summary>What may come back on each site, until when, and what that costs.</summary>
public sealed partial class ReturnPolicyPage(ReturnPolicyWorkflow policies, SiteQueries siteQueries, StaffQueries staff, Toasts toasts, AuthenticationStateProvider authentication)
{
    private Actor actor = default!;
    private IReadOnlyList<SiteView> sites = [];
    private SiteView? shown;
    private ReturnPolicyDraft? draft;
    private Problem? problem;
    private int tries;
    private bool refused;
    private bool busy;

    /// <summary>The slug of the site whose policy is shown; without it the first one's.</summary>
    [SupplyParameterFromQuery]
    private string? Site { get; set; }

    private SiteView? Chosen => sites.FirstOrDefault(site => site.Slug == Site) ?? (sites is [var first, ..] ? first : null);

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        refused = await staff.Find(actor.StaffId!.Value) is not { Active: true } me || !me.Role.May(Permission.ManageReturnPolicy);
        if (refused)
            return;
        sites = await siteQueries.List(actor);
        await Load();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shown is not null && shown != Chosen)
            await Load();
    }

    private async Task Load()
    {
        (shown, problem) = (Chosen, null);
        if (shown is null)
            return;
        draft = (await policies.Get(actor, shown.Id)).TryGet(out var policy, out problem) ? new(policy) : null;
    }

    private async Task Save()
    {
        if (busy || draft is null || shown is null)
            return;
        busy = true;
        if (draft.Rules().TryGet(out var rules, out problem) && (await policies.Change(actor, shown.Id, rules, draft.Version)).TryGet(out var saved, out problem))
        {
            draft = new(saved);
            toasts.Show($"The return policy of {shown.Name} is saved.");
        }
        tries++;
        busy = false;
    }
}
