using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>Money that needs a person: each row says why, who looks after it, and what can safely be done.</summary>
public sealed partial class StuckMoneyPage(StuckMoneyWorkflow stuck, RefundWorkflow refunds, ReturnQueries returns, OrderChanges changes, AuthenticationStateProvider authentication, Toasts toasts) : IDisposable
{
    private IDisposable? listening;
    private Actor actor = default!;
    private StuckMoney? board;
    private IReadOnlyList<NeverCameRow> late = [];
    private Problem? problem;
    private int tries;

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
        if ((await stuck.List(actor)).TryGet(out var found, out var refused))
            board = found;
        else
            problem = refused;
        late = (await returns.NeverCame(actor)).TryGet(out var rows, out _) ? rows : [];
    }

    private void Hear() => _ = InvokeAsync(Refresh);

    private async Task Refresh()
    {
        await Load();
        StateHasChanged();
    }

    private Task Take(StuckRow row) => Act(stuck.Assign(actor, row.TaskId, actor.StaffId, row.Version), "It is yours now.");

    private Task Note(StuckRow row, string text) => Act(stuck.Note(actor, row.TaskId, text, row.Version), "Note saved.");

    private Task Close(StuckRow row, string how) => Act(stuck.Close(actor, row.TaskId, how, row.Version), "Closed.");

    private Task Retry(StuckRow row) => Act(refunds.Retry(actor, row.RefundId!.Value), $"Refunding {row.Amount} again.");

    private Task Check(StuckRow row) => Act(refunds.Retry(actor, row.RefundId!.Value), "Asking the payment provider.");

    private async Task Act<T>(Task<Result<T>> act, string told)
    {
        problem = (await act).Problem;
        tries++;
        if (problem is null)
            toasts.Show(told);
        await Load();
    }
}
