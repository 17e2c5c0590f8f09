using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Benchmarks;

/// <summary>Changes orders with many writers at once until the process is killed, and prints each change once it is acknowledged: the ledger that the database must agree with.</summary>
internal static class Hammer
{
    /// <summary>Printed before the database is opened.</summary>
    public const string Starting = "starting";

    public static async Task<int> Run(Arguments arguments)
    {
        Console.WriteLine(Starting);
        await using var shop = await Shop.Open(Path.Combine(arguments.Text("data") ?? Path.Combine(Shop.Folder, "hammer"), "orders.db"));
        // A name for each life of the process, so that no key of an earlier one comes again.
        var life = Guid.CreateVersion7().ToString("N");
        await Task.WhenAll(Enumerable.Range(1, arguments.Number("writers", 16)).Select(writer => Task.Run(() => Strike(shop, $"{life}-{writer}"))));
        return 0;
    }

    private static async Task Strike(Shop shop, string writer)
    {
        var sample = new SampleOrders(writer.GetHashCode(StringComparison.Ordinal));
        for (var i = 0; ; i++)
        {
            var key = $"{writer}-{i}";
            var intake = sample.NextPending() with { ExternalOrderReference = key };
            var order = (await shop.Intake.TakeIn(Actor.System("Hammer"), shop.Sites[0].Id, intake)).OrThrow().OrderId;
            Acknowledge(order, 1, key);

            var first = await Ship(shop, order, key, "a", 1, 1);
            Acknowledge(order, first, $"{key}-a");
            var second = await Ship(shop, order, key, "b", null, first);
            Acknowledge(order, second, $"{key}-b");
            var view = (await shop.Orders.Get(shop.Clerk, order)).OrThrow();
            var third = (await shop.Fulfillments.Cancel(shop.Clerk, order, view.Fulfillments[0].Id, second)).OrThrow().Version;
            Acknowledge(order, third, "");
            Acknowledge(order, await Ship(shop, order, key, "c", null, third), $"{key}-c");
        }
    }

    private static async Task<int> Ship(Shop shop, Id<Order> order, string key, string part, int? units, int version)
    {
        var line = units is null ? default : (await shop.Orders.Get(shop.Clerk, order)).OrThrow().Lines[0].Id;
        return (await shop.Fulfillments.Fulfill(shop.Clerk, order, new FulfillItems(
            "DHL", TrackingNumber: $"JJD-{key}-{part}", Notify: part == "b", Items: units is { } quantity ? [new FulfillItem(line, quantity)] : null,
            ExpectedVersion: version, RequestKey: $"{key}-{part}"))).OrThrow().Version;
    }

    // One write each to a stream that keeps nothing back: a line that was begun was acknowledged.
    private static void Acknowledge(Id<Order> order, int version, string key) => Console.WriteLine($"{order} {version} {key}");
}
