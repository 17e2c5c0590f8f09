using FsCheck.Fluent;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Orders;

public sealed class OrderStatusesAreDerived
{
    private static readonly OrderFacts Fresh = new(Cancelled: false, ToShip: 3, Removed: 0, Shipped: 0, Returned: 0, Total: 3000, Authorized: 0, Captured: 0, Refunded: 0, Voided: false);
    private static readonly OrderFacts Paid = Fresh with { Captured = 3000 };

    public static TheoryData<string, OrderFacts, OrderStatus> Orders => new()
    {
        { "nothing happened", Fresh, OrderStatus.Pending },
        { "some units left", Paid with { Shipped = 1 }, OrderStatus.PartiallyFulfilled },
        { "all units left", Paid with { Shipped = 3 }, OrderStatus.Fulfilled },
        { "nothing is to ship", Paid with { ToShip = 0 }, OrderStatus.Fulfilled },
        { "nothing left before all was taken out", Paid with { ToShip = 0, Removed = 3 }, OrderStatus.Pending },
        { "what was not taken out left", Paid with { ToShip = 1, Removed = 2, Shipped = 1 }, OrderStatus.Fulfilled },
        { "some came back", Paid with { Shipped = 3, Returned = 2 }, OrderStatus.Fulfilled },
        { "all that shipped came back", Paid with { Shipped = 3, Returned = 3 }, OrderStatus.Returned },
        { "all that shipped came back, the rest waits", Paid with { Shipped = 1, Returned = 1 }, OrderStatus.Returned },
        { "a part of the money went back", Paid with { Refunded = 2999 }, OrderStatus.Pending },
        { "all money went back", Paid with { Refunded = 3000 }, OrderStatus.Refunded },
        { "all that was captured went back, less than the total", Fresh with { Captured = 500, Refunded = 500 }, OrderStatus.Refunded },
        { "nothing captured is nothing refunded", Fresh with { Total = 0 }, OrderStatus.Pending },
        { "refunded goes before returned", Paid with { Shipped = 3, Returned = 3, Refunded = 3000 }, OrderStatus.Refunded },
        { "refunded goes before fulfilled", Paid with { Shipped = 3, Refunded = 3000 }, OrderStatus.Refunded },
        { "cancelled goes before all", Paid with { Cancelled = true, Shipped = 3, Returned = 3, Refunded = 3000 }, OrderStatus.Cancelled },
        { "cancelled and never paid", Fresh with { Cancelled = true }, OrderStatus.Cancelled },
    };

    public static TheoryData<string, OrderFacts, PaymentState> Payments => new()
    {
        { "no payment", Fresh, PaymentState.Pending },
        { "authorized", Fresh with { Authorized = 3000 }, PaymentState.Authorized },
        { "captured", Paid, PaymentState.Paid },
        { "captured more", Paid with { Captured = 4000 }, PaymentState.Paid },
        { "captured a part of what was authorized", Fresh with { Captured = 1000, Authorized = 2000 }, PaymentState.Authorized },
        { "captured a part", Fresh with { Captured = 1000 }, PaymentState.Pending },
        { "voided", Fresh with { Voided = true }, PaymentState.Voided },
        { "free of charge", Fresh with { Total = 0 }, PaymentState.Paid },
        { "free of charge and voided", Fresh with { Total = 0, Voided = true }, PaymentState.Voided },
        { "a part refunded", Paid with { Refunded = 1 }, PaymentState.PartiallyRefunded },
        { "refunded", Paid with { Refunded = 3000 }, PaymentState.Refunded },
        { "cancelled but not refunded", Paid with { Cancelled = true }, PaymentState.Paid },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_order_as_a_whole(string situation, OrderFacts facts, OrderStatus status) =>
        Assert.True(OrderStatuses.Order(facts) == status, $"{situation}: {OrderStatuses.Order(facts)}");

    [Theory]
    [MemberData(nameof(Payments))]
    public void Its_payment(string situation, OrderFacts facts, PaymentState status) =>
        Assert.True(OrderStatuses.Payment(facts) == status, $"{situation}: {OrderStatuses.Payment(facts)}");

    [Theory]
    [InlineData(3, 0, 0, FulfillmentState.Unfulfilled)]
    [InlineData(3, 0, 1, FulfillmentState.PartiallyFulfilled)]
    [InlineData(3, 0, 3, FulfillmentState.Fulfilled)]
    [InlineData(0, 0, 0, FulfillmentState.Fulfilled)]
    [InlineData(1, 2, 0, FulfillmentState.Unfulfilled)]
    [InlineData(2, 1, 1, FulfillmentState.PartiallyFulfilled)]
    [InlineData(1, 2, 1, FulfillmentState.Fulfilled)]
    [InlineData(0, 3, 0, FulfillmentState.Unfulfilled)]
    public void Its_fulfillment(int toShip, int removed, int shipped, FulfillmentState status) =>
        Assert.Equal(status, OrderStatuses.Fulfillment(Fresh with { ToShip = toShip, Removed = removed, Shipped = shipped }));

    [Fact]
    public void A_cancelled_order_of_which_nothing_left_is_not_fulfilled() =>
        Assert.Equal(FulfillmentState.Unfulfilled, OrderStatuses.Fulfillment(Fresh with { ToShip = 0, Cancelled = true }));

    [Fact]
    public void Money_moves_the_order_only_when_all_of_it_went_back() => Always.Holds(Facts, facts =>
    {
        var money = facts with { Captured = 0, Refunded = 0, Authorized = 0 };

        if (OrderStatuses.Order(facts) != OrderStatuses.Order(money))
            Assert.True(facts.Captured > 0 && facts.Refunded == facts.Captured && !facts.Cancelled);
    });

    [Fact]
    public void Goods_never_move_the_payment() => Always.Holds(Facts, facts =>
        Assert.Equal(OrderStatuses.Payment(facts), OrderStatuses.Payment(facts with { ToShip = 0, Removed = 0, Shipped = 0, Returned = 0, Cancelled = !facts.Cancelled })));

    private static FsCheck.Gen<OrderFacts> Facts { get; } =
        from toShip in Gen.Choose(0, 3)
        from removed in Gen.Choose(0, 2)
        from shipped in Gen.Choose(0, toShip)
        from returned in Gen.Choose(0, shipped)
        from captured in Gen.Choose(0, 3)
        from refunded in Gen.Choose(0, captured)
        from authorized in Gen.Choose(0, 1)
        from flags in Gen.Choose(0, 3)
        select new OrderFacts((flags & 1) > 0, toShip, removed, shipped, returned, 2, authorized, captured, refunded, (flags & 2) > 0);
}
