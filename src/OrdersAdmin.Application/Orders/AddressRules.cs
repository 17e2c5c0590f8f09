using OrdersAdmin.Kernel;

namespace OrdersAdmin.Orders;

/// <summary>How long an address's parts may be; every wrong part is named by its path. Nothing is checked against a register.</summary>
internal static class AddressRules
{
    private const int Longest = 200;

    public static IEnumerable<FieldError> Check(string path, Address? address)
    {
        if (address is null)
            yield break;
        foreach (var (field, value) in new[]
        {
            ("name", address.Name), ("company", address.Company), ("line1", address.Line1), ("line2", address.Line2), ("city", address.City),
            ("region", address.Region), ("postal_code", address.PostalCode), ("phone", address.Phone),
        })
            if (value?.Length > Longest)
                yield return new($"{path}.{field}", $"The text is longer than {Longest} characters.");
        if (address.CountryCode?.Length > 2)
            yield return new($"{path}.country_code", "The country code is longer than 2 characters.");
    }
}
