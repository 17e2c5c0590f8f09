using FsCheck;
using FsCheck.Fluent;

namespace OrdersAdmin.Tests.Goods;

/// <summary>Something that somebody tries to do with an order's goods or money, mostly where it is offered, sometimes where it is not. The numbers say with which of what there is, and how much; shipping none is shipping all that is left.</summary>
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
        (14, Act.Ship), (2, Act.CancelParcel), (9, Act.Announce), (4, Act.Approve), (1, Act.Reject), (1, Act.CancelReturn), (12, Act.Receive), (12, Act.Inspect), (2, Act.Close),
        (9, Act.Exchange), (4, Act.ApproveExchange), (2, Act.CancelExchange), (2, Act.WaiveGoods), (3, Act.WaiveDifference), (3, Act.RefundDifference),
        (2, Act.RefundUnits), (4, Act.RefundReturn), (2, Act.CancelRefund), (1, Act.RefundElsewhere), (1, Act.CancelOrder), (1, Act.Adjust),
    ];

    public static Arbitrary<GoodsStory> Any(int length) => Arb.From(
        from count in Gen.Choose(length / 2, length)
        from shipped in Gen.Elements(true, true, false)
        from deeds in AnyDeed.ListOf(count)
        select new GoodsStory([.. shipped ? [new Deed(Act.Ship, 0, 0, 0)] : Array.Empty<Deed>(), .. deeds]),
        story => story.Deeds.Select((_, i) => new GoodsStory([.. story.Deeds.Where((_, at) => at != i)])));

    public override string ToString() => string.Join('\n', Deeds);

    private static Gen<Deed> AnyDeed { get; } =
        from act in Gen.Frequency(Often.Select(each => (each.Weight, Gen.Constant(each.Act))).ToArray())
        from which in Gen.Choose(0, 5)
        from units in Gen.Frequency((6, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)), (1, Gen.Constant(0)))
        from how in Gen.Choose(0, 5)
        select new Deed(act, which, units, how);
}
