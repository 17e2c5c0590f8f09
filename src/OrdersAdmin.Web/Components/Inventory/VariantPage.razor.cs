using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Inventory;

/// <summary>A variant's stock and every movement that led to it. The open dialog is part of the address.</summary>
public sealed partial class VariantPage(StockQueries stock, StockWorkflow workflow, Toasts toasts, NavigationManager navigation, AuthenticationStateProvider authentication)
{
    private Actor actor = default!;
    private VariantView? variant;
    private int? shownBefore;

    [Parameter]
    public string VariantId { get; set; } = "";

    /// <summary>"adjust" or "quarantine" while that dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Dialog { get; set; }

    /// <summary>The movement before which the page of the ledger begins.</summary>
    [SupplyParameterFromQuery]
    private int? Before { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        actor = await authentication.Actor();
        if (variant?.Id.ToString() != VariantId || shownBefore != Before)
            await Load();
    }

    private async Task Load()
    {
        if (Id<Variant>.TryParse(VariantId, null, out var id) && (await stock.Get(actor, id, Before)).TryGet(out var found, out _))
            (variant, shownBefore) = (found, Before);
        else
            navigation.NotFound();
    }

    private Task<Problem?> Adjust(AdjustStock command) => InDialog(workflow.Adjust(actor, variant!.Id, command), after => $"{after.OnHand} of {after.Sku} are on hand now.");

    private Task<Problem?> Settle(SettleQuarantine command) => InDialog(workflow.SettleQuarantine(actor, variant!.Id, command), after => $"{after.Quarantined} of {after.Sku} are left in quarantine.");

    private async Task<Problem?> InDialog(Task<Result<VariantView>> act, Func<VariantView, string> told)
    {
        if (!(await act).TryGet(out var after, out var problem))
            return problem;
        (variant, shownBefore) = (after, null);
        Close();
        toasts.Show(told(after));
        return null;
    }

    private void Close() => navigation.NavigateTo($"/stock/{VariantId}", replace: true);
}
