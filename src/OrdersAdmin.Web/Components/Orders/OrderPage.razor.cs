using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>One order: what is to be done with it, what was done, and the money. The open dialog is part of the address.</summary>
public sealed partial class OrderPage(OrderQueries orders, OrderChanges changes, AuthenticationStateProvider authentication, NavigationManager navigation) : IDisposable
{
    private const string FulfillDialogName = "fulfill";
    private const string RefundDialogName = "refund";

    // The browser sends the kept state back in one message, encoded twice; beyond 32 KB the connection dies without a word.
    private const int LargestKept = 14_000;

    private IDisposable? listening;
    private Actor actor = default!;
    private OrderView? order;
    private Problem? refusal;
    private string? dialogShown;
    private RefundQuote? quote;
    private string? lastCarrier;

    [Parameter]
    public string OrderId { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Dialog { get; set; }

    /// <summary>The query string of the list as it was left.</summary>
    [SupplyParameterFromQuery]
    private string? From { get; set; }

    /// <summary>The order as it was prerendered, so that the live page need not load it again; null when it is too large to keep.</summary>
    [PersistentState]
    public OrderView? Kept { get; set; }

    private string Heading => order is null ? "Order" : $"#{order.Number}";

    // Read and written anew, so that no address leads off the list.
    private string Back => OrderListAddress.Read(From ?? "").Match(list => list.ToString(), _ => OrderListAddress.Path);

    private string ToFulfill => $"{order?.UnitsLeft} to fulfill";

    private bool MayEdit => order?.AllowedActions.Contains(OrderAct.Edit) == true;

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            listening = changes.Subscribe(Hear);
    }

    public void Dispose() => listening?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        actor = await authentication.Actor();
        if (order?.Id.ToString() != OrderId)
            await Open();
        await ShowDialog();
    }

    private async Task Open()
    {
        order = Kept?.Id.ToString() == OrderId ? Kept : null;
        if (order is null)
            await Load();
        Kept = order is not null && JsonSerializer.SerializeToUtf8Bytes(order, JsonSerializerOptions.Web).Length <= LargestKept ? order : null;
    }

    private async Task Load()
    {
        refusal = null;
        if (!Id<Order>.TryParse(OrderId, null, out var id))
            navigation.NotFound();
        else if ((await orders.Get(actor, id)).TryGet(out var found, out var problem))
            order = found;
        else if (problem is Problem.NotFound)
            navigation.NotFound();
        else
            refusal = problem;
    }

    private async Task ShowDialog()
    {
        if (Dialog is null)
            dialogShown = null;
        else if (dialogShown != Dialog && RendererInfo.IsInteractive && order is not null)
            dialogShown = await Prepare(order, Dialog) ? Dialog : null;
    }

    private Task Reload() => Load();

    private void Hear(OrderChange change)
    {
        if (change.Id == order?.Id && change.Version > order.Version)
            _ = InvokeAsync(ShowChange);
    }

    /// <summary>What somebody else did shows by itself, unless a form is open: that is told when it is sent.</summary>
    private async Task ShowChange()
    {
        if (dialogShown is not null)
            return;
        await Load();
        StateHasChanged();
    }

    /// <summary>False when the dialog is none, or is for an act that is not allowed now.</summary>
    private async Task<bool> Prepare(OrderView shown, string dialog)
    {
        switch (dialog)
        {
            case FulfillDialogName when shown.AllowedActions.Contains(OrderAct.Fulfill):
                lastCarrier = await orders.LastCarrier(actor, shown.Site.Id);
                return true;
            case RefundDialogName when shown.AllowedActions.Contains(OrderAct.Refund):
                return await ProposeRefund() && (await Refunds.Quote(actor, shown.Id, proposal?.Choice ?? new RefundChoice())).TryGet(out quote, out _);
            case ChangeRefundDialogName:
                return await PrepareChange(shown);
            case CancelDialogName when shown.AllowedActions.Contains(OrderAct.Cancel):
                return (await Cancellation.Quote(actor, shown.Id)).TryGet(out cancelQuote, out _);
            case ShipToDialogName or BillToDialogName or BuyerDialogName:
                return MayEdit;
            default:
                return await PrepareReturn(shown, dialog);
        }
    }

    private void OpenFulfill() => OpenDialog(FulfillDialogName);

    private void OpenRefund() => OpenDialog(RefundDialogName);

    private void OpenDialog(string name) => navigation.NavigateTo(navigation.GetUriWithQueryParameter("dialog", name));

    private void CloseDialog() => navigation.NavigateTo(With(("dialog", null), ("return", null), ("exchange", null), ("refund", null)), replace: true);

    /// <summary>The page's address with these parameters; null takes one away.</summary>
    private string With(params (string Name, object? Value)[] query) =>
        navigation.GetUriWithQueryParameters(query.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal));
}
