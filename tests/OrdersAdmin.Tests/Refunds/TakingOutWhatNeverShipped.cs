using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Refunds.RefundShop;

namespace OrdersAdmin.Tests.Refunds;

public sealed class TakingOutWhatNeverShipped
{
    [Fact]
    public async Task Leaves_the_order_unfulfilled_while_the_money_is_on_its_way()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Mug", 2));

        (await shop.Refund(order, Units(order, 2))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((OrderStatus.Pending, FulfillmentState.Unfulfilled), (after.Status, after.FulfillmentStatus));
        Assert.Equal((true, 0), (after.RefundPending, after.UnitsLeft));
        Assert.DoesNotContain(OrderAct.Fulfill, after.AllowedActions);
    }

    [Fact]
    public async Task Completes_an_order_of_which_the_rest_has_shipped()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Mug", 2));
        var shipped = await shop.Ship(order, 1);

        (await shop.Refund(shipped, Units(order, 1))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((OrderStatus.Fulfilled, FulfillmentState.Fulfilled), (after.Status, after.FulfillmentStatus));
    }
}
