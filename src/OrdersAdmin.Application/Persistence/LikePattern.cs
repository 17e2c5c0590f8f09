namespace OrdersAdmin.Persistence;

/// <summary>Words of a person as a pattern for LIKE, which knows no difference between small and capital letters.</summary>
internal static class LikePattern
{
    public const string Escape = @"\";

    public static string Containing(string text) =>
        $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
