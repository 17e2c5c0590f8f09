using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>The refund policy of each site. Owners only.</summary>
public sealed partial class PolicyPage(
    SiteQueries sites, RefundPolicyWorkflow policies, StaffQueries staff, Toasts toasts, AuthenticationStateProvider authentication, NavigationManager navigation)
{
    private static readonly IReadOnlyList<Role> Roles = [.. Enum.GetValues<Role>().Where(role => role.May(Permission.RequestRefunds))];

    private Actor actor = default!;
    private bool refused;
    private IReadOnlyList<PolicyRow>? rows;

    /// <summary>The site whose dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Edit { get; set; }

    private PolicyRow? Edited => rows?.FirstOrDefault(row => row.Site.Id.ToString() == Edit);

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        refused = await staff.Find(actor.StaffId!.Value) is not { Active: true } me || !me.Role.May(Permission.ManageRefundPolicy);
        if (!refused)
            await Load();
    }

    private async Task Load()
    {
        var found = new List<PolicyRow>();
        foreach (var site in await sites.List(actor))
            if ((await policies.Get(actor, site.Id)).TryGet(out var policy, out _))
                found.Add(new(site, policy));
        rows = found;
    }

    private async Task<Problem?> Save(PolicyRow row, RefundPolicyDetails details, int version)
    {
        if ((await policies.Change(actor, row.Site.Id, details, version)).Problem is { } problem)
            return problem;
        await Load();
        toasts.Show($"The refund policy of {row.Site.Name} is saved.");
        Close();
        return null;
    }

    private void Close() => navigation.NavigateTo("/settings/refunds");

    /// <summary>A site with its policy, as a row.</summary>
    private sealed record PolicyRow(SiteView Site, RefundPolicyView Policy)
    {
        public string LimitOf(Role role)
        {
            var limit = Policy.Limits.FirstOrDefault(each => each.Role == role) ?? new(role, 0, 0);
            var each = Amount(limit.PerRefund, "no limit");
            return limit.PerDay is null ? each : $"{each}, {Amount(limit.PerDay, "")} a day";
        }

        public string Amount(long? minor, string otherwise) => minor is { } amount ? new Money(amount, Policy.Currency).ToString() : otherwise;
    }
}
