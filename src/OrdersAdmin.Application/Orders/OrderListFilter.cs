using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

/// <summary>A list query as it applies to one reader: the sites are resolved, the tab is spelled out.</summary>
/// <param name="Sites">Null means every site.</param>
internal sealed record OrderListFilter(OrderListQuery Query, IReadOnlyList<Id<Site>>? Sites)
{
    public bool IsUnpaid => Query.Tab == OrderTab.Unpaid;

    public OrderStatus? TabStatus => Query.Tab switch
    {
        OrderTab.Unfulfilled => OrderStatus.Pending,
        OrderTab.PartiallyFulfilled => OrderStatus.PartiallyFulfilled,
        OrderTab.Returns => OrderStatus.Returned,
        OrderTab.Cancelled => OrderStatus.Cancelled,
        _ => null,
    };

    /// <summary>Whether the tallies alone tell how many orders match.</summary>
    public bool IsTallied => (Query.Search, Query.Tag, Query.CustomerId, Query.PlacedFrom, Query.PlacedBefore) is (null, null, null, null, null) && !Query.IsPicked;

    /// <summary>Whether the tally's orders can match; what no tally knows is left out of account.</summary>
    public bool Covers(OrderTally tally) =>
        (Sites is null || Sites.Contains(tally.SiteId))
        && (TabStatus is not { } tab || tally.Status == tab)
        && (!IsUnpaid || OwesPayment(tally))
        && (Query.Status is not { } status || tally.Status == status)
        && (Query.Payment is not { } payment || tally.PaymentStatus == payment)
        && (Query.Fulfillment is not { } fulfillment || tally.FulfillmentStatus == fulfillment)
        && (Query.ChannelName is not { } channel || tally.ChannelName == channel);

    public static bool OwesPayment(OrderTally tally) =>
        tally.Status != OrderStatus.Cancelled && tally.PaymentStatus is PaymentState.Pending or PaymentState.Authorized;
}
