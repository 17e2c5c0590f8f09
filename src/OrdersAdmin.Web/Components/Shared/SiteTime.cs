using System.Globalization;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Components.Shared;

/// <summary>Times as a site's staff read them: stored in UTC, shown in the site's zone.</summary>
public static class SiteTime
{
    public static DateTimeOffset Local(DateTimeOffset at, string timeZone) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    public static DateOnly Day(DateTimeOffset at, string timeZone) => DateOnly.FromDateTime(Local(at, timeZone).DateTime);

    /// <summary>The moment at which a day begins in the zone, also where the clock skips or repeats midnight.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        // Of two midnights the first begins the day: the one with the larger offset.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>"21 Nov 2026, 14:05 (Europe/Paris)".</summary>
    public static string Absolute(DateTimeOffset at, string timeZone) =>
        Local(at, timeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + $" ({timeZone})";

    /// <summary>Relative under a day, else the date; with the year once it is another one.</summary>
    public static string Relative(DateTimeOffset at, string timeZone, DateTimeOffset now)
    {
        var elapsed = now - at;
        if (elapsed >= TimeSpan.Zero && elapsed < TimeSpan.FromDays(1))
            return Ago.Of(elapsed);
        var (local, today) = (Local(at, timeZone), Local(now, timeZone));
        return local.ToString(local.Year == today.Year ? "d MMM, HH:mm" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }
}
