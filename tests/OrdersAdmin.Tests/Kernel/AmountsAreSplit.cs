using FsCheck.Fluent;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Kernel;

public sealed class AmountsAreSplit
{
    [Fact]
    public void By_largest_remainder_and_the_earlier_wins_a_tie()
    {
        Assert.Equal([34, 33, 33], Allocation.Split(100, [1, 1, 1]));
        Assert.Equal([-34, -33, -33], Allocation.Split(-100, [1, 1, 1]));
        Assert.Equal([0, 67, 33], Allocation.Split(100, [0, 2, 1]));
        Assert.Equal([7, 0], Allocation.Split(7, [0, 0]));
        Assert.Equal([new Money(2, Amounts.Jpy), new Money(1, Amounts.Jpy)], new Money(3, Amounts.Jpy).Allocate([1, 1]));
    }

    [Fact]
    public void Over_nothing_only_if_there_is_nothing_to_split()
    {
        Assert.Empty(Allocation.Split(0, []));
        Assert.Throws<ArgumentException>(() => Allocation.Split(1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Split(1, [1, -1]));
    }

    [Fact]
    public void The_parts_add_up_to_the_whole() => Always.Holds(Gen.Zip(Amounts.AnyMinor, Amounts.Weights), given =>
    {
        var (amount, weights) = given;

        var parts = Allocation.Split(amount, weights);

        Assert.Equal((Int128)amount, Sum(parts));
    });

    [Fact]
    public void No_part_is_a_whole_unit_away_from_its_share_and_none_has_the_other_sign() => Always.Holds(Gen.Zip(Amounts.AnyMinor, Amounts.Weights), given =>
    {
        var (amount, weights) = given;
        var total = Sum(weights);

        var parts = Allocation.Split(amount, weights);

        if (total == 0)
            return;
        for (var i = 0; i < parts.Length; i++)
        {
            var difference = (System.Numerics.BigInteger)amount * weights[i] - (System.Numerics.BigInteger)parts[i] * (System.Numerics.BigInteger)total;
            Assert.True(System.Numerics.BigInteger.Abs(difference) < (System.Numerics.BigInteger)total, $"Part {i} of {amount} is {parts[i]}.");
            Assert.True(parts[i] == 0 || (Math.Sign(parts[i]) == Math.Sign(amount) && weights[i] > 0));
        }
    });

    [Fact]
    public void The_last_unit_of_a_line_takes_the_residue()
    {
        Assert.Equal(33, Allocation.OfUnits(100, 3, first: 0, count: 1));
        Assert.Equal(33, Allocation.OfUnits(100, 3, first: 1, count: 1));
        Assert.Equal(34, Allocation.OfUnits(100, 3, first: 2, count: 1));
        Assert.Equal(67, Allocation.OfUnits(100, 3, first: 1, count: 2));
        Assert.Equal(100, Allocation.OfUnits(100, 3, first: 0, count: 3));
    }

    [Fact]
    public void However_the_units_of_a_line_are_grouped_they_add_up() => Always.Holds(Gen.Zip(Amounts.AnyMinor, Gen.Choose(1, 5).NonEmptyListOf()), given =>
    {
        var (amount, groups) = given;
        var quantity = groups.Sum();
        Int128 sum = 0;
        var first = 0;

        foreach (var count in groups)
        {
            sum += Allocation.OfUnits(amount, quantity, first, count);
            first += count;
        }

        Assert.Equal((Int128)amount, sum);
    });

    private static Int128 Sum(IEnumerable<long> parts) => parts.Aggregate(Int128.Zero, (sum, part) => sum + part);
}
