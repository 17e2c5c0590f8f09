using OrdersAdmin.Kernel;
using static OrdersAdmin.Fulfillments.FulfillmentAction;
using static OrdersAdmin.Fulfillments.FulfillmentStatus;

namespace OrdersAdmin.Fulfillments;

/// <summary>Where a shipment is.</summary>
public enum FulfillmentStatus
{
    Shipped = 1,
    Delivered = 2,
    Cancelled = 3,
}

/// <summary>What can be done to a shipment.</summary>
public enum FulfillmentAction
{
    Deliver = 1,
    Cancel = 2,
}

/// <summary>The fulfillment machine.</summary>
public static class FulfillmentTransitions
{
    public static readonly TransitionTable<FulfillmentStatus, FulfillmentAction> Table = new(start: Shipped)
    {
        { Shipped, Deliver, Delivered },
        { Shipped, Cancel, Cancelled },
    };
}
