using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>Refunds that wait for a second person. A decision takes two keys: G Q, then A.</summary>
public sealed partial class ReviewQueuePage(RefundQueries queries, RefundWorkflow refunds, OrderChanges changes, AuthenticationStateProvider authentication, Toasts toasts) : IDisposable
{
    private IDisposable? listening;
    private Actor actor = default!;
    private IReadOnlyList<ReviewRow>? rows;
    private Problem? problem;
    private int tries;

    /// <summary>The one that A and D decide: the oldest that the reader may.</summary>
    private ReviewRow? Next => rows?.FirstOrDefault(row => row.AllowedActions.Contains(RefundAct.Approve));

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        await Load();
        if (RendererInfo.IsInteractive)
            listening = changes.Subscribe(_ => Hear());
    }

    public void Dispose() => listening?.Dispose();

    private async Task Load()
    {
        if ((await queries.ReviewQueue(actor)).TryGet(out var found, out var refused))
            rows = found;
        else
            problem = refused;
    }

    private void Hear() => _ = InvokeAsync(Refresh);

    private async Task Refresh()
    {
        await Load();
        StateHasChanged();
    }

    private Task Approve(ReviewRow row) => Decide(refunds.Approve(actor, row.RefundId, row.Revision), $"Approved {row.Amount} for order #{row.OrderNumber}.");

    private Task Decline(ReviewRow row, string reason) => Decide(refunds.Decline(actor, row.RefundId, row.Revision, reason), $"Declined {row.Amount} for order #{row.OrderNumber}.");

    private async Task Decide(Task<Result<RefundMade>> act, string told)
    {
        problem = (await act).Problem;
        tries++;
        if (problem is null)
            toasts.Show(told);
        await Load();
    }
}
