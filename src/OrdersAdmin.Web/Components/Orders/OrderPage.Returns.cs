using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Returns;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>What comes back: the dialogs about it and what they ask for.</summary>
public sealed partial class OrderPage
{
    private const string ReturnDialogName = "return";

    private ReturnForm? returnForm;
    private RefundProposal? proposal;

    [Inject]
    private ReturnWorkflow Returns { get; set; } = default!;

    [Inject]
    private ReturnQueries ReturnQueries { get; set; } = default!;

    /// <summary>The return that the open dialog is about.</summary>
    [SupplyParameterFromQuery(Name = "return")]
    private string? ReturnId { get; set; }

    private ReturnView? About => order?.Returns.FirstOrDefault(each => each.Id.ToString() == ReturnId);

    private void OpenReturn() => OpenDialog(ReturnDialogName);

    private void OpenReturnDialog(ReturnView view, string name) => navigation.NavigateTo(With(("dialog", name), ("return", view.Id.ToString())));

    /// <summary>What the dialog needs before it can open; false when it cannot.</summary>
    private async Task<bool> PrepareReturn(OrderView shown, string dialog) => dialog switch
    {
        ReturnDialogName => shown.AllowedActions.Contains(OrderAct.Return) && await LoadReturnForm(),
        ReturnDialogs.Approve => May(ReturnAct.Approve),
        ReturnDialogs.Reject => May(ReturnAct.Reject),
        ReturnDialogs.Receive => May(ReturnAct.Receive),
        ReturnDialogs.Inspect => May(ReturnAct.Inspect),
        _ => await PrepareExchange(shown, dialog),
    };

    private bool May(ReturnAct act) => About?.AllowedActions.Contains(act) == true;

    private async Task<bool> LoadReturnForm() => (await ReturnQueries.Form(actor, order!.Id)).TryGet(out returnForm, out _);

    private async Task LookAtReturnForm()
    {
        await Load();
        await LoadReturnForm();
    }

    /// <summary>The refund form opens with what was accepted, when it is about a return.</summary>
    private async Task<bool> ProposeRefund()
    {
        proposal = null;
        return About is not { } view || (await ReturnQueries.ProposeRefund(actor, view.Id)).TryGet(out proposal, out _);
    }

    private Task<Problem?> RequestReturn(RequestReturn command) => InDialog(
        Returns.Request(actor, order!.Id, command), done => done.Rma is { } rma ? $"{rma} is on its way." : "The return waits for approval.");

    private Task<Problem?> ApproveReturn(bool notify) => InDialog(
        Returns.Approve(actor, About!.Id, new(notify, About.Version)), done => $"{done.Rma} is approved.");

    private Task<Problem?> RejectReturn(string reason, string? sentence) => InDialog(
        Returns.Reject(actor, About!.Id, new(reason, sentence, About.Version)), _ => "The return is rejected.");

    private Task<Problem?> ReceiveReturn(ReceiveReturn command) => InDialog(
        Returns.Receive(actor, About!.Id, command), done => $"{done.Rma}: the parcel is counted.");

    private Task<Problem?> InspectReturn(InspectReturn command) => InDialog(
        Returns.Inspect(actor, About!.Id, command), done => $"{done.Rma} is inspected.");

    private async Task<Problem?> OnReturn(ReturnView view, string act)
    {
        var done = await (act == nameof(ReturnAct.Close) ? Returns.Close(actor, view.Id, view.Version) : Returns.Cancel(actor, view.Id, view.Version));
        if (done.Problem is { } problem)
            return problem;
        await Load();
        StateHasChanged();
        Toasts.Show(act == nameof(ReturnAct.Close) ? "The return is closed." : "The return is cancelled.");
        return null;
    }

    /// <summary>After success the dialog goes and the page shows what became of it.</summary>
    private async Task<Problem?> InDialog<T>(Task<Result<T>> act, Func<T, string> told)
    {
        if (!(await act).TryGet(out var done, out var problem))
            return problem;
        CloseDialog();
        await Load();
        StateHasChanged();
        Toasts.Show(told(done));
        return null;
    }
}
