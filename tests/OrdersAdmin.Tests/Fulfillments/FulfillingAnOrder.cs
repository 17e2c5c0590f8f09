using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class FulfillingAnOrder
{
    [Fact]
    public async Task Ships_everything_that_is_left()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3), Line("Tray", 1));

        var changed = (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", TrackingNumber: "JD01"))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((2, 2), (changed.Version, after.Version));
        Assert.Equal((OrderStatus.Fulfilled, FulfillmentState.Fulfilled, 0), (after.Status, after.FulfillmentStatus, after.UnitsLeft));
        Assert.Equal([3, 1], after.Lines.Select(line => line.Shipped));
        var fulfillment = Assert.Single(after.Fulfillments);
        Assert.Equal((1, FulfillmentStatus.Shipped, "DHL", "JD01", shop.Clock.Now), (fulfillment.Number, fulfillment.Status, fulfillment.Carrier, fulfillment.TrackingNumber, fulfillment.ShippedAt));
        Assert.Equal("https://www.dhl.com/global-en/home/tracking/tracking-parcel.html?submit=1&tracking-id=JD01", fulfillment.TrackingUrl);
    }
}
