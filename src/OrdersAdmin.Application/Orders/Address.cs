namespace OrdersAdmin.Orders;

/// <summary>A postal address as the buyer wrote it; nothing in it is checked against a register.</summary>
public sealed record Address
{
    public string? Name { get; init; }

    public string? Company { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? City { get; init; }

    public string? Region { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>ISO 3166 code, two letters.</summary>
    public string? CountryCode { get; init; }

    public string? Phone { get; init; }

    /// <summary>As it stands on a label, the country by its name, without the phone number; empty lines are left out.</summary>
    public IReadOnlyList<string> Lines =>
        [.. new[] { Name, Company, Line1, Line2, $"{PostalCode} {City}".Trim() + (Region is null ? "" : $", {Region}"), Countries.NameOf(CountryCode) }
            .Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!.Trim())];
}
