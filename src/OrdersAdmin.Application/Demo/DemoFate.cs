namespace OrdersAdmin.Demo;

/// <summary>What became of an order by now.</summary>
internal enum DemoFate
{
    Open = 1,
    PartlyShipped = 2,
    Shipped = 3,
    Cancelled = 4,
    RefundedUnshipped = 5,
    RefundedShipped = 6,
    PartlyRefunded = 7,
    Returned = 8,
    PartlyReturned = 9,
}

/// <summary>Old orders have mostly arrived; those of the last days mostly wait.</summary>
internal static class DemoFates
{
    /// <summary>Per thousand, by age in days.</summary>
    private static readonly int[] StillOpen = [900, 700, 500, 300, 150, 100, 100, 40, 40, 40, 40, 40, 40, 40];

    public static DemoFate Pick(TimeSpan age, SplitMix64 random)
    {
        var days = (int)age.TotalDays;
        var open = days < StillOpen.Length ? StillOpen[days] : 2;
        var part = days == 0 ? 20 : days < StillOpen.Length ? 75 : 1;
        var back = days > 12 ? 1 : 0;
        var money = days > 3 ? 1 : 0;
        (DemoFate Fate, int Weight)[] fates =
        [
            (DemoFate.Open, open),
            (DemoFate.PartlyShipped, part),
            (DemoFate.Cancelled, 35),
            (DemoFate.RefundedUnshipped, 8 * money),
            (DemoFate.RefundedShipped, 16 * back),
            (DemoFate.PartlyRefunded, 20 * money),
            (DemoFate.Returned, 18 * back),
            (DemoFate.PartlyReturned, 12 * back),
        ];
        var rest = Math.Max(0, 1000 - fates.Sum(each => each.Weight));
        return random.Weighted([.. fates, (Fate: DemoFate.Shipped, Weight: rest)], each => each.Weight).Fate;
    }

    public static bool NeedsGoods(this DemoFate fate) => fate is not (DemoFate.Open or DemoFate.Shipped or DemoFate.Cancelled);

    public static bool HasShipped(this DemoFate fate) =>
        fate is DemoFate.Shipped or DemoFate.RefundedShipped or DemoFate.PartlyRefunded or DemoFate.Returned or DemoFate.PartlyReturned;
}
