using System.Globalization;

namespace OrdersAdmin.Cli.Output;

/// <summary>Times as people read them, in UTC, to the minute.</summary>
internal static class Times
{
    public static string Of(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "Z"
            : text;
}
