using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>What became of an order after it shipped, as programs read it.</summary>
internal sealed record OrderAftermath(
    IReadOnlyList<RefundView> Refunds, IReadOnlyList<ReturnDocument> Returns, IReadOnlyList<ExchangeDocument> Exchanges, bool MayReturn)
{
    /// <summary>Of the orders, those that have any; most have none, so that a page of a list costs one question.</summary>
    public static async Task<HashSet<Id<Order>>> Among(OrdersContext db, IReadOnlyList<Id<Order>> orders) => orders.Count == 0 ? [] : [.. await db.Refunds
        .Where(refund => orders.Contains(refund.OrderId)).Select(refund => refund.OrderId)
        .Union(db.Returns.Where(back => orders.Contains(back.OrderId)).Select(back => back.OrderId)).ToListAsync()];

    public static OrderAftermath None(Order order, Access access) => new([], [], [], MayReturnAny(order, access, []));

    public static async Task<OrderAftermath> Of(OrdersContext db, Order order, SiteView site, Access access, Actor reader)
    {
        var returns = await ReturnBook.Open(db, order);
        var exchanges = await ExchangeBook.Open(db, order, returns);
        return new(
            await RefundProjection.Of(db, order, access, reader),
            [.. ReturnProjection.Of(returns, site, access).Select(ReturnDocument.Of)],
            [.. ExchangeProjection.Of(exchanges, site, access).Select(ExchangeDocument.Of)],
            MayReturnAny(order, access, returns.Refunds));
    }

    private static bool MayReturnAny(Order order, Access access, IReadOnlyList<Refund> refunds) =>
        access.May(Permission.HandleReturns) && order.Lines.Any(line => ReturnVerdicts.Returnable(line, refunds) > 0);
}
