using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Kernel;

public sealed class MoneyIsWritten
{
    [Theory]
    [InlineData(120_410, "EUR", "€1,204.10", "1204.10")]
    [InlineData(1204, "JPY", "¥1,204", "1204")]
    [InlineData(1500, "KWD", "KWD 1.500", "1.500")]
    [InlineData(5, "EUR", "€0.05", "0.05")]
    [InlineData(5, "KWD", "KWD 0.005", "0.005")]
    [InlineData(0, "USD", "$0.00", "0.00")]
    [InlineData(-1000, "EUR", "−€10.00", "-10.00")]
    [InlineData(-1, "USD", "−$0.01", "-0.01")]
    [InlineData(100, "CHF", "CHF 1.00", "1.00")]
    [InlineData(long.MaxValue, "EUR", "€92,233,720,368,547,758.07", "92233720368547758.07")]
    [InlineData(long.MinValue, "JPY", "−¥9,223,372,036,854,775,808", "-9223372036854775808")]
    [InlineData(long.MinValue, "KWD", "−KWD 9,223,372,036,854,775.808", "-9223372036854775.808")]
    public void As_people_and_as_forms_read_it(long minor, string currency, string written, string plain)
    {
        var money = new Money(minor, Currency.Parse(currency));

        Assert.Equal((written, plain), (money.ToString(), money.ToPlainString()));
    }

    [Fact]
    public void And_what_forms_read_is_the_same_money_again() => Always.Holds(FsCheck.Fluent.Gen.Zip(Amounts.AnyMinor, Amounts.AnyCurrency), given =>
    {
        var (minor, currency) = given;

        Assert.True(currency.TryParseAmount(new Money(minor, currency).ToPlainString(), out var read));
        Assert.Equal(minor, read);
    });

    [Fact]
    public void A_currency_that_was_never_set_is_a_bug_and_not_an_amount() =>
        Assert.Throws<InvalidOperationException>(() => default(Money).ToString());
}
