namespace OrdersAdmin.Kernel;

/// <summary>How long ago, in the words that lists and messages use.</summary>
public static class Ago
{
    public static string Of(TimeSpan elapsed) => elapsed switch
    {
        { TotalSeconds: < 5 } => "just now",
        { TotalSeconds: < 60 } => $"{elapsed.Seconds} s ago",
        { TotalMinutes: < 60 } => $"{elapsed.Minutes} min ago",
        { TotalHours: < 24 } => $"{elapsed.Hours} h ago",
        _ => Text.Count(elapsed.Days, "day") + " ago",
    };
}
