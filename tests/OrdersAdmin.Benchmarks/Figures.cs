using System.Diagnostics;
using System.Globalization;

namespace OrdersAdmin.Benchmarks;

/// <summary>Times of one thing done many times, in milliseconds.</summary>
internal sealed class Figures
{
    private readonly double[] sorted;

    private readonly double cpu;

    private Figures(IEnumerable<double> times, TimeSpan worked)
    {
        sorted = [.. times.Order()];
        cpu = worked.TotalMilliseconds / sorted.Length;
    }

    public double Median => At(0.50);

    public double P95 => At(0.95);

    public double Most => sorted[^1];

    /// <summary>Does it <paramref name="warmUp"/> times unmeasured, so that what is measured is compiled code, then <paramref name="times"/> times.</summary>
    public static async Task<Figures> Of(Func<Task> act, int times = 200, int warmUp = 30)
    {
        for (var i = 0; i < warmUp; i++)
            await act();
        var taken = new double[times];
        var worked = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            taken[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return new(taken, Environment.CpuUsage.TotalTime - worked);
    }

    /// <param name="worked">Processor time of the whole process meanwhile; unlike the times it does not grow on a machine that has other work too.</param>
    public static Figures Of(IEnumerable<double> times, TimeSpan worked) => new(times, worked);

    public static void Head(string what) => Console.WriteLine($"{what,-66}{"p50 ms",9}{"p95 ms",9}{"max ms",9}{"cpu ms",9}");

    public void Print(string what, string? remark = null) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-66}{Median,9:0.00}{P95,9:0.00}{Most,9:0.00}{cpu,9:0.00}  {remark}"));

    private double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
