using OrdersAdmin.Channels;

namespace OrdersAdmin.Demo;

/// <summary>Units that came back or never left, as the fate has it.</summary>
internal static class DemoHistory
{
    public static IReadOnlyList<IntakeLine> Of(DemoFate fate, IReadOnlyList<IntakeLine> lines, SplitMix64 random)
    {
        var first = lines[0];
        return fate switch
        {
            DemoFate.Returned => [.. lines.Select(line => line.RequiresShipping ? line with { Returned = line.Quantity } : line)],
            DemoFate.PartlyReturned => [first with { Returned = 1 }, .. lines.Skip(1)],
            DemoFate.PartlyRefunded when first.Quantity > 1 && random.Chance(300) => [first with { Removed = 1 }, .. lines.Skip(1)],
            _ => lines,
        };
    }
}
