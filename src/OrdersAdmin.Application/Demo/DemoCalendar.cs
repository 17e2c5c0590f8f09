namespace OrdersAdmin.Demo;

/// <summary>When the year's orders were placed: evenings and weekends, a peak in November, a shop that grows, and a busy last fortnight.</summary>
internal sealed class DemoCalendar
{
    private const int Days = 365;
    private const int Hours = Days * 24;
    private const int ShareOfLastFortnight = 12;

    private static readonly int[] OfHour = [3, 2, 1, 1, 1, 2, 4, 8, 14, 20, 24, 26, 28, 26, 24, 24, 25, 26, 28, 32, 36, 38, 30, 16];
    private static readonly int[] OfRecentDay = [30, 22, 16, 11, 8, 6, 5, 4, 4, 3, 3, 3, 3, 3];

    /// <summary>Minutes ago: a shop in which nothing happened today looks broken.</summary>
    private static readonly int[] Newest = [16, 9, 5, 2];

    private readonly int count;
    private readonly DateTimeOffset now;
    private readonly DateTimeOffset start;
    private readonly UInt128[] sums = new UInt128[Hours + 1];

    public DemoCalendar(int count, DateTimeOffset now)
    {
        (this.count, this.now, start) = (count, now, now.AddDays(-Days));
        var weights = Enumerable.Range(0, Hours).Select(hour => (ulong)DemoSite.All.Sum(site => Weight(hour, site))).ToArray();
        var recent = Hours - OfRecentDay.Length * 24;
        var (older, newer) = (Sum(weights[..recent]), Sum(weights[recent..]));
        for (var hour = 0; hour < Hours; hour++)
            sums[hour + 1] = sums[hour] + weights[hour] * (hour < recent ? newer * (100 - ShareOfLastFortnight) : older * ShareOfLastFortnight);
    }

    /// <summary>The moment of order i and where it was placed; a later order is never earlier.</summary>
    public (DateTimeOffset At, DemoSite Site) Of(int i, SplitMix64 random)
    {
        // Stratified: each order draws from its own slice of the year, so that the orders come out sorted.
        var point = (((UInt128)(uint)i << 32) + (random.Next() >> 32)) * sums[Hours] / ((UInt128)(uint)count << 32);
        var hour = Array.BinarySearch(sums, point);
        hour = hour < 0 ? ~hour - 1 : hour;
        var second = (int)((point - sums[hour]) * 3600 / (sums[hour + 1] - sums[hour]));
        var at = start.AddHours(hour).AddSeconds(second);
        var left = count - 1 - i;
        if (count > 5 * Newest.Length)
        {
            var latest = now.AddMinutes(-20);
            at = left < Newest.Length ? now.AddMinutes(-Newest[^(left + 1)]) : at < latest ? at : latest;
        }
        return (at, random.Weighted(DemoSite.All, site => Weight(hour, site)));
    }

    private int Weight(int hour, DemoSite site)
    {
        var local = start.AddHours(hour + site.HoursFromUtc);
        var ago = (Hours - 1 - hour) / 24;
        var weekday = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 13 : 10;
        var share = site == DemoSite.All[0] ? 3 : 2;
        var season = ago < OfRecentDay.Length ? OfRecentDay[ago] * 100 : Season(local) * (60 + (Days - ago) * 60 / Days);
        return OfHour[local.Hour] * weekday * share * season;
    }

    private static int Season(DateTimeOffset day) => (day.Month, day.Day) switch
    {
        (11, > 20) => 26,
        (11, _) => 14,
        (12, <= 20) => 22,
        (1 or 2, _) => 8,
        (8, _) => 7,
        _ => 10,
    };

    private static UInt128 Sum(ulong[] weights) => weights.Aggregate(UInt128.Zero, (sum, each) => sum + each);
}
