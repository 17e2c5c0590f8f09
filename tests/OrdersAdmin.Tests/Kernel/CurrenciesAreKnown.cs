using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Kernel;

public sealed class CurrenciesAreKnown
{
    [Theory]
    [InlineData("EUR", 2, "€")]
    [InlineData("JPY", 0, "¥")]
    [InlineData("KRW", 0, "₩")]
    [InlineData("ISK", 0, "ISK ")]
    [InlineData("KWD", 3, "KWD ")]
    [InlineData("BHD", 3, "BHD ")]
    public void By_code_decimals_and_sign(string code, int decimals, string sign)
    {
        var currency = Currency.Parse(code);

        Assert.Equal((code, decimals, sign), (currency.ToString(), currency.Decimals, currency.Sign));
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("XXX")]
    [InlineData("")]
    [InlineData(null)]
    public void And_nothing_else_is_one(string? code)
    {
        Assert.False(Currency.TryParse(code, null, out _));
        Assert.Throws<FormatException>(() => Currency.Parse(code!));
    }
}
