namespace OrdersAdmin.Orders;

/// <summary>The order as a whole; derived, in this order of precedence.</summary>
public enum OrderStatus
{
    Cancelled = 1,
    Refunded = 2,
    Returned = 3,
    Fulfilled = 4,
    PartiallyFulfilled = 5,
    Pending = 6,
}

/// <summary>How much of what is to ship has shipped.</summary>
public enum FulfillmentState
{
    Unfulfilled = 1,
    PartiallyFulfilled = 2,
    Fulfilled = 3,
}

/// <summary>What became of the money, as the provider confirmed it.</summary>
public enum PaymentState
{
    Pending = 1,
    Authorized = 2,
    Paid = 3,
    PartiallyRefunded = 4,
    Refunded = 5,
    Voided = 6,
}

/// <summary>What somebody did to an order, counted. The statuses follow from these and from nothing else.</summary>
/// <param name="ToShip">Units that are to ship at all: ordered, less removed, without what never ships (gift cards, downloads).</param>
/// <param name="Removed">Units that were to ship and will not: cancelled or refunded before they did.</param>
/// <param name="Captured">Minor units, over all payments; so are the other amounts.</param>
public readonly record struct OrderFacts(
    bool Cancelled, int ToShip, int Removed, int Shipped, int Returned, long Total, long Authorized, long Captured, long Refunded, bool Voided);

/// <summary>The one place where statuses are derived from facts.</summary>
public static class OrderStatuses
{
    public static OrderStatus Order(OrderFacts facts) => facts switch
    {
        { Cancelled: true } => OrderStatus.Cancelled,
        { Captured: > 0 } when facts.Refunded == facts.Captured => OrderStatus.Refunded,
        { Shipped: > 0 } when facts.Returned == facts.Shipped => OrderStatus.Returned,
        _ => Fulfillment(facts) switch
        {
            FulfillmentState.Fulfilled => OrderStatus.Fulfilled,
            FulfillmentState.PartiallyFulfilled => OrderStatus.PartiallyFulfilled,
            _ => OrderStatus.Pending,
        },
    };

    public static FulfillmentState Fulfillment(OrderFacts facts) => facts switch
    {
        // Nothing is to ship any more, which is not the same as having shipped all.
        { Shipped: 0 } when facts.Cancelled || facts.Removed > 0 => FulfillmentState.Unfulfilled,
        _ when facts.Shipped == facts.ToShip => FulfillmentState.Fulfilled,
        { Shipped: > 0 } => FulfillmentState.PartiallyFulfilled,
        _ => FulfillmentState.Unfulfilled,
    };

    public static PaymentState Payment(OrderFacts facts) => facts switch
    {
        { Captured: > 0 } when facts.Refunded == facts.Captured => PaymentState.Refunded,
        { Refunded: > 0 } => PaymentState.PartiallyRefunded,
        _ when facts.Captured >= facts.Total && !facts.Voided => PaymentState.Paid,
        _ when facts.Authorized > 0 => PaymentState.Authorized,
        { Voided: true, Captured: 0 } => PaymentState.Voided,
        _ => PaymentState.Pending,
    };
}
