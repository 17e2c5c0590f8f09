using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace OrdersAdmin.Benchmarks.Rest;

/// <summary>Requests a second that the API answers, from this process to the app's on loopback.</summary>
internal static class Serving
{
    private static readonly int[] Connections = [1, 16];

    public static async Task<int> Run(Arguments arguments)
    {
        var (orders, seconds, shipping) = (arguments.Number("orders", 2000), arguments.Number("seconds", 5), arguments.Number("fulfillments", 2000));
        await using var shop = await RestShop.Open(arguments, orders, waiting: (shipping + 100) * Connections.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{orders:#,0} orders{"",-28}{"connections",12}{"a second",10}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"cpu ms",9}"));
        foreach (var connections in Connections)
        {
            using var client = RestShop.Client(connections);
            await Read("list, 25", _ => $"{RestShop.Orders}?limit=25");
            await Read("list, 50", _ => $"{RestShop.Orders}?limit=50");
            await Read("get", i => $"{RestShop.Orders}/{shop.Known[i % shop.Known.Count]}");
            await Measure(shop, client, "fulfill", connections, TimeSpan.MaxValue, 100, Fulfill, unmeasured: true);
            await Measure(shop, client, "fulfill", connections, TimeSpan.MaxValue, shipping, Fulfill);

            async Task Read(string what, Func<int, string> path)
            {
                await Measure(shop, client, what, connections, TimeSpan.FromSeconds(2), int.MaxValue, i => new(HttpMethod.Get, path(i)), unmeasured: true);
                await Measure(shop, client, what, connections, TimeSpan.FromSeconds(seconds), int.MaxValue, i => new(HttpMethod.Get, path(i)));
            }

            HttpRequestMessage Fulfill(int i)
            {
                lock (shop.Waiting)
                    return new(HttpMethod.Post, $"{RestShop.Orders}/{shop.Waiting.Dequeue()}/fulfill")
                    {
                        Content = JsonContent.Create(new { carrier = "DHL", tracking_number = "JJD0099" }),
                        Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } },
                    };
            }
        }
        return 0;
    }

    private static async Task Measure(
        RestShop shop, HttpClient client, string what, int connections, TimeSpan howLong, int most, Func<int, HttpRequestMessage> request, bool unmeasured = false)
    {
        var (since, worked, next) = (Stopwatch.GetTimestamp(), shop.Served.Worked, -1);
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(since) < howLong && Interlocked.Increment(ref next) is var i && i < most)
            {
                using var message = request(i);
                message.Headers.Authorization = new("Bearer", shop.Token);
                var start = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(message);
                answer.EnsureSuccessStatusCode();
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return mine;
        })));
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var sorted = times.SelectMany(each => each).Order().ToList();
        if (!unmeasured)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what,-40}{connections,12}{sorted.Count / seconds,10:#,0}{At(0.5),9:0.00}{At(0.95),9:0.00}{At(0.99),9:0.00}{(shop.Served.Worked - worked).TotalMilliseconds / sorted.Count,9:0.00}"));

        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}
