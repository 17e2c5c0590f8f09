using System.Globalization;

namespace OrdersAdmin.Web.Components.Shared;

/// <summary>A quantity as it is typed: empty is none, and what is no number stays as it is until somebody changes it.</summary>
public static class Units
{
    public const string Sentence = "The quantity must be a whole number, 0 or more.";

    /// <summary>Null when it is no number.</summary>
    public static int? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? 0
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? units : null;

    public static string Write(int units) => units.ToString(CultureInfo.InvariantCulture);
}
