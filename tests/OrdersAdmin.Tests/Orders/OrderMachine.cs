using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class OrderMachine
{
    public static MatrixTheoryData<OrderStatus, OrderAction> EveryPair => new(Enum.GetValues<OrderStatus>(), Enum.GetValues<OrderAction>());

    public static TheoryData<OrderStatus, OrderAction, OrderStatus> EveryRow => [.. OrderTransitions.Table.Select(row => (row.From, row.Action, row.To))];

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Does_in_every_state_what_the_table_says_and_refuses_the_rest_without_a_trace(OrderStatus status, OrderAction action)
    {
        await using var shop = await Shop();
        foreach (var scene in Scene.All.Where(each => each.Is == status))
        {
            var order = await scene.Build(shop);
            Assert.Equal(status, order.Status);
            Assert.Equal(OrderTransitions.Table.Permits(status, OrderAction.Fulfill), order.AllowedActions.Contains(OrderAct.Fulfill));
            var (before, events) = (shop.AllRows(), (await shop.EventsOf(order.Id)).Count);

            var result = await scene.Try(shop, order, action);

            if (!OrderTransitions.Table.Permits(status, action) || scene.Forbids(action))
            {
                Expect.Refused(result);
                Assert.Equal(before, shop.AllRows());
                continue;
            }
            var after = await shop.Read(order.Id);
            Assert.True(OrderTransitions.Table.Permits(status, action, after.Status), $"{status} {action} led to {after.Status}.");
            Assert.Equal((order.Version + 1, order.Timeline.Count + 1, events + 1), (result.OrThrow().Version, after.Timeline.Count, (await shop.EventsOf(order.Id)).Count));
        }
    }

    [Theory]
    [MemberData(nameof(EveryRow))]
    public async Task Takes_every_row_of_the_table(OrderStatus from, OrderAction action, OrderStatus to)
    {
        await using var shop = await Shop();
        var scene = Scene.All.Single(each => (each.Is, each.Then, each.To) == (from, action, to));
        var order = await scene.Build(shop);

        (await scene.Try(shop, order, action)).OrThrow();

        Assert.Equal((from, to), (order.Status, (await shop.Read(order.Id)).Status));
    }

    /// <summary>An order of some mugs: what was shipped in which parcels, what came back, and the act that leads on.</summary>
    /// <param name="Next">Units that the act ships; 0 means all that are left.</param>
    private sealed record Scene(OrderStatus Is, OrderAction? Then, OrderStatus To, int Ordered, int[] Parcels, int Next = 0, int Returned = 0, bool Digital = false)
    {
        public static readonly Scene[] All =
        [
            new(OrderStatus.Pending, OrderAction.Fulfill, OrderStatus.PartiallyFulfilled, 3, [], Next: 1),
            new(OrderStatus.Pending, OrderAction.Fulfill, OrderStatus.Fulfilled, 3, []),
            new(OrderStatus.PartiallyFulfilled, OrderAction.Fulfill, OrderStatus.PartiallyFulfilled, 3, [1], Next: 1),
            new(OrderStatus.PartiallyFulfilled, OrderAction.Fulfill, OrderStatus.Fulfilled, 3, [1]),
            new(OrderStatus.Returned, OrderAction.Fulfill, OrderStatus.PartiallyFulfilled, 3, [1], Next: 1, Returned: 1),
            new(OrderStatus.Returned, OrderAction.Fulfill, OrderStatus.Fulfilled, 3, [1], Returned: 1),
            new(OrderStatus.PartiallyFulfilled, OrderAction.CancelFulfillment, OrderStatus.Pending, 3, [1]),
            new(OrderStatus.PartiallyFulfilled, OrderAction.CancelFulfillment, OrderStatus.PartiallyFulfilled, 3, [1, 1]),
            new(OrderStatus.PartiallyFulfilled, OrderAction.CancelFulfillment, OrderStatus.Returned, 3, [1, 1], Returned: 1),
            new(OrderStatus.Fulfilled, OrderAction.CancelFulfillment, OrderStatus.Pending, 3, [3]),
            new(OrderStatus.Fulfilled, OrderAction.CancelFulfillment, OrderStatus.PartiallyFulfilled, 3, [1, 2]),
            new(OrderStatus.Fulfilled, OrderAction.CancelFulfillment, OrderStatus.Returned, 2, [1, 1], Returned: 1),
            new(OrderStatus.Refunded, OrderAction.CancelFulfillment, OrderStatus.Refunded, 3, [1]),
            new(OrderStatus.Cancelled, null, OrderStatus.Cancelled, 3, [1]),
            new(OrderStatus.Pending, OrderAction.Cancel, OrderStatus.Cancelled, 3, []),
            new(OrderStatus.Fulfilled, OrderAction.Cancel, OrderStatus.Cancelled, 3, [], Digital: true),
            new(OrderStatus.Returned, OrderAction.Cancel, OrderStatus.Cancelled, 3, [1], Returned: 1),
            new(OrderStatus.Refunded, OrderAction.Cancel, OrderStatus.Cancelled, 3, []),
        ];

        /// <summary>What the table permits from this status and this scene does not: it has nothing to cancel, or units that are out.</summary>
        public bool Forbids(OrderAction action) => action switch
        {
            OrderAction.Cancel => Is != OrderStatus.Pending && Parcels.Sum() > Returned,
            OrderAction.CancelFulfillment => Parcels.Length == 0,
            _ => false,
        };

        public async Task<OrderView> Build(Shop shop)
        {
            var paid = 1000L * Ordered;
            var order = await shop.Order(Intake(Line("Mug", Ordered) with { Returned = Returned, RequiresShipping = !Digital }) with
            {
                Payments = [new("stripe", Captured: paid, Refunded: Is == OrderStatus.Refunded ? paid : 0)],
                CancelledOn = Is == OrderStatus.Cancelled ? Today : null,
                // A pending order with a fulfillment that is no longer live comes about only by cancelling it here.
                Fulfillments = [.. Parcels.Select(units => new IntakeFulfillment { Carrier = "DHL", ShipDate = Today, Items = [new(0, units)] })],
            });
            return Is == OrderStatus.Pending ? await shop.CancelFulfillment(await shop.Ship(order, 1), 1) : order;
        }

        public async Task<Result<Changed>> Try(Shop shop, OrderView order, OrderAction action) => action switch
        {
            OrderAction.Fulfill => await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("UPS", Items: Next == 0 ? null : Tests.Shop.Items(order, Next), ExpectedVersion: order.Version)),
            OrderAction.CancelFulfillment when order.Fulfillments.Count == 0 => new Problem.Refused("There is no fulfillment to cancel."),
            OrderAction.CancelFulfillment => await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version),
            OrderAction.Cancel => await shop.Cancellation.Cancel(shop.Support, order.Id, new CancelOrder("Out of stock", Notify: false, ExpectedVersion: order.Version)),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
    }
}
