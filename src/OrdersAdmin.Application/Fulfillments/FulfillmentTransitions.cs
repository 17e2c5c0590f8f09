using OrdersAdmin.Kernel;
using static OrdersAdmin.Fulfillments.FulfillmentAction;
using static OrdersAdmin.Fulfillments.FulfillmentStatus;

namespace OrdersAdmin.Fulfillments;

public enum FulfillmentStatus
{
    Shipped = 1,
    Delivered = 2,
    Cancelled = 3,
}

public enum FulfillmentAction
{
    Deliver = 1,
    Cancel = 2,
}

public static class FulfillmentTransitions
{
    public static readonly TransitionTable<FulfillmentStatus, FulfillmentAction> Table = new(start: Shipped)
    {
        { Shipped, Deliver, Delivered },
        { Shipped, Cancel, Cancelled },
    };
}
