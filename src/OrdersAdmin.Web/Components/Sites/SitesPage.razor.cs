using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Sites;

/// <summary>The storefronts of the shop.</summary>
public sealed partial class SitesPage(SiteQueries sites, SiteWorkflow workflow, StaffQueries staff, Toasts toasts, AuthenticationStateProvider authentication, NavigationManager navigation)
{
    private Actor actor = default!;
    private bool refused;

    /// <summary>"open" while the dialog for a new site is open.</summary>
    [SupplyParameterFromQuery]
    private string? Dialog { get; set; }

    /// <summary>The site whose dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Edit { get; set; }

    /// <summary>As it was prerendered, so that the live page need not load it again.</summary>
    [PersistentState]
    public IReadOnlyList<SiteView>? Kept { get; set; }

    private SiteView? Edited => Kept?.FirstOrDefault(site => site.Id.ToString() == Edit);

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        refused = await staff.Find(actor.StaffId!.Value) is not { Active: true } me || !me.Role.May(Permission.ManageSites);
        if (!refused && Kept is null)
            await Load();
    }

    private async Task Load() => Kept = await sites.List(actor);

    private async Task<Problem?> Save(SiteView? before, SiteDetails details)
    {
        var saved = before is null ? await workflow.Open(actor, details) : await workflow.Change(actor, before.Id, details, before.Version);
        if (!saved.TryGet(out var site, out var problem))
            return problem;
        await Load();
        toasts.Show(before is null ? $"{site.Name} is open." : $"{site.Name} is saved.");
        Close();
        return null;
    }

    private void Close() => navigation.NavigateTo("/settings/sites");
}
