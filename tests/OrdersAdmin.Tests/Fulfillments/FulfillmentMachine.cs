using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class FulfillmentMachine
{
    public static MatrixTheoryData<FulfillmentStatus, FulfillmentAction> EveryPair => new(Enum.GetValues<FulfillmentStatus>(), Enum.GetValues<FulfillmentAction>());

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Does_in_every_state_what_the_table_says_and_refuses_the_rest_without_a_trace(FulfillmentStatus status, FulfillmentAction action)
    {
        await using var shop = await Shop();
        var shipped = await shop.Ship(await shop.Order(Line("Mug", 3)), 2);
        var order = status switch
        {
            FulfillmentStatus.Delivered => await shop.Deliver(shipped, 1),
            FulfillmentStatus.Cancelled => await shop.CancelFulfillment(shipped, 1),
            _ => shipped,
        };
        var (before, events) = (shop.AllRows(), (await shop.EventsOf(order.Id)).Count);
        var fulfillment = order.Fulfillments[0];
        Assert.Equal((status, FulfillmentTransitions.Table.Permits(status, action)), (fulfillment.Status, fulfillment.AllowedActions.Contains(action)));

        var result = action == FulfillmentAction.Deliver
            ? await shop.Fulfillments.Deliver(shop.Ana, order.Id, fulfillment.Id, order.Version)
            : await shop.Fulfillments.Cancel(shop.Ana, order.Id, fulfillment.Id, order.Version);

        if (!FulfillmentTransitions.Table.Permits(status, action))
        {
            Expect.Refused(result);
            Assert.Equal(before, shop.AllRows());
            return;
        }
        var after = await shop.Read(order.Id);
        Assert.True(FulfillmentTransitions.Table.Permits(status, action, after.Fulfillments[0].Status));
        Assert.Equal((order.Version + 1, order.Timeline.Count + 1, events + 1), (result.OrThrow().Version, after.Timeline.Count, (await shop.EventsOf(order.Id)).Count));
    }

    [Fact]
    public async Task Begins_where_the_table_begins()
    {
        await using var shop = await Shop();

        var order = await shop.Ship(await shop.Order(Line("Mug", 3)));

        Assert.Equal(FulfillmentTransitions.Table.Start, order.Fulfillments[0].Status);
        Assert.Equal(OrderTransitions.Table.Start, (await shop.Order(Line("Mug", 3))).Status);
    }
}
