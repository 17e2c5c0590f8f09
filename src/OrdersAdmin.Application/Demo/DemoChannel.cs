using OrdersAdmin.Orders;

namespace OrdersAdmin.Demo;

/// <summary>Where an order comes from, and how orders are numbered there.</summary>
/// <param name="Acme">Share of acme's orders, in thousandths; so <paramref name="Kumo"/>.</param>
internal sealed record DemoChannel(Channel Channel, string Name, int Acme, int Kumo)
{
    public static readonly IReadOnlyList<DemoChannel> All =
    [
        new(Channel.Web, "Online store", 520, 560),
        new(Channel.Pos, "Paris Le Marais", 120, 0),
        new(Channel.Pos, "京都店", 0, 140),
        new(Channel.Api, "Wholesale portal", 30, 20),
        new(Channel.Platform, "Shopify", 110, 100),
        new(Channel.Platform, "Amazon", 80, 110),
        new(Channel.Platform, "eBay", 70, 40),
        new(Channel.Platform, "WooCommerce", 70, 30),
    ];

    public bool InStore => Channel == Channel.Pos;

    public bool Wholesale => Channel == Channel.Api;

    public static DemoChannel Pick(DemoSite site, SplitMix64 random) =>
        random.Weighted(All, each => site == DemoSite.All[0] ? each.Acme : each.Kumo);

    /// <summary>Holds the order's place in the year, so that no two are the same.</summary>
    public string Reference(DemoSite site, int i) => FormattableString.Invariant(Name switch
    {
        "Shopify" => $"{5_400_000_000_000 + i * 104_729L}",
        "Amazon" => $"403-{1_000_000 + i:0000000}-{i * 7919L % 10_000_000:0000000}",
        "eBay" => $"{10 + i % 90:00}-{i / 90 + 1:00000}-{i * 31L % 100_000:00000}",
        "WooCommerce" => $"{20_000 + i}",
        _ when InStore => $"R-{i + 1:000000}",
        _ when Wholesale => $"PO-{i + 1:000000}",
        _ => $"{site.Slug.ToUpperInvariant()}-{100_000 + i}",
    });

    public string? Number(int i) => Name switch
    {
        "Shopify" => FormattableString.Invariant($"#{4001 + i}"),
        "WooCommerce" => FormattableString.Invariant($"{20_000 + i}"),
        _ => null,
    };
}
