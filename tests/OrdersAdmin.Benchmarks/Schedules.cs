using System.Diagnostics;
using System.Globalization;

namespace OrdersAdmin.Benchmarks;

/// <summary>The full proof of the refunds: many random schedules, over as many processes as there are cores. Each process prints its seed; one that fails prints the seed of the schedule that did.</summary>
internal static class Schedules
{
    // Seeds of different processes never meet.
    private const int Apart = 10_000_000;

    public static async Task<int> Run(Arguments arguments)
    {
        var (count, workers) = (arguments.Number("count", 100_000), arguments.Number("workers", Environment.ProcessorCount));
        var seed = arguments.Number("seed", Random.Shared.Next(1_000_000_000));
        var tests = arguments.Text("tests") ?? Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../OrdersAdmin.Tests/bin/Debug/net10.0/OrdersAdmin.Tests.dll"));
        if (!File.Exists(tests))
        {
            await Console.Error.WriteLineAsync($"There is no {tests}. Build tests/OrdersAdmin.Tests first, or name it with --tests DLL.");
            return 2;
        }

        var since = Stopwatch.GetTimestamp();
        var exits = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Prove(tests, (count / workers) + (worker < count % workers ? 1 : 0), unchecked(seed + (worker * Apart)))));
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var failed = exits.Count(exit => exit != 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} schedules, seed {seed}, {workers} processes, {seconds:#,0} s, {count / seconds:0.0} a second: {(failed == 0 ? "every one holds" : $"{failed} processes found one that does not")}"));
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> Prove(string tests, int count, int seed)
    {
        var start = new ProcessStartInfo("dotnet", [tests, "-class", "OrdersAdmin.Tests.Refunds.RandomSchedules", "-showLiveOutput"])
        {
            Environment =
            {
                ["REFUND_SCHEDULES"] = count.ToString(CultureInfo.InvariantCulture),
                ["REFUND_SEED"] = seed.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
