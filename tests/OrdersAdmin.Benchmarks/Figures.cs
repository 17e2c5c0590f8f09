using System.Diagnostics;
using System.Globalization;

namespace OrdersAdmin.Benchmarks;

/// <summary>Times of one thing done many times, in milliseconds.</summary>
internal sealed class Figures
{
    private readonly double[] sorted;

    private Figures(IEnumerable<double> times) => sorted = [.. times.Order()];

    public double Median => At(0.50);

    public double P95 => At(0.95);

    public double Most => sorted[^1];

    /// <summary>Does it <paramref name="warmUp"/> times unmeasured, so that what is measured is compiled code, then <paramref name="times"/> times.</summary>
    public static async Task<Figures> Of(Func<Task> act, int times = 200, int warmUp = 30)
    {
        for (var i = 0; i < warmUp; i++)
            await act();
        var taken = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            taken[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return new(taken);
    }

    public static Figures Of(IEnumerable<double> times) => new(times);

    public static void Head(string what) => Console.WriteLine($"{what,-58}{"p50 ms",9}{"p95 ms",9}{"max ms",9}");

    public void Print(string what, string? remark = null) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58}{Median,9:0.00}{P95,9:0.00}{Most,9:0.00}  {remark}"));

    private double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
