using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Benchmarks;

/// <summary>Fulfillments a second by a clerk, whose permission is checked each time, each decided on an exact version and on disk when it is answered.</summary>
internal static class Fulfilling
{
    public static async Task<int> Run(Arguments arguments)
    {
        var (writers, seconds) = (arguments.Number("writers", 16), arguments.Number("seconds", 10));
        await using var shop = await Shop.Empty();
        var sample = new SampleOrders(1);
        var pending = new ConcurrentQueue<Id<Order>>();
        // As a shop does: orders come in as they are placed, and what waits longest ships first.
        foreach (var chunk in Enumerable.Range(0, seconds * 2000).Select(_ => sample.NextPending()).OrderBy(order => order.CreatedOn).Chunk(1000))
            foreach (var taken in await shop.Intake.TakeInAll(shop.Owner, shop.Sites[0].Id, chunk))
                pending.Enqueue(taken.OrThrow().OrderId);

        await Ship(shop, pending, writers, TimeSpan.FromSeconds(1));
        var (since, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var (times, problems) = await Ship(shop, pending, writers, TimeSpan.FromSeconds(seconds));
        var took = Stopwatch.GetElapsedTime(since).TotalSeconds;

        Figures.Head($"{writers} writers");
        Figures.Of(times, Environment.CpuUsage.TotalTime - worked).Print("one fulfillment");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Count:#,0} fulfillments in {took:0.00} s: {times.Count / took:#,0} a second, {problems:#,0} problems, {pending.Count:#,0} orders left"));
        return problems == 0 ? 0 : 1;
    }

    private static async Task<(List<double> Times, int Problems)> Ship(Shop shop, ConcurrentQueue<Id<Order>> pending, int writers, TimeSpan howLong)
    {
        var end = Stopwatch.GetTimestamp() + (long)(howLong.TotalSeconds * Stopwatch.Frequency);
        var problems = 0;
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetTimestamp() < end && pending.TryDequeue(out var order))
            {
                var start = Stopwatch.GetTimestamp();
                var done = await shop.Fulfillments.Fulfill(shop.Clerk, order, new FulfillItems("DHL", TrackingNumber: "JJD0099", ExpectedVersion: 1));
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (done.Problem is not null)
                    Interlocked.Increment(ref problems);
            }
            return mine;
        })));
        return ([.. times.SelectMany(each => each)], problems);
    }
}
