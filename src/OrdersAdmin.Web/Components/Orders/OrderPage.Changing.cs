using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>Cancelling the order, and who and where it is for.</summary>
public sealed partial class OrderPage
{
    private const string CancelDialogName = "cancel";
    private const string ShipToDialogName = "ship-to";
    private const string BillToDialogName = "bill-to";
    private const string BuyerDialogName = "buyer";

    private CancelQuote? cancelQuote;

    [Inject]
    private OrderCancellationWorkflow Cancellation { get; set; } = default!;

    private void OpenCancel() => OpenDialog(CancelDialogName);

    private async Task<Problem?> CancelOrder(CancelOrder command)
    {
        if (await Done(Cancellation.Cancel(actor, order!.Id, command)) is { } problem)
            return problem;
        CloseDialog();
        Toasts.Show($"Order #{order.Number} is cancelled.");
        return null;
    }

    /// <summary>Decides anew on the order as it is now; closes the dialog when it cannot be cancelled any more.</summary>
    private async Task LookBeforeCancelling()
    {
        await Load();
        if (!(await Cancellation.Quote(actor, order!.Id)).TryGet(out cancelQuote, out _))
            CloseDialog();
    }

    private Task<Problem?> SaveAddress(Address address, bool billing)
    {
        var before = new AddressForm(billing ? order!.BillingAddress : order!.ShippingAddress).Sent;
        return Change(
            billing ? new(BillingAddress: address) : new(ShippingAddress: address), billing ? "Billing address saved." : "Shipping address saved.",
            billing ? new(BillingAddress: before) : new(ShippingAddress: before));
    }

    private Task<Problem?> SaveBuyer(EditBuyer buyer)
    {
        var before = order!.Buyer;
        return Change(new(Buyer: buyer), "Buyer saved.", new(Buyer: new(before.Name, before.Email ?? "", before.Phone ?? "")));
    }

    private async Task<Problem?> Change(EditOrder command, string told, EditOrder undo)
    {
        if (await Edit(command, told, _ => undo) is { } problem)
            return problem;
        CloseDialog();
        return null;
    }
}
