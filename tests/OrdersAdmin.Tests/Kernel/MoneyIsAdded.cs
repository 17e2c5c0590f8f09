using OrdersAdmin.Kernel;
using static OrdersAdmin.Tests.Amounts;

namespace OrdersAdmin.Tests.Kernel;

public sealed class MoneyIsAdded
{
    [Fact]
    public void In_one_currency()
    {
        Assert.Equal(new Money(1250, Eur), new Money(1000, Eur) + new Money(250, Eur));
        Assert.Equal(new Money(-750, Eur), new Money(250, Eur) - new Money(1000, Eur));
        Assert.Equal(new Money(-250, Eur), -new Money(250, Eur));
        Assert.Equal(new Money(750, Eur), new Money(250, Eur) * 3);
        Assert.True(new Money(250, Eur) < new Money(251, Eur));
    }

    [Fact]
    public void Never_across_currencies()
    {
        var (euro, dollar) = (new Money(1, Eur), new Money(1, Usd));

        Assert.Throws<InvalidOperationException>(() => euro + dollar);
        Assert.Throws<InvalidOperationException>(() => euro - dollar);
        Assert.Throws<InvalidOperationException>(() => euro < dollar);
        Assert.Throws<InvalidOperationException>(() => new[] { euro, dollar }.Max());
        Assert.NotEqual(euro, dollar);
    }

    [Fact]
    public void Or_it_overflows_aloud()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Eur) + new Money(1, Eur));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue, Eur) - new Money(1, Eur));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue, Eur));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue / 2, Eur) * 3);
    }
}
