using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace OrdersAdmin.Benchmarks.Rest;

/// <summary>The full proof that no request, however wrong, makes the API fail or change anything.</summary>
internal static class Hostile
{
    private const int Connections = 16;

    public static async Task<int> Run(Arguments arguments)
    {
        var (count, seed) = (arguments.Number("count", 100_000), arguments.Number("seed", Random.Shared.Next(1_000_000_000)));
        var shop = await RestShop.Open(arguments, arguments.Number("orders", 2000));
        // Once without any request, so that the start's own writes are not taken for theirs.
        await shop.DisposeAsync();
        var before = shop.Digest();
        shop = await shop.Again(arguments);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}"));

        var since = Stopwatch.GetTimestamp();
        var (answers, wrong) = await Send(shop, count, seed);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await shop.DisposeAsync();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} requests in {seconds:0} s: {count / seconds:#,0} a second"));
        foreach (var (status, times) in answers.OrderBy(each => each.Key, StringComparer.Ordinal))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{status,-24}{times,9:#,0}"));
        foreach (var each in wrong.Take(20))
            Console.WriteLine(each);
        var unchanged = shop.Digest() == before;
        Console.WriteLine(unchanged ? "Nothing in the database changed." : "The database CHANGED.");
        return unchanged && wrong.IsEmpty ? 0 : 1;
    }

    private static async Task<(ConcurrentDictionary<string, int> Answers, ConcurrentBag<string> Wrong)> Send(RestShop shop, int count, int seed)
    {
        var (answers, wrong, order) = (new ConcurrentDictionary<string, int>(StringComparer.Ordinal), new ConcurrentBag<string>(), shop.Known[0].ToString());
        using var client = RestShop.Client(Connections);
        await Parallel.ForEachAsync(Enumerable.Range(seed, count), new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (one, cancel) =>
        {
            var hostile = HostileRequest.Of(one, order, shop.Token);
            using var message = hostile.Message();
            try
            {
                using var answer = await client.SendAsync(message, cancel);
                var status = (int)answer.StatusCode;
                answers.AddOrUpdate(status.ToString(CultureInfo.InvariantCulture), 1, (_, times) => times + 1);
                if (status >= 500 || (status < 300 && hostile.Method is not ("GET" or "HEAD")))
                    wrong.Add($"--seed {one} --count 1: {hostile.Method} {hostile.Path[..Math.Min(200, hostile.Path.Length)]} {status} {await answer.Content.ReadAsStringAsync(cancel)}");
            }
            // The server closes the connection before it has read all of a body that it does not want.
            catch (HttpRequestException e)
            {
                answers.AddOrUpdate($"closed: {e.HttpRequestError}", 1, (_, times) => times + 1);
            }
        });
        return (answers, wrong);
    }
}
