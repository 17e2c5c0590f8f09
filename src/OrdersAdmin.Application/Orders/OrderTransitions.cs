using OrdersAdmin.Kernel;
using static OrdersAdmin.Orders.OrderAction;
using static OrdersAdmin.Orders.OrderStatus;

namespace OrdersAdmin.Orders;

public enum OrderAction
{
    Fulfill = 1,
    CancelFulfillment = 2,

    /// <summary>Only while nothing is on its way: an order counts as fulfilled as well when it has nothing to ship.</summary>
    Cancel = 3,
}

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
}
