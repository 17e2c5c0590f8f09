using OrdersAdmin.Demo;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Orders;

public sealed class WritingALabel
{
    [Theory]
    [InlineData("FR", "France")]
    [InlineData("kr", "South Korea")]
    [InlineData("AX", "Åland Islands")]
    [InlineData("ZZ", "ZZ")]
    public void Says_the_country_by_its_name_where_it_has_one(string code, string written)
    {
        var address = new Address { Name = "Zoë Müller", Line1 = "1 Rue de la Paix", PostalCode = "75002", City = "Paris", CountryCode = code };

        Assert.Equal(["Zoë Müller", "1 Rue de la Paix", "75002 Paris", written], address.Lines);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Leaves_out_a_country_that_nobody_gave(string? code) =>
        Assert.Equal(["75002 Paris"], new Address { PostalCode = "75002", City = "Paris", CountryCode = code }.Lines);

    [Fact]
    public void Knows_each_country_once_and_all_that_the_demo_ships_to()
    {
        var codes = Countries.All.Select(country => country.Code).ToList();

        Assert.Equal(250, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Matches("^[A-Z]{2}$", code));
        Assert.All(Countries.All, country => Assert.NotEqual(country.Code, country.Name));
        Assert.Empty(DemoCountry.All.Select(country => country.Country).Except(codes, StringComparer.Ordinal));
    }
}
