using System.Globalization;
using OrdersAdmin.Channels;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Demo;

/// <summary>A buyer: the same person for the same site and number, whoever asks.</summary>
internal sealed record DemoCustomer(int Number, string Name, string Email, string Phone, DemoCountry Country, Address Address)
{
    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];

    public IntakeCustomer Known => new(Email, Name, Phone);

    public IntakeCustomer Guest => new(null, Name, null);

    public static DemoCustomer Of(DemoSite site, int number)
    {
        var random = SplitMix64.For("customer " + site.Slug, number);
        var country = random.Weighted(DemoCountry.All, each => site == DemoSite.All[0] ? each.Acme : each.Kumo);
        var given = random.Pick(country.Given).Split('|');
        var family = random.Pick(country.Family).Split('|');
        var name = string.Join(country.Joined ? "" : " ", country.FamilyFirst ? new[] { family[0], given[0] } : [given[0], family[0]]);
        var phone = DemoPattern.Fill(random, country.Phone);
        var email = string.Create(CultureInfo.InvariantCulture, $"{given[1]}.{family[1]}{number}@{random.Pick(Domains)}");
        return new(number, name, email, phone, country, AddressOf(country, name, phone, random));
    }

    /// <summary>Somebody else's address, for gifts and for bills that go to the office.</summary>
    public Address Elsewhere(SplitMix64 random) => AddressOf(Country, Name, Phone, random);

    private static Address AddressOf(DemoCountry country, string name, string phone, SplitMix64 random)
    {
        var place = random.Pick(country.Places).Split('|');
        return new Address
        {
            Name = name,
            Line1 = Numbered(country.Line, random).Replace("{street}", random.Pick(country.Streets), StringComparison.Ordinal),
            Line2 = country.Line2.Length > 0 && random.Chance(300) ? Numbered(random.Pick(country.Line2), random) : null,
            City = place[0],
            Region = place[1].Length > 0 ? place[1] : null,
            PostalCode = place[2].Length > 0 ? DemoPattern.Fill(random, place[2]) : null,
            CountryCode = country.Country,
            Phone = phone,
        };
    }

    private static string Numbered(string text, SplitMix64 random) =>
        text.Replace("{n}", random.Between(1, 180).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
