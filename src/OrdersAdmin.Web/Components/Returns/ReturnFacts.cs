using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>What there is to know about a return beside its lines, a sentence each.</summary>
public static class ReturnFacts
{
    public static IReadOnlyList<string> Of(ReturnView view) =>
    [
        .. new[]
        {
            view.Note,
            view.PolicyOverride is { } why ? $"Outside the policy: {why}" : null,
            view.RejectReason is { } reason ? $"Rejected: {reason}" : null,
            view.CustomerSentence is { } sentence ? $"The customer was told: {sentence}" : null,
        }.OfType<string>(),
        .. from receipt in view.Receipts from unexpected in receipt.Unexpected select $"Not expected: {unexpected.Quantity} × {unexpected.What}, counted by {receipt.By}",
        .. from receipt in view.Receipts where receipt.Note is not null select $"{receipt.By} at the parcel: {receipt.Note}",
        .. from inspection in view.Inspections
           where inspection.Note is not null || !inspection.Accepted
           select $"{Text.Count(inspection.Quantity, "item")} {ReturnLooks.Done(inspection.Disposition)}{(inspection.Accepted ? "" : ", not to be paid back")}: {inspection.Note ?? inspection.Name} ({inspection.By})",
        .. view.Refunds.Select(refund => $"{refund.Amount} refunded for it"),
    ];
}
