using System.Diagnostics;
using System.Globalization;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Benchmarks;

/// <summary>Orders a second through the intake workflow, one result each, every answer on disk.</summary>
internal static class Intake
{
    public static async Task<int> Run(Arguments arguments)
    {
        var count = arguments.Number("orders", 10_000);
        await using var shop = await Shop.Empty();
        var importer = Actor.System("Benchmarks");
        await shop.Intake.TakeInAll(importer, shop.Sites[0].Id, new SampleOrders(9).Take(500));

        var orders = new SampleOrders(1).Take(count).ToList();
        var (since, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var taken = await shop.Intake.TakeInAll(importer, shop.Sites[0].Id, orders);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var cpu = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / count;
        foreach (var each in taken)
            each.OrThrow();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} orders in {seconds:0.00} s: {count / seconds:#,0} orders a second, {cpu:0.00} ms of processor time an order"));
        return 0;
    }
}
