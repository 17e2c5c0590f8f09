using Microsoft.AspNetCore.Components;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
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
    private Toasts Toasts { get; set; } = default!;

    private async Task<Problem?> Ship(FulfillItems command)
    {
        if (await Done(Fulfillments.Fulfill(actor, order!.Id, command)) is { } problem)
            return problem;
        CloseDialog();
        Tell(FulfillForm.Told(command));
        return null;
    }

    private async Task<Problem?> Act(FulfillmentView fulfillment, FulfillmentAction action)
    {
        var (id, version) = (order!.Id, order.Version);
        if (await Done(action is FulfillmentAction.Cancel
                ? Fulfillments.Cancel(actor, id, fulfillment.Id, version)
                : Fulfillments.Deliver(actor, id, fulfillment.Id, version)) is { } problem)
            return problem;
        Tell(action is FulfillmentAction.Cancel ? $"Fulfillment {fulfillment.Number} is cancelled." : $"Fulfillment {fulfillment.Number} is delivered.");
        return null;
    }

    private Task<Problem?> SaveNote(string text)
    {
        var before = order!.Note;
        return Edit(new(Note: text), new(Note: before ?? ""), "Note saved.");
    }

    private Task<Problem?> SaveCustomerNote(string text)
    {
        var before = order!.CustomerNote;
        return Edit(new(CustomerNote: text), new(CustomerNote: before ?? ""), "Customer's note saved.");
    }

    private Task<Problem?> SaveTags(IReadOnlyList<string> tags, string told)
    {
        var before = order!.Tags;
        return Edit(new(Tags: tags), new(Tags: before), told);
    }

    private async Task<Problem?> Edit(EditOrder command, EditOrder undo, string told)
    {
        if (await Done(Workflow.Edit(actor, order!.Id, command with { ExpectedVersion = order.Version })) is { } problem)
            return problem;
        Tell(told, undo with { ExpectedVersion = order!.Version });
        return null;
    }

    /// <summary>Says what was done and offers to take it back where that is possible.</summary>
    private void Tell(string what, EditOrder? undo = null)
    {
        var id = order!.Id;
        Toasts.Show(what, undo is null ? null : () => Undo(id, undo));
    }

    private async Task Undo(Id<Order> id, EditOrder undo)
    {
        if ((await Workflow.Edit(actor, id, undo)).Problem is { } problem)
            Toasts.Show(problem.Message);
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
