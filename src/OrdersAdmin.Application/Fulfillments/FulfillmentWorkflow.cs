using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Fulfillments;

/// <summary>Shipping an order in part or whole, and what becomes of a shipment. Answers with the order as it is afterwards.</summary>
public sealed class FulfillmentWorkflow(OrdersDatabase database, TimeProvider clock)
{
    /// <summary>Ships items. Refused when more is asked for than is left, or the order changed since <see cref="FulfillItems.ExpectedVersion"/>; nothing is kept then.</summary>
    public Task<Result<Changed>> Fulfill(Actor actor, Id<Order> orderId, FulfillItems command, CancellationToken cancel = default) => database.WriteAhead<Changed>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.FulfillOrders)).TryGet(out var order, out var problem))
            return problem;
        var requestKey = Text.Clean(command.RequestKey);
        if (requestKey is not null && order.Fulfillments.Any(each => each.RequestKey == requestKey))
            return new Changed(order.Version);
        if (FulfillItemsRules.Check(command, order, now) is { } wrong)
            return wrong;
        if (await db.CheckFresh(order, command.ExpectedVersion, now) is { } stale)
            return stale;

        var tell = command.Notify && order is { BuyerEmail: not null, TestMode: false };
        var shipment = FulfillItemsRules.Shipment(command, now);
        if (!order.Fulfill(shipment, new ShippedItems(command.Items), requestKey, tell, actor, now).TryGet(out var fulfillment, out var refused))
            return refused;
        await ExchangeBook.Follow(db, order, fulfillment, back: false, actor, now);
        if (tell)
            db.Mails.Add(await ShippedLetter.Write(db, order, fulfillment, now));
        return new Changed(order.Version);
    }, cancel);

    /// <summary>Marks a shipment as delivered, now or at the given time.</summary>
    public Task<Result<Changed>> Deliver(Actor actor, Id<Order> orderId, Id<Fulfillment> fulfillmentId, int? expectedVersion, DateTimeOffset? deliveredAt = null, CancellationToken cancel = default) =>
        OnFulfillment(actor, orderId, fulfillmentId, expectedVersion, (order, fulfillment, now) => order.Deliver(fulfillment, deliveredAt ?? now, actor, now), cancel);

    /// <summary>Undoes a shipment that did not leave after all; its items are to ship again.</summary>
    public Task<Result<Changed>> Cancel(Actor actor, Id<Order> orderId, Id<Fulfillment> fulfillmentId, int? expectedVersion, CancellationToken cancel = default) =>
        OnFulfillment(actor, orderId, fulfillmentId, expectedVersion, (order, fulfillment, now) => order.CancelFulfillment(fulfillment, actor, now), cancel,
            (db, order, fulfillment, now) => ExchangeBook.Follow(db, order, fulfillment, back: true, actor, now));

    private Task<Result<Changed>> OnFulfillment(
        Actor actor, Id<Order> orderId, Id<Fulfillment> fulfillmentId, int? expectedVersion,
        Func<Order, Fulfillment, DateTimeOffset, Result<Done>> act, CancellationToken cancel,
        Func<OrdersContext, Order, Fulfillment, DateTimeOffset, Task>? after = null) => database.WriteAhead<Changed>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.FulfillOrders)).TryGet(out var order, out var problem))
            return problem;
        if (order.Fulfillments.FirstOrDefault(each => each.Id == fulfillmentId) is not { } fulfillment)
            return new Problem.NotFound("There is no such fulfillment on this order.");
        if (await db.CheckFresh(order, expectedVersion, now) is { } stale)
            return stale;
        if (act(order, fulfillment, now).Problem is { } refused)
            return refused;
        if (after is not null)
            await after(db, order, fulfillment, now);
        return new Changed(order.Version);
    }, cancel);
}
