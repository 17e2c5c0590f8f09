using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>Money that needs a person: each row says why, who looks after it, and what can safely be done.</summary>
public sealed partial class StuckMoneyPage(StuckMoneyWorkflow stuck, RefundWorkflow refunds, ReturnQueries returns, OrderChanges changes, AuthenticationStateProvider authentication, Toasts toasts)
    : MoneyBoard(changes, authentication, toasts)
{
    private StuckMoney? board;
    private IReadOnlyList<NeverCameRow> late = [];

    protected override async Task Load()
    {
        if ((await stuck.List(Actor)).TryGet(out var found, out var refused))
            board = found;
        else
            Problem = refused;
        late = (await returns.NeverCame(Actor)).TryGet(out var rows, out _) ? rows : [];
    }

    private Task Take(StuckRow row) => Act(stuck.Assign(Actor, row.TaskId, Actor.StaffId, row.Version), "It is yours now.");

    private Task Note(StuckRow row, string text) => Act(stuck.Note(Actor, row.TaskId, text, row.Version), "Note saved.");

    private Task Close(StuckRow row, string how) => Act(stuck.Close(Actor, row.TaskId, how, row.Version), "Closed.");

    private Task Retry(StuckRow row) => Act(refunds.Retry(Actor, row.RefundId!.Value), $"Refunding {row.Amount} again.");

    private Task Check(StuckRow row) => Act(refunds.Retry(Actor, row.RefundId!.Value), "Asking the payment provider.");
}
