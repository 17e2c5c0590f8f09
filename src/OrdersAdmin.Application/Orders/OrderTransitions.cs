using OrdersAdmin.Kernel;
using static OrdersAdmin.Orders.GoodsAction;
using static OrdersAdmin.Orders.OrderAction;
using static OrdersAdmin.Orders.OrderStatus;

namespace OrdersAdmin.Orders;

/// <summary>What can happen to an order.</summary>
public enum OrderAction
{
    Fulfill = 1,
    CancelFulfillment = 2,

    /// <summary>Only while nothing is on its way: an order counts as fulfilled as well when it has nothing to ship.</summary>
    Cancel = 3,
}

/// <summary>What returns and exchanges do to an order's goods.</summary>
public enum GoodsAction
{
    /// <summary>Units came back.</summary>
    Receive = 1,

    /// <summary>Units that had been counted in were not there.</summary>
    FindMissing = 2,

    /// <summary>An exchange was approved: others go out instead.</summary>
    AddReplacement = 3,

    /// <summary>They do not go out after all.</summary>
    DropReplacement = 4,
}

/// <summary>The order machine.</summary>
public static class OrderTransitions
{
    /// <summary>The status itself is derived; the table says which act may lead from where to where.</summary>
    public static readonly TransitionTable<OrderStatus, OrderAction> Table = new(start: Pending)
    {
        { Pending,            Fulfill,           PartiallyFulfilled },
        { Pending,            Fulfill,           Fulfilled },
        { PartiallyFulfilled, Fulfill,           PartiallyFulfilled },
        { PartiallyFulfilled, Fulfill,           Fulfilled },
        { Returned,           Fulfill,           PartiallyFulfilled },
        { Returned,           Fulfill,           Fulfilled },
        { PartiallyFulfilled, CancelFulfillment, Pending },
        { PartiallyFulfilled, CancelFulfillment, PartiallyFulfilled },
        { PartiallyFulfilled, CancelFulfillment, Returned },
        { Fulfilled,          CancelFulfillment, Pending },
        { Fulfilled,          CancelFulfillment, PartiallyFulfilled },
        { Fulfilled,          CancelFulfillment, Returned },
        { Refunded,           CancelFulfillment, Refunded },
        { Pending,            Cancel,            Cancelled },
        { Fulfilled,          Cancel,            Cancelled },
        { Returned,           Cancel,            Cancelled },
        { Refunded,           Cancel,            Cancelled },
    };

    /// <summary>The same for goods on their way back, and for what goes out instead.</summary>
    public static readonly TransitionTable<OrderStatus, GoodsAction> Goods = new(start: Pending)
    {
        { PartiallyFulfilled, Receive,         PartiallyFulfilled },
        { PartiallyFulfilled, Receive,         Returned },
        { Fulfilled,          Receive,         Fulfilled },
        { Fulfilled,          Receive,         Returned },
        { Refunded,           Receive,         Refunded },
        { Cancelled,          Receive,         Cancelled },
        { Returned,           FindMissing,     PartiallyFulfilled },
        { Returned,           FindMissing,     Fulfilled },
        { PartiallyFulfilled, FindMissing,     PartiallyFulfilled },
        { Fulfilled,          FindMissing,     Fulfilled },
        { Refunded,           FindMissing,     Refunded },
        { Cancelled,          FindMissing,     Cancelled },
        { PartiallyFulfilled, AddReplacement,  PartiallyFulfilled },
        { Fulfilled,          AddReplacement,  PartiallyFulfilled },
        { PartiallyFulfilled, DropReplacement, PartiallyFulfilled },
        { PartiallyFulfilled, DropReplacement, Fulfilled },
        { Returned,           DropReplacement, Returned },
        { Refunded,           DropReplacement, Refunded },
    };
}
