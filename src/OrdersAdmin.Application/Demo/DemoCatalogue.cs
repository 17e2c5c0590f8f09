using System.Globalization;
using System.Text.Json;
using OrdersAdmin.Inventory;

namespace OrdersAdmin.Demo;

/// <summary>One size and color of a product.</summary>
/// <param name="Price">Minor units of the site's own currency.</param>
internal sealed record DemoVariant(string Sku, string ProductId, string Name, long Price, bool Ships, bool Fragile, int Popularity);

/// <summary>What a site sells; from catalogue-acme.json and catalogue-kumo.json.</summary>
internal sealed class DemoCatalogue
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly Dictionary<DemoSite, DemoCatalogue> Loaded = DemoSite.All.ToDictionary(site => site, site => new DemoCatalogue(site));

    private readonly DemoSite site;

    private DemoCatalogue(DemoSite site)
    {
        this.site = site;
        using var file = DemoDocuments.Resource($"Year.catalogue-{site.Slug}.json");
        All = [.. JsonSerializer.Deserialize<List<Product>>(file, Options)!.SelectMany(Variants)];
        Goods = [.. All.Where(variant => variant.Ships)];
    }

    public IReadOnlyList<DemoVariant> All { get; }

    /// <summary>Without gift cards and downloads.</summary>
    public IReadOnlyList<DemoVariant> Goods { get; }

    public static DemoCatalogue Of(DemoSite site) => Loaded[site];

    /// <summary>With the units on hand: some are out, some run low.</summary>
    public IReadOnlyList<IntakeVariant> Intake() => [.. All.Select((variant, i) =>
    {
        var random = SplitMix64.For("stock " + site.Slug, i);
        var stock = random.Below(100) switch
        {
            _ when !variant.Ships => 1000,
            < 8 => 0,
            < 22 => random.Between(1, 4),
            _ => random.Between(8, 180),
        };
        return new IntakeVariant(variant.Sku, variant.ProductId, variant.Name, variant.Price, site.Currency, stock);
    })];

    private IEnumerable<DemoVariant> Variants(Product product)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var options in Combinations(product.Options))
        {
            var sku = string.Join('-', [site.Slug[..2].ToUpperInvariant(), product.Sku, .. options.Select((each, i) => Code(each.Name, Array.IndexOf(product.Options[i], each.Raw)))]);
            var unique = sku;
            for (var again = 2; !taken.Add(unique); again++)
                unique = sku + again.ToString(CultureInfo.InvariantCulture);
            var name = options.Count == 0 ? product.Name : $"{product.Name} — {string.Join(", ", options.Select(each => each.Name))}";
            var price = options.Select(each => each.Price).FirstOrDefault(each => each is not null) ?? product.Price;
            // A product with many variants is not more popular for it.
            var popularity = Math.Max(1, product.Popularity * 12 / Math.Max(1, product.Options.Aggregate(1, (all, each) => all * each.Length)));
            yield return new(unique, "prod_" + product.Sku.ToLowerInvariant(), name, price, product.Kind is null, product.Fragile, popularity);
        }
    }

    private static IEnumerable<IReadOnlyList<Option>> Combinations(string[][] options) => options.Aggregate(
        (IEnumerable<IReadOnlyList<Option>>)[[]],
        (sofar, names) => sofar.SelectMany(_ => names, (before, name) => (IReadOnlyList<Option>)[.. before, new Option(name)]));

    /// <summary>Three letters or the digits of the option's name; its place in the list where it has neither.</summary>
    private static string Code(string name, int place)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetter).Take(3)).ToUpperInvariant();
        var digits = string.Concat(name.Where(char.IsAsciiDigit).Take(6));
        return digits.Length > 0 ? digits : letters.Length > 0 ? letters : (place + 1).ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>"€25|2500" is an option with a price of its own.</summary>
    private sealed record Option(string Raw)
    {
        public string Name => Raw.Split('|')[0];

        public long? Price => Raw.Split('|') is [_, var price] ? long.Parse(price, CultureInfo.InvariantCulture) : null;
    }

    private sealed record Product(string Name, string Sku, long Price, int Popularity, string? Kind = null, bool Fragile = false)
    {
        public string[][] Options { get; init; } = [];
    }
}
