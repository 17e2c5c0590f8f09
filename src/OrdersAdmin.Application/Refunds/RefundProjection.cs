using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>An order's refunds as its page shows them, oldest first.</summary>
internal static class RefundProjection
{
    public static async Task<IReadOnlyList<RefundView>> Of(OrdersContext db, Order order, Access access, Actor reader)
    {
        var book = await RefundBook.Open(db, order);
        if (book.Refunds.Count == 0)
            return [];
        var rules = access.May(Permission.ApproveRefunds) ? await Rules.ForApproval(db, order, access) : null;
        return [.. book.Refunds.Select(refund => View(refund, book, access, rules is not null && rules.WhyNotApprove(book.Lead(refund), book, reader) is null))];
    }

    private static RefundView View(Refund refund, RefundBook book, Access access, bool mayApprove) => new(
        refund.Id, refund.LeadId, refund.Number, refund.State, RefundSentences.State(refund), RefundSentences.Money(refund), book.PaymentOf(refund).Label,
        RefundSentences.Parts(refund.Breakdown, book.Order), refund.Intent.Reason, refund.Intent.Note, refund.Intent.Restock, refund.RequestedByName, refund.RequestedAt, refund.Revision,
        refund.WhyApproval is null ? null : refund.ApprovedByName, refund.WhyApproval is null ? null : refund.ApprovedAt, refund.StateSince,
        book.Mirrors.FirstOrDefault(mirror => mirror.RefundId == refund.Id)?.Id, RefundQueries.Acts(book, refund, access, mayApprove));
}
