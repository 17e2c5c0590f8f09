namespace OrdersAdmin.Webhooks;

/// <summary>When a message that did not arrive is sent again: soon at first, then every four hours, for three days.</summary>
internal static class DeliverySchedule
{
    /// <summary>Time since the first attempt.</summary>
    public static IReadOnlyList<TimeSpan> Offsets { get; } =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        .. Enumerable.Range(0, 18).Select(i => TimeSpan.FromHours(2 + 4 * i)),
        TimeSpan.FromHours(72),
    ];

    /// <summary>The next attempt, or null after the last. Those that fell due while nothing was sent are left out.</summary>
    /// <param name="chance">From 0 to 1: how much of a tenth of the pause comes on top, so that many who failed together do not come back together.</param>
    public static DateTimeOffset? Next(DateTimeOffset started, DateTimeOffset now, double chance)
    {
        var elapsed = now - started;
        if (Offsets.FirstOrDefault(offset => offset > elapsed) is not { Ticks: > 0 } next)
            return null;
        return started + next + (next - elapsed) * (chance / 10);
    }
}
