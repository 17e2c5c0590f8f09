using Microsoft.AspNetCore.Components;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Exchanges;
using OrdersAdmin.Web.Hosting;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>What is exchanged: the dialogs about it and what they ask for.</summary>
public sealed partial class OrderPage
{
    private const string ExchangeDialogName = "exchange";

    [Inject]
    private ExchangeWorkflow Exchanges { get; set; } = default!;

    [Inject]
    private ExchangeQueries ExchangeQueries { get; set; } = default!;

    [Inject]
    private ShopAddress Address { get; set; } = default!;

    /// <summary>The exchange that the open dialog is about.</summary>
    [SupplyParameterFromQuery(Name = "exchange")]
    private string? ExchangeId { get; set; }

    private ExchangeView? Exchanging => order?.Exchanges.FirstOrDefault(each => each.Id.ToString() == ExchangeId);

    private void OpenExchange() => OpenDialog(ExchangeDialogName);

    private void OpenExchangeDialog(ExchangeView view, string name) => navigation.NavigateTo(With(("dialog", name), ("exchange", view.Id.ToString())));

    /// <summary>What the dialog needs before it can open; false when it cannot.</summary>
    private async Task<bool> PrepareExchange(OrderView shown, string dialog) => dialog switch
    {
        ExchangeDialogName => shown.AllowedActions.Contains(OrderAct.Exchange) && await LoadReturnForm(),
        ExchangeDialogs.Approve => May(ExchangeAct.Approve),
        ExchangeDialogs.Reject => May(ExchangeAct.Reject),
        ExchangeDialogs.WaiveDifference => May(ExchangeAct.WaiveDifference),
        ExchangeDialogs.WaiveGoods => May(ExchangeAct.WaiveGoods),
        _ => false,
    };

    private bool May(ExchangeAct act) => Exchanging?.AllowedActions.Contains(act) == true;

    private Task<Problem?> RequestExchange(RequestExchange command) => InDialog(
        Exchanges.Request(actor, order!.Id, command), done => done.Rma is { } rma ? $"{rma} is on its way." : "The exchange waits for approval.");

    private Task<Problem?> ApproveExchange(bool notify) => InDialog(
        Exchanges.Approve(actor, Exchanging!.Id, new(notify, Exchanging.Version)), done => $"{done.Rma} is approved.");

    private Task<Problem?> RejectExchange(string reason, string? sentence) => InDialog(
        Exchanges.Reject(actor, Exchanging!.Id, new(reason, sentence, Exchanging.Version)), _ => "The exchange is rejected.");

    private Task<Problem?> WaiveDifference(string reason) => InDialog(
        Exchanges.WaiveDifference(actor, Exchanging!.Id, reason, Exchanging.Version), _ => "The difference is waived.");

    private Task<Problem?> WaiveGoods(string reason) => InDialog(
        Exchanges.WaiveGoods(actor, Exchanging!.Id, reason, Exchanging.Version), _ => "The customer keeps the goods.");

    private async Task<Problem?> OnExchange(ExchangeView view, string act)
    {
        var (done, told) = act switch
        {
            nameof(ExchangeAct.AskForPayment) => (Exchanges.AskForPayment(actor, view.Id, Address.Of("thanks"), view.Version), "The payment link is on the card."),
            nameof(ExchangeAct.RefundDifference) => (Exchanges.RefundDifference(actor, view.Id, view.Version), "The difference is handed to a refund."),
            _ => (Exchanges.Cancel(actor, view.Id, view.Version), "The exchange is cancelled."),
        };
        if ((await done).Problem is { } problem)
            return problem;
        await Load();
        StateHasChanged();
        Toasts.Show(told);
        return null;
    }
}
