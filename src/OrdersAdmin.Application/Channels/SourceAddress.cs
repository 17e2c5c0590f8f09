using System.Diagnostics.CodeAnalysis;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>Addresses as the known sources spell their fields.</summary>
internal static class SourceAddress
{
    public static string? FullName(string? first, string? last) => Text.Clean($"{first} {last}");

    /// <summary>Alloy says <c>region</c>, Squarespace <c>state</c>.</summary>
    public static Address? CamelCase(JsonFields? address) => address is null ? null : new Address
    {
        Name = FullName(address.Words("firstName"), address.Words("lastName")),
        Company = address.Words("company"),
        Line1 = address.Words("address1"),
        Line2 = address.Words("address2"),
        City = address.Words("city"),
        Region = address.Words("region") ?? address.Words("state"),
        PostalCode = address.Words("postalCode"),
        CountryCode = address.Words("countryCode"),
        Phone = address.Words("phone"),
    };

    /// <summary>Shoplazza.</summary>
    public static Address? Provincial(JsonFields? address) => address is null ? null : new Address
    {
        Name = address.Words("name") ?? FullName(address.Words("first_name"), address.Words("last_name")),
        Company = address.Words("company"),
        Line1 = address.Words("address"),
        Line2 = address.Words("address1"),
        City = address.Words("city"),
        Region = address.Words("province"),
        PostalCode = address.Words("zip"),
        CountryCode = address.Words("country_code"),
        Phone = address.Words("phone"),
    };

    /// <summary>Our own, and aly.store, whose documents leave the fields open.</summary>
    [return: NotNullIfNotNull(nameof(address))]
    public static Address? SnakeCase(JsonFields? address) => address is null ? null : new Address
    {
        Name = address.Words("name"),
        Company = address.Words("company"),
        Line1 = address.Words("line1"),
        Line2 = address.Words("line2"),
        City = address.Words("city"),
        Region = address.Words("region"),
        PostalCode = address.Words("postal_code"),
        CountryCode = address.Words("country_code"),
        Phone = address.Words("phone"),
    };
}
