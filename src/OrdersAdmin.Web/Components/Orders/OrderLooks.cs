using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>The words and icons of an order's states, the same in badges, filters and tabs.</summary>
public static class OrderLooks
{
    public static Look Of(OrderStatus status) => status switch
    {
        OrderStatus.Cancelled => new("quiet", "cross", "Cancelled"),
        OrderStatus.Refunded => new("quiet", "check", "Refunded"),
        OrderStatus.Returned => new("info", "return", "Returned"),
        OrderStatus.Fulfilled => new("good", "check", "Fulfilled"),
        OrderStatus.PartiallyFulfilled => new("warn", "half", "Partially fulfilled"),
        OrderStatus.Pending => new("quiet", "circle", "Unfulfilled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static Look Of(PaymentState status) => status switch
    {
        PaymentState.Paid => new("good", "check", "Paid"),
        PaymentState.Authorized => new("info", "clock", "Authorized"),
        PaymentState.PartiallyRefunded => new("info", "half", "Partially refunded"),
        PaymentState.Refunded => new("quiet", "check", "Refunded"),
        PaymentState.Voided => new("quiet", "cross", "Voided"),
        PaymentState.Pending => new("warn", "clock", "Payment pending"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static Look Of(FulfillmentState status) => status switch
    {
        FulfillmentState.Fulfilled => new("good", "check", "Fulfilled"),
        FulfillmentState.PartiallyFulfilled => new("warn", "half", "Partially fulfilled"),
        FulfillmentState.Unfulfilled => new("quiet", "circle", "Unfulfilled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Name(OrderTab tab) => tab switch
    {
        OrderTab.All => "All",
        OrderTab.Unfulfilled => "Unfulfilled",
        OrderTab.PartiallyFulfilled => "Partially fulfilled",
        OrderTab.Unpaid => "Unpaid",
        OrderTab.Returns => "Returns",
        OrderTab.Cancelled => "Cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    };
}
