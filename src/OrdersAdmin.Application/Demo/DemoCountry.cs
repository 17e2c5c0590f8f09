using System.Text.Json;

namespace OrdersAdmin.Demo;

/// <summary>How people of one country are called, live, and get their parcels; from people.json.</summary>
/// <remarks>Names are "as written|ascii", places "city|region|postcode pattern", carriers "carrier|service|tracking number pattern".</remarks>
internal sealed record DemoCountry
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>ISO 3166.</summary>
    public required string Country { get; init; }

    /// <summary>Share of acme's customers.</summary>
    public required int Acme { get; init; }

    /// <summary>Share of kumo's customers.</summary>
    public required int Kumo { get; init; }

    public required string Phone { get; init; }

    public bool FamilyFirst { get; init; }

    /// <summary>True where family and given name are written without a space.</summary>
    public bool Joined { get; init; }

    public required string[] Given { get; init; }

    public required string[] Family { get; init; }

    /// <summary>Where {street} and {n} go.</summary>
    public required string Line { get; init; }

    public string[] Line2 { get; init; } = [];

    public required string[] Streets { get; init; }

    public required string[] Places { get; init; }

    public required string[] Carriers { get; init; }

    /// <summary>Hundredths of a percent.</summary>
    public int Tax { get; init; }

    public Dictionary<string, int> RegionTax { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What acme charges here, if not euro.</summary>
    public string? Currency { get; init; }

    public static IReadOnlyList<DemoCountry> All { get; } = Load();

    private static List<DemoCountry> Load()
    {
        using var file = DemoDocuments.Resource("Year.people.json");
        return JsonSerializer.Deserialize<List<DemoCountry>>(file, Options)!;
    }
}
