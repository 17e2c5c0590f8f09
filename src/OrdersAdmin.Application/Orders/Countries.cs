using System.Collections.Frozen;

namespace OrdersAdmin.Orders;

/// <summary>Countries and territories by their ISO 3166 codes, with the English names that go on a label.</summary>
public static class Countries
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Country> All { get; } = Load();

    private static readonly FrozenDictionary<string, string> Names = All.ToFrozenDictionary(country => country.Code, country => country.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, or the code itself where it is none that we know; null stays null.</summary>
    public static string? NameOf(string? code) => code is not null && Names.TryGetValue(code.Trim(), out var name) ? name : code;

    private static List<Country> Load()
    {
        using var reader = new StreamReader(typeof(Countries).Assembly.GetManifestResourceStream("OrdersAdmin.Orders.countries.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Country(line[..2], line[3..]))];
    }
}

/// <summary>A country or territory that parcels go to.</summary>
/// <param name="Code">ISO 3166, two letters.</param>
/// <param name="Name">English.</param>
public sealed record Country(string Code, string Name);
