using System.Collections.Concurrent;
using OrdersAdmin.Orders;
using OrdersAdmin.Tests.StripeSimulator;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>Pages that are open hear of every change right after its commit.</summary>
public sealed class HearingOfChanges
{
    [Fact]
    public async Task Each_commit_is_told_with_the_version_it_left_and_a_refusal_is_not()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Mug", 4));
        var heard = new ConcurrentQueue<OrderChange>();
        using var subscription = shop.Database.Changes.Subscribe(heard.Enqueue);

        var shipped = await shop.Ship(order, 1);
        Expect.Forbidden(await shop.Refund(order, RefundShop.Amount(1), shop.Ana));
        (await shop.Refund(order, RefundShop.Amount(100))).OrThrow();

        await Eventually.Holds(() => Task.FromResult(heard.Count == 2));
        Assert.Equal(["fulfillment.shipped", "refund.requested"], heard.SelectMany(change => change.Kinds));
        Assert.All(heard, change => Assert.Equal(order.Id, change.Id));
        Assert.Equal([shipped.Version, shipped.Version + 1], heard.Select(change => change.Version));
    }

    [Fact]
    public async Task Whoever_has_left_hears_nothing_more()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Mug", 4));
        var (left, stayed) = (new ConcurrentQueue<OrderChange>(), new ConcurrentQueue<OrderChange>());
        var subscription = shop.Database.Changes.Subscribe(left.Enqueue);
        using var other = shop.Database.Changes.Subscribe(stayed.Enqueue);

        subscription.Dispose();
        await shop.Ship(order, 1);

        await Eventually.Holds(() => Task.FromResult(stayed.Count == 1));
        Assert.Empty(left);
    }
}
