using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.Exchanges;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

/// <summary>What goods on their way back do to an order's status, row by row.</summary>
public sealed class GoodsMachine
{
    public static TheoryData<OrderStatus, GoodsAction, OrderStatus> EveryRow => [.. OrderTransitions.Goods.Select(row => (row.From, row.Action, row.To))];

    [Theory]
    [MemberData(nameof(EveryRow))]
    public async Task Takes_every_row_of_the_table(OrderStatus from, GoodsAction action, OrderStatus to)
    {
        await using var shop = await Shop();
        var scene = Scene.All.Single(each => (each.Is, each.Then, each.To) == (from, action, to));
        var order = await scene.Build(shop);
        Assert.Equal(from, (await shop.Read(order.Id)).Status);

        await scene.Act(shop, await shop.Read(order.Id));

        Assert.Equal(to, (await shop.Read(order.Id)).Status);
    }

    /// <param name="Shipped">Of three ordered mugs.</param>
    /// <param name="Announced">Of the shipped ones.</param>
    /// <param name="Now">Of the announced ones, in this act.</param>
    private sealed record Scene(OrderStatus Is, GoodsAction Then, OrderStatus To, int Shipped, int Announced, int Now)
    {
        public static readonly Scene[] All =
        [
            new(OrderStatus.PartiallyFulfilled, GoodsAction.Receive, OrderStatus.PartiallyFulfilled, 2, 2, 1),
            new(OrderStatus.PartiallyFulfilled, GoodsAction.Receive, OrderStatus.Returned, 2, 2, 2),
            new(OrderStatus.Fulfilled, GoodsAction.Receive, OrderStatus.Fulfilled, 3, 3, 1),
            new(OrderStatus.Fulfilled, GoodsAction.Receive, OrderStatus.Returned, 3, 3, 3),
            new(OrderStatus.Refunded, GoodsAction.Receive, OrderStatus.Refunded, 3, 3, 3),
            new(OrderStatus.Cancelled, GoodsAction.Receive, OrderStatus.Cancelled, 3, 3, 3),
            new(OrderStatus.Returned, GoodsAction.FindMissing, OrderStatus.PartiallyFulfilled, 2, 2, 1),
            new(OrderStatus.Returned, GoodsAction.FindMissing, OrderStatus.Fulfilled, 3, 3, 1),
            new(OrderStatus.PartiallyFulfilled, GoodsAction.FindMissing, OrderStatus.PartiallyFulfilled, 2, 1, 1),
            new(OrderStatus.Fulfilled, GoodsAction.FindMissing, OrderStatus.Fulfilled, 3, 1, 1),
            new(OrderStatus.Refunded, GoodsAction.FindMissing, OrderStatus.Refunded, 3, 3, 1),
            new(OrderStatus.Cancelled, GoodsAction.FindMissing, OrderStatus.Cancelled, 3, 3, 1),
            new(OrderStatus.PartiallyFulfilled, GoodsAction.AddReplacement, OrderStatus.PartiallyFulfilled, 2, 0, 1),
            new(OrderStatus.Fulfilled, GoodsAction.AddReplacement, OrderStatus.PartiallyFulfilled, 3, 0, 1),
            new(OrderStatus.PartiallyFulfilled, GoodsAction.DropReplacement, OrderStatus.PartiallyFulfilled, 2, 0, 1),
            new(OrderStatus.PartiallyFulfilled, GoodsAction.DropReplacement, OrderStatus.Fulfilled, 3, 0, 1),
            new(OrderStatus.Returned, GoodsAction.DropReplacement, OrderStatus.Returned, 3, 0, 3),
            new(OrderStatus.Refunded, GoodsAction.DropReplacement, OrderStatus.Refunded, 3, 0, 1),
        ];

        public async Task<OrderView> Build(Shop shop)
        {
            await shop.Variant("MUG");
            var jug = await shop.Variant("JUG");
            var refunded = Is == OrderStatus.Refunded && Then != GoodsAction.DropReplacement ? 3000 : 0;
            var order = await shop.Order(Intake(Line("Mug", 3, sku: "MUG")) with
            {
                Payments = [new("stripe", "pi_1", "Visa ••4242", Captured: 3000, Refunded: refunded)],
                CancelledOn = Is == OrderStatus.Cancelled ? Today : null,
                Fulfillments = [new IntakeFulfillment { Carrier = "DHL", ShipDate = Today, Items = [new(0, Shipped)] }],
            });
            if (Then == GoodsAction.FindMissing)
                await shop.Receive(await shop.Approved(order, Announced));
            if (Then == GoodsAction.Receive)
                await shop.Approved(order, Announced);
            if (Then == GoodsAction.DropReplacement)
            {
                var exchange = await shop.ApprovedExchange(order, jug, Now);
                if (Is == OrderStatus.Returned)
                    await shop.GoodsArrive(exchange);
                if (Is == OrderStatus.Refunded)
                    await RefundAll(shop, order);
            }
            return order;
        }

        public async Task Act(Shop shop, OrderView order)
        {
            switch (Then)
            {
                case GoodsAction.Receive:
                    await shop.Receive(order.Returns[0], Now);
                    break;
                case GoodsAction.FindMissing:
                    await shop.Inspect(order.Returns[0], Disposition.Missing, Now);
                    break;
                case GoodsAction.AddReplacement:
                    await shop.ApprovedExchange(order, await shop.Variant("JUG"), Now);
                    break;
                default:
                    (await shop.Exchanges().Cancel(shop.Support, order.Exchanges[0].Id, null)).OrThrow();
                    break;
            }
        }

        /// <summary>In the provider's dashboard, as it would report it.</summary>
        private static Task<Result<Done>> RefundAll(Shop shop, OrderView order) =>
            shop.Database.Write<Done>(async db =>
            {
                var found = (await db.FindOrder(order.Id, shop.Owner, Permission.ViewOrders)).OrThrow();
                var book = await RefundBook.Open(db, found);
                await book.Hear(new StripeRefund { Id = "re_1", Amount = 3000, Currency = "eur", Status = "succeeded", PaymentIntent = "pi_1" }, found.Payments[0], Today);
                return new Done();
            });
    }
}
