using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff;

/// <summary>Who works here. Only owners see it: the workflow says so, not the page.</summary>
public sealed partial class StaffPage(SiteQueries sites, Toasts toasts, AuthenticationStateProvider authentication, NavigationManager navigation)
{
    // The browser sends the kept state back in one message; beyond 32 KB the connection dies without a word.
    private const int MostKept = 40;

    private Actor actor = default!;
    private Everybody? shown;
    private Problem? refusal;

    /// <summary>"invite" while that dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Dialog { get; set; }

    /// <summary>The person whose dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Edit { get; set; }

    /// <summary>As it was prerendered, so that the live page need not load it again; null when it is too large to keep.</summary>
    [PersistentState]
    public Everybody? Kept { get; set; }

    [Inject]
    private StaffSettings Settings { get; set; } = default!;

    private StaffRow? Edited => shown?.Rows.FirstOrDefault(row => row.Member.Id.ToString() == Edit);

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        shown = Kept;
        if (shown is null)
            await Load();
    }

    private async Task Load()
    {
        if ((await Settings.List(actor)).TryGet(out var rows, out refusal))
            shown = new Everybody(rows, await sites.List(actor));
        Kept = shown?.Rows.Count <= MostKept ? shown : null;
    }

    private async Task<Problem?> Invite(StaffDetails details)
    {
        var problem = (await Settings.Invite(actor, details)).Problem;
        await Load();
        if (problem is null)
        {
            toasts.Show($"The invitation to {details.Name.Trim()} is on its way.");
            Close();
        }
        return problem;
    }

    private async Task<Problem?> Save(StaffView before, StaffDetails details)
    {
        if ((await Settings.Change(actor, before, details)).Problem is { } problem)
            return problem;
        await Load();
        toasts.Show($"{details.Name.Trim()} is saved.");
        Close();
        return null;
    }

    private async Task InviteAgain(StaffRow row)
    {
        toasts.Show((await Settings.SendInvitation(actor, row.Member.Id)).Problem?.Message ?? $"The invitation to {row.Member.Name} is on its way again.");
        await Load();
    }

    private void Close() => navigation.NavigateTo("/settings/staff");

    private static string SitesOf(StaffView member) =>
        member.Role == Role.Owner ? "Every site" : member.Sites.Count == 0 ? "None" : string.Join(", ", member.Sites);

    public sealed record Everybody(IReadOnlyList<StaffRow> Rows, IReadOnlyList<SiteView> Sites);
}
