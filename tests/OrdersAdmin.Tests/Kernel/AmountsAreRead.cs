using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Kernel;

public sealed class AmountsAreRead
{
    [Theory]
    [InlineData("EUR", "15.00", 1500)]
    [InlineData("EUR", "15", 1500)]
    [InlineData("EUR", "15.5", 1550)]
    [InlineData("EUR", "15.", 1500)]
    [InlineData("EUR", ".5", 50)]
    [InlineData("EUR", "-0.01", -1)]
    [InlineData("EUR", "+3.20", 320)]
    [InlineData("EUR", "15.5000", 1550)]
    [InlineData("EUR", "0000000000000000000000007.00", 700)]
    [InlineData("JPY", "1204", 1204)]
    [InlineData("JPY", "1204.00", 1204)]
    [InlineData("KWD", "1.5", 1500)]
    [InlineData("KWD", "1.005", 1005)]
    public void From_a_plain_decimal(string currency, string text, long minor)
    {
        Assert.True(Currency.Parse(currency).TryParseAmount(text, out var read));
        Assert.Equal(minor, read);
    }

    [Theory]
    [InlineData("EUR", "15.005")]
    [InlineData("JPY", "1204.5")]
    [InlineData("KWD", "1.0001")]
    [InlineData("EUR", "92233720368547758.08")]
    [InlineData("EUR", "99999999999999999999999999999999999999")]
    [InlineData("EUR", null)]
    [InlineData("EUR", "")]
    [InlineData("EUR", " 15")]
    [InlineData("EUR", "15 ")]
    [InlineData("EUR", "1,000.00")]
    [InlineData("EUR", "1.000,00")]
    [InlineData("EUR", "1e3")]
    [InlineData("EUR", "0x10")]
    [InlineData("EUR", "NaN")]
    [InlineData("EUR", ".")]
    [InlineData("EUR", "-")]
    [InlineData("EUR", "-.")]
    [InlineData("EUR", "--1")]
    [InlineData("EUR", "+-1")]
    [InlineData("EUR", "1.-5")]
    [InlineData("EUR", "1.2.3")]
    [InlineData("EUR", "€15")]
    [InlineData("EUR", "١٥")]
    public void Not_from_anything_else(string currency, string? text) =>
        Assert.False(Currency.Parse(currency).TryParseAmount(text, out _));
}
