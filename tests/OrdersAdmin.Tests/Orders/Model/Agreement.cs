using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Orders.Model;

/// <summary>What holds of every order at every moment.</summary>
internal static class Agreement
{
    public static void Agrees(this OrderModel model, Order order)
    {
        Assert.Equal(
            (model.Status, model.Fulfillment, model.Version, model.Version),
            (order.Status, order.FulfillmentStatus, order.Version, order.EventSequence));
        Assert.Equal(model.Shipped, order.Lines.OrderBy(line => line.Position).Select(line => line.Shipped));
        Assert.Equal(model.Parcels, order.Fulfillments.OrderBy(each => each.Number).Select(each => each.Status));
        Assert.Equal(model.Note, order.Note);
        Assert.Equal(model.Tags.Order(StringComparer.Ordinal), order.Tags.Select(tag => tag.Name).Order(StringComparer.Ordinal));

        Assert.Equal(
            (OrderStatuses.Order(order.Facts), OrderStatuses.Fulfillment(order.Facts), OrderStatuses.Payment(order.Facts)),
            (order.Status, order.FulfillmentStatus, order.PaymentStatus));
        Assert.Equal(OrderSearchText.Of(order), order.SearchText);
        Assert.All(order.Lines, line =>
        {
            Assert.InRange(line.Shipped + line.Removed, 0, line.Quantity);
            Assert.InRange(line.Returned, 0, line.Shipped);
        });
    }
}
