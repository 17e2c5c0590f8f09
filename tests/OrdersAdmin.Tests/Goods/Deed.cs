using FsCheck;
using FsCheck.Fluent;

namespace OrdersAdmin.Tests.Goods;

/// <summary>Something that somebody tries to do with an order's goods or money, sensible or not. The numbers say with which of what there is, and how much.</summary>
internal sealed record Deed(Act Act, int Which, int Units, int How)
{
    public override string ToString() => $"{Act} {Which} {Units} {How}";
}

internal enum Act
{
    Ship,
    CancelParcel,
    Announce,
    Approve,
    Reject,
    CancelReturn,
    Receive,
    Inspect,
    Close,
    Exchange,
    ApproveExchange,
    CancelExchange,
    WaiveGoods,
    WaiveDifference,
    RefundDifference,
    RefundUnits,
    RefundReturn,
    CancelRefund,
    RefundElsewhere,
    CancelOrder,
    Adjust,
}

/// <summary>What people try, one after the other; a failing story loses deeds until each of the rest matters.</summary>
internal sealed record GoodsStory(IReadOnlyList<Deed> Deeds)
{
    private static readonly (int Weight, Act Act)[] Often =
    [
        (12, Act.Ship), (3, Act.CancelParcel), (8, Act.Announce), (5, Act.Approve), (1, Act.Reject), (2, Act.CancelReturn), (10, Act.Receive), (10, Act.Inspect), (2, Act.Close),
        (7, Act.Exchange), (4, Act.ApproveExchange), (3, Act.CancelExchange), (2, Act.WaiveGoods), (3, Act.WaiveDifference), (3, Act.RefundDifference),
        (3, Act.RefundUnits), (4, Act.RefundReturn), (2, Act.CancelRefund), (1, Act.RefundElsewhere), (1, Act.CancelOrder), (2, Act.Adjust),
    ];

    public static Arbitrary<GoodsStory> Any(int length) => Arb.From(
        from count in Gen.Choose(length / 2, length)
        from deeds in AnyDeed.ListOf(count)
        select new GoodsStory([.. deeds]),
        story => story.Deeds.Select((_, i) => new GoodsStory([.. story.Deeds.Where((_, at) => at != i)])));

    public override string ToString() => string.Join('\n', Deeds);

    private static Gen<Deed> AnyDeed { get; } =
        from act in Gen.Frequency(Often.Select(each => (each.Weight, Gen.Constant(each.Act))).ToArray())
        from which in Gen.Choose(0, 5)
        from units in Gen.Choose(0, 3)
        from how in Gen.Choose(0, 5)
        select new Deed(act, which, units, how);
}
