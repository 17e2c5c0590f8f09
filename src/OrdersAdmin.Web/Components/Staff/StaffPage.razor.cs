using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Staff;

/// <summary>Who works here. Only owners see it: the workflow says so, not the page.</summary>
public sealed partial class StaffPage(Toasts toasts, SiteQueries sites, AuthenticationStateProvider authentication, NavigationManager navigation)
    : SettingsList<StaffRow>("/settings/staff", sites, authentication, navigation)
{
    /// <summary>The person whose dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Edit { get; set; }

    [Inject]
    private StaffSettings Settings { get; set; } = default!;

    private StaffRow? Edited => Shown?.Rows.FirstOrDefault(row => row.Member.Id.ToString() == Edit);

    protected override Task<Result<IReadOnlyList<StaffRow>>> Find() => Settings.List(Actor);

    private async Task<Problem?> Invite(StaffDetails details)
    {
        var problem = (await Settings.Invite(Actor, details)).Problem;
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
        if ((await Settings.Change(Actor, before, details)).Problem is { } problem)
            return problem;
        await Load();
        toasts.Show($"{details.Name.Trim()} is saved.");
        Close();
        return null;
    }

    private async Task InviteAgain(StaffRow row)
    {
        toasts.Show((await Settings.SendInvitation(Actor, row.Member.Id)).Problem?.Message ?? $"The invitation to {row.Member.Name} is on its way again.");
        await Load();
    }

    private static string SitesOf(StaffView member) =>
        member.Role == Role.Owner ? "Every site" : member.Sites.Count == 0 ? "None" : string.Join(", ", member.Sites);
}
