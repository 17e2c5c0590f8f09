using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Exchanges;

/// <summary>Exchanges as the reader sees them.</summary>
internal static class ExchangeProjection
{
    /// <summary>All of the order's, oldest first.</summary>
    public static IReadOnlyList<ExchangeView> Of(ExchangeBook book, SiteView site, Access access) =>
        [.. book.Exchanges.Select(exchange => View(exchange, book, site, access))];

    public static async Task<ExchangeView> One(OrdersContext db, ExchangeBook book, Exchange exchange, Access access) =>
        View(exchange, book, await db.Sites.Where(site => site.Id == exchange.SiteId).Select(SiteQueries.AsView).SingleAsync(), access);

    /// <summary>The shop owes, and no refund stands for it: none was requested, or somebody said no to it.</summary>
    public static bool RefundIsDue(Exchange exchange, IEnumerable<Refund> refunds) =>
        exchange.DifferenceState == DifferenceState.WeOwe
        || (exchange.DifferenceState == DifferenceState.RefundRequested && refunds.Any(refund => refund.Id == exchange.RefundId && refund.State is RefundState.Declined or RefundState.Canceled));

    private static ExchangeView View(Exchange exchange, ExchangeBook book, SiteView site, Access access)
    {
        var (order, inclusive) = (book.Order, book.Order.TaxInterpretation == TaxInterpretation.Inclusive);
        var back = book.GoodsOf(exchange);
        var page = exchange.HoldsBack ? exchange.Payments.LastOrDefault(payment => payment is { PaidAt: null, ClosedAt: null }) : null;
        return new ExchangeView
        {
            Id = exchange.Id,
            Version = exchange.Version,
            OrderId = exchange.OrderId,
            OrderNumber = order.Number,
            Site = site,
            BuyerName = order.BuyerName,
            Number = exchange.Number,
            Status = exchange.Status,
            Sentence = ExchangeSentences.State(exchange),
            StateSince = exchange.StateSince,
            Reason = exchange.Reason,
            Note = exchange.Note,
            RequestedBy = exchange.RequestedByName,
            RequestedAt = exchange.RequestedAt,
            ApprovedBy = exchange.ApprovedByName,
            ApprovedAt = exchange.ApprovedAt,
            RejectReason = exchange.RejectReason,
            CustomerSentence = exchange.CustomerSentence,
            Lines = [.. from line in exchange.Lines
                        let item = order.Lines.First(each => each.Id == line.LineItemId)
                        orderby item.Position
                        select new ExchangeLineView(
                            item.Id, item.Name, item.Sku, line.Quantity, line.VariantId, line.Name, line.Sku, line.ReplacementLineId, line.Shipped,
                            new(line.Old.Total(inclusive), order.Currency), new(line.New.Total(inclusive), order.Currency))],
            Difference = book.Difference(exchange),
            DifferenceSentence = ExchangeSentences.Difference(book.Difference(exchange)),
            DifferenceParts = Parts(exchange, order),
            DifferenceState = exchange.DifferenceState,
            PaymentUrl = page?.Url,
            PaymentUrlExpiresAt = page?.ExpiresAt,
            DifferenceWaiver = exchange.DifferenceWaiver,
            GoodsWaiver = exchange.GoodsWaiver,
            RefundId = exchange.RefundId,
            Return = ReturnProjection.View(back, book.Returns, site, access),
            AllowedActions = [.. Acts(exchange, back, book, access)],
        };
    }

    private static IReadOnlyList<MoneyPart> Parts(Exchange exchange, Order order)
    {
        var parts = ExchangePricing.Parts(exchange.Lines, order);
        var waived = exchange.Difference - parts.Sum(part => part.Amount.Minor);
        return waived == 0 ? parts : [.. parts, new MoneyPart("Waived", new(waived, order.Currency))];
    }

    private static IEnumerable<ExchangeAct> Acts(Exchange exchange, Return back, ExchangeBook book, Access access)
    {
        var (support, manager) = (access.May(Permission.HandleReturns), access.May(Permission.OverrideReturnPolicy));
        if (exchange.Status == ExchangeStatus.Requested && support)
        {
            yield return ExchangeAct.Approve;
            yield return ExchangeAct.Reject;
        }
        if (support && book.WhyNotCancel(exchange, DateTimeOffset.UnixEpoch) is null)
            yield return ExchangeAct.Cancel;
        if (RefundIsDue(exchange, book.Returns.Refunds) && ExchangeTransitions.Table.Permits(exchange.Status, ExchangeAction.Settle) && access.May(Permission.RequestRefunds))
            yield return ExchangeAct.RefundDifference;
        if (exchange.Status != ExchangeStatus.Approved)
            yield break;
        if (ReturnTransitions.Table.Permits(back.Status, ReturnAction.Receive) && access.May(Permission.ReceiveReturns))
            yield return ExchangeAct.Receive;
        if (exchange.HoldsBack && support)
            yield return ExchangeAct.AskForPayment;
        if (exchange.HoldsBack && manager)
            yield return ExchangeAct.WaiveDifference;
        if (!exchange.GoodsSettled && manager)
            yield return ExchangeAct.WaiveGoods;
        if (exchange is { HoldsBack: false, Shipped: false } && access.May(Permission.FulfillOrders) && book.Order.UnitsLeft > 0)
            yield return ExchangeAct.Ship;
    }
}
