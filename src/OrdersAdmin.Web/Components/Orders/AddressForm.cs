using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>An address as it is typed. All of it is sent, so that what was emptied goes.</summary>
public sealed class AddressForm(Address? address)
{
    public string? Name { get; set; } = address?.Name;

    public string? Company { get; set; } = address?.Company;

    public string? Line1 { get; set; } = address?.Line1;

    public string? Line2 { get; set; } = address?.Line2;

    public string? PostalCode { get; set; } = address?.PostalCode;

    public string? City { get; set; } = address?.City;

    public string? Region { get; set; } = address?.Region;

    public string? CountryCode { get; set; } = address?.CountryCode;

    public string? Phone { get; set; } = address?.Phone;

    /// <summary>With empty texts for what it lacks: as an edit that removes them.</summary>
    public Address Sent => new()
    {
        Name = Name ?? "",
        Company = Company ?? "",
        Line1 = Line1 ?? "",
        Line2 = Line2 ?? "",
        PostalCode = PostalCode ?? "",
        City = City ?? "",
        Region = Region ?? "",
        CountryCode = CountryCode ?? "",
        Phone = Phone ?? "",
    };
}
