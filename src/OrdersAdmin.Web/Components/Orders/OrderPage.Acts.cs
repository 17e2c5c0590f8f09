using Microsoft.AspNetCore.Components;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Web.Components.Fulfillments;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>What the page's parts ask for; each answers with what stood in the way.</summary>
public sealed partial class OrderPage
{
    [Inject]
    private FulfillmentWorkflow Fulfillments { get; set; } = default!;

    [Inject]
    private OrderWorkflow Workflow { get; set; } = default!;

    [Inject]
    private RefundWorkflow Refunds { get; set; } = default!;

    [Inject]
    private RefundWithdrawal Withdrawal { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    private async Task<Problem?> Ship(FulfillItems command)
    {
        if (await Done(Fulfillments.Fulfill(actor, order!.Id, command)) is { } problem)
            return problem;
        CloseDialog();
        Toasts.Show(FulfillForm.Told(command));
        return null;
    }

    private async Task<Problem?> RequestRefund(RequestRefund command)
    {
        if (!(await Refunds.Request(actor, order!.Id, command)).TryGet(out var made, out var problem))
            return problem;
        CloseDialog();
        await Load();
        StateHasChanged();
        Toasts.Show(made.State is RefundState.AwaitingApproval ? $"{made.Amount} waits for approval." : $"Refunding {made.Amount}.");
        return null;
    }

    private async Task OnRefund((RefundView Refund, RefundAct Act) asked)
    {
        var (refund, act) = asked;
        if (act is RefundAct.Edit)
        {
            OpenChange(refund);
            return;
        }
        Toasts.Show(act switch
        {
            RefundAct.Cancel => Told(await Refunds.Cancel(actor, refund.LeadId), $"Refund {refund.Number} is cancelled."),
            RefundAct.CheckNow => Told(await Refunds.Retry(actor, refund.Id), $"Asking the payment provider about refund {refund.Number}."),
            RefundAct.Withdraw => Told(await Withdrawal.Withdraw(actor, refund.Id), $"The payment provider took refund {refund.Number} back."),
            _ => Told(await Refunds.Retry(actor, refund.Id), $"Refunding {refund.Amount} again."),
        });
        await Load();

        static string Told<T>(Result<T> result, string done) => result.Problem?.Message ?? done;
    }

    private async Task<Problem?> Act(FulfillmentView fulfillment, FulfillmentAction action)
    {
        var (id, version) = (order!.Id, order.Version);
        if (await Done(action is FulfillmentAction.Cancel
                ? Fulfillments.Cancel(actor, id, fulfillment.Id, version)
                : Fulfillments.Deliver(actor, id, fulfillment.Id, version)) is { } problem)
            return problem;
        Toasts.Show(action is FulfillmentAction.Cancel ? $"Fulfillment {fulfillment.Number} is cancelled." : $"Fulfillment {fulfillment.Number} is delivered.");
        return null;
    }

    private Task<Problem?> SaveNote(string text)
    {
        var (before, after) = (order!.Note ?? "", text.Trim());
        return Edit(new(Note: text), "Note saved.", now => (now.Note ?? "") == after ? new(Note: before) : null);
    }

    private Task<Problem?> SaveCustomerNote(string text)
    {
        var (before, after) = (order!.CustomerNote ?? "", text.Trim());
        return Edit(new(CustomerNote: text), "Customer's note saved.", now => (now.CustomerNote ?? "") == after ? new(CustomerNote: before) : null);
    }

    private Task<Problem?> SaveTags(IReadOnlyList<string> tags, string told)
    {
        var before = order!.Tags;
        var added = tags.Except(before, StringComparer.Ordinal).ToList();
        var removed = before.Except(tags, StringComparer.Ordinal).ToList();
        return Edit(new(Tags: tags), told, now => new(Tags: [.. now.Tags.Except(added, StringComparer.Ordinal), .. removed.Except(now.Tags, StringComparer.Ordinal)]));
    }

    private async Task<Problem?> Edit(EditOrder command, string told, Func<OrderView, EditOrder?> undo)
    {
        var id = order!.Id;
        if (await Done(Workflow.Edit(actor, id, command with { ExpectedVersion = order.Version })) is { } problem)
            return problem;
        Toasts.Show(told, () => Undo(id, undo));
        return null;
    }

    /// <summary>Takes one change back and leaves what was done since as it is.</summary>
    /// <param name="undo">What takes it back from the order as it is now; null when there is nothing to take back any more.</param>
    private async Task Undo(Id<Order> id, Func<OrderView, EditOrder?> undo)
    {
        if (!(await orders.Get(actor, id)).TryGet(out var now, out var problem))
            Toasts.Show(problem.Message);
        else if (undo(now) is not { } command)
            Toasts.Show("It was changed again since, so it stays as it is.");
        else if ((await Workflow.Edit(actor, id, command with { ExpectedVersion = now.Version })).Problem is { } refused)
            Toasts.Show(refused.Message);
        else if (order?.Id == id)
            await InvokeAsync(Show);

        async Task Show()
        {
            await Load();
            StateHasChanged();
        }
    }

    private async Task<Problem?> Done(Task<Result<Changed>> act)
    {
        if ((await act).Problem is { } problem)
            return problem;
        await Load();
        // The event belongs to the part in which it happened; the page is told here.
        StateHasChanged();
        return null;
    }
}
