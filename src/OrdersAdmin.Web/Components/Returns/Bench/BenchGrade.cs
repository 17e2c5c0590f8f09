using OrdersAdmin.Returns;

namespace OrdersAdmin.Web.Components.Returns.Bench;

/// <summary>What the next item is: chosen by a tap or a digit before it is scanned.</summary>
/// <param name="Disposition">Null leaves it to somebody who inspects.</param>
public sealed record BenchGrade(string Key, Disposition? Disposition, string Name, string Effect)
{
    public static IReadOnlyList<BenchGrade> All { get; } =
    [
        new("1", OrdersAdmin.Returns.Disposition.Restock, "Fine", "back on the shelf"),
        new("2", OrdersAdmin.Returns.Disposition.Quarantine, "Damaged", "set aside"),
        new("3", OrdersAdmin.Returns.Disposition.Discard, "Unusable", "thrown away"),
        new("4", null, "Not sure", "inspected later"),
    ];

    public static string Word(Disposition? disposition) => All.First(grade => grade.Disposition == disposition).Name.ToLowerInvariant();
}
