using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>Changing a refund that was not sent yet.</summary>
public sealed partial class OrderPage
{
    private const string ChangeRefundDialogName = "change-refund";

    private EditRefund? chosen;

    /// <summary>The refund that the open dialog is about.</summary>
    [SupplyParameterFromQuery(Name = "refund")]
    private string? RefundId { get; set; }

    private void OpenChange(RefundView refund) => navigation.NavigateTo(With(("dialog", ChangeRefundDialogName), ("refund", refund.LeadId.ToString())));

    /// <summary>The form opens with the refund as it was decided; false once it was sent.</summary>
    private async Task<bool> PrepareChange(OrderView shown) =>
        Id<Refund>.TryParse(RefundId, null, out var id)
        && (await Refunds.Chosen(actor, shown.Id, id)).TryGet(out chosen, out _)
        && (await Refunds.Quote(actor, shown.Id, chosen.Choice, id)).TryGet(out quote, out _);

    private Task<Result<RefundQuote>> QuoteChange(RefundChoice choice) => Refunds.Quote(actor, order!.Id, choice, Id<Refund>.Parse(RefundId!, null));

    private Task<Problem?> ChangeRefund(RequestRefund command) => InDialog(
        Refunds.Edit(actor, Id<Refund>.Parse(RefundId!, null), new EditRefund(command.Choice, command.Reason, command.Note, command.Restock, command.Notify, chosen!.ExpectedRevision)),
        made => made.State is RefundState.AwaitingApproval ? $"{made.Amount} waits for approval." : $"Refunding {made.Amount}.");
}
