using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>Returns as the reader sees them.</summary>
internal static class ReturnProjection
{
    /// <summary>All of the order's, oldest first.</summary>
    public static IReadOnlyList<ReturnView> Of(ReturnBook book, SiteView site, Access access) => [.. book.Returns.Select(back => View(back, book, site, access))];

    public static async Task<ReturnView> One(OrdersContext db, ReturnBook book, Return back, Access access) =>
        View(back, book, await db.Sites.Where(site => site.Id == back.SiteId).Select(SiteQueries.AsView).SingleAsync(), access);

    public static ReturnView View(Return back, ReturnBook book, SiteView site, Access access)
    {
        var unpaid = RefundProposals.Unpaid(book, back).Sum(each => each.Units);
        return new ReturnView
        {
            Id = back.Id,
            Version = back.Version,
            OrderId = back.OrderId,
            OrderNumber = book.Order.Number,
            Site = site,
            BuyerName = book.Order.BuyerName,
            BuyerEmail = book.Order.BuyerEmail,
            Number = back.Number,
            Rma = back.Rma,
            ScanCode = back.Id.ToString(),
            Status = back.Status,
            Sentence = ReturnSentences.State(back),
            StateSince = back.StateSince,
            Reason = back.Reason,
            Note = back.Note,
            RequestedBy = back.RequestedByName,
            RequestedAt = back.RequestedAt,
            ApprovedBy = back.ApprovedByName,
            ApprovedAt = back.ApprovedAt,
            PolicyOverride = back.OverrideReason is null ? null : $"{back.OverrideReason} ({back.OverrideBy})",
            RejectReason = back.RejectReason,
            CustomerSentence = back.CustomerSentence,
            ExchangeId = back.ExchangeId,
            Lines = [.. from line in back.Lines
                        let item = book.Line(line.LineItemId)
                        orderby item.Position
                        select new ReturnLineView(
                            item.Id, item.VariantId, item.Sku, item.Name, line.Expected, line.Received, line.Missing,
                            back.Status.Announces() ? line.Outstanding : 0, line.ToInspect, line.Accepted, line.Verdict)],
            Receipts = [.. back.Receipts.OrderBy(receipt => receipt.Number).Select(receipt => new ReceiptView(
                receipt.At, receipt.ByName,
                [.. receipt.Lines.Select(each => new ReceivedLineView(each.LineItemId, book.Line(each.LineItemId).Name, book.Line(each.LineItemId).Sku, each.Quantity, each.Missing))],
                receipt.Unexpected, receipt.Note))],
            Inspections = [.. back.Inspections.OrderBy(each => each.Number).Select(each => new InspectionView(
                each.At, each.ByName, each.LineItemId, book.Line(each.LineItemId).Name, book.Line(each.LineItemId).Sku, each.Quantity, each.Disposition, each.Accepted, each.Note))],
            Photos = [.. back.Photos.OrderBy(photo => photo.At).Select(ReturnPhotoWorkflow.View)],
            Refunds = [.. book.Refunds.Where(refund => refund.Intent.ReturnId == back.Id).Select(refund => new ReturnRefundView(refund.Id, refund.State, RefundSentences.Money(refund)))],
            UnitsToRefund = unpaid,
            AllowedActions = [.. Acts(back, unpaid, access)],
        };
    }

    private static IEnumerable<ReturnAct> Acts(Return back, int unpaid, Access access)
    {
        foreach (var action in ReturnTransitions.Table.ActionsIn(back.Status))
        {
            var warehouse = action is ReturnAction.Receive or ReturnAction.Inspect;
            if (!access.May(warehouse ? Permission.ReceiveReturns : Permission.HandleReturns))
                continue;
            if (back.ExchangeId is not null && action is (ReturnAction.Approve or ReturnAction.Reject or ReturnAction.Cancel))
                continue;
            if ((action == ReturnAction.Inspect && back.ToInspect == 0) || (action == ReturnAction.Close && back.ToInspect > 0))
                continue;
            yield return Enum.Parse<ReturnAct>(action.ToString());
        }
        if (ReturnTransitions.Table.Permits(back.Status, ReturnAction.Inspect) && back.Photos.Count < ReturnPhotoWorkflow.MostPerReturn && access.May(Permission.ReceiveReturns))
            yield return ReturnAct.AddPhoto;
        if (unpaid > 0 && access.May(Permission.RequestRefunds))
            yield return ReturnAct.Refund;
    }
}
