using OrdersAdmin.Kernel;

namespace OrdersAdmin.Sites;

/// <summary>A storefront.</summary>
/// <param name="TimeZone">IANA name; times are shown in it.</param>
public sealed record SiteView(Id<Site> Id, string Slug, string Name, Currency Currency, string TimeZone, int Version);
