namespace OrdersAdmin.Demo;

/// <summary>A storefront of the demo shop.</summary>
/// <param name="HoursFromUtc">Of its customers' days, without summer time: a year of orders must not depend on the machine's time zone data.</param>
internal sealed record DemoSite(string Slug, string Name, string Currency, string TimeZone, int HoursFromUtc)
{
    public static readonly IReadOnlyList<DemoSite> All =
    [
        new("acme", "Acme Goods", "EUR", "Europe/Paris", 1),
        new("kumo", "Kumo 雲", "JPY", "Asia/Tokyo", 9),
    ];

    /// <summary>Where its shops stand.</summary>
    public static DemoCountry HomeOf(DemoSite site) => DemoCountry.All.Single(country => country.Country == (site.Currency == "JPY" ? "JP" : "FR"));
}
