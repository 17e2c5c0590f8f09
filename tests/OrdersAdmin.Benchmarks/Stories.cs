using System.Diagnostics;
using System.Globalization;

namespace OrdersAdmin.Benchmarks;

/// <summary>The full proof of returns and exchanges: many random stories of an order's goods, over as many processes as there are cores. Each process prints its seeds; one that fails prints the shortest story that does.</summary>
internal static class Stories
{
    public static async Task<int> Run(Arguments arguments)
    {
        var (count, workers) = (arguments.Number("count", 40_000), arguments.Number("workers", Environment.ProcessorCount));
        var tests = arguments.Text("tests") ?? Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../OrdersAdmin.Tests/bin/Debug/net10.0/OrdersAdmin.Tests.dll"));
        if (!File.Exists(tests))
        {
            await Console.Error.WriteLineAsync($"There is no {tests}. Build tests/OrdersAdmin.Tests first, or name it with --tests DLL.");
            return 2;
        }

        var since = Stopwatch.GetTimestamp();
        var exits = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Prove(tests, (count / workers) + (worker < count % workers ? 1 : 0))));
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var failed = exits.Count(exit => exit != 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} stories, {workers} processes, {seconds:#,0} s, {count / seconds:0.0} a second: {(failed == 0 ? "every one holds" : $"{failed} processes found one that does not")}"));
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> Prove(string tests, int count)
    {
        var start = new ProcessStartInfo("dotnet", [tests, "-class", "OrdersAdmin.Tests.Goods.AnyStoryOfGoods", "-showLiveOutput"])
        {
            Environment = { ["GOODS_STORIES"] = count.ToString(CultureInfo.InvariantCulture) },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
