using OrdersAdmin.Sites;

namespace OrdersAdmin.Web.Components.Sites;

/// <summary>What is typed into the dialog about a site.</summary>
public sealed class SiteForm
{
    public string? Slug { get; set; } = "";

    public string? Name { get; set; } = "";

    public string Currency { get; set; } = "EUR";

    public string TimeZone { get; set; } = "UTC";

    /// <summary>What it holds as one text: equal means that nothing was typed.</summary>
    public string Content => string.Join('\n', Slug, Name, Currency, TimeZone);

    public static SiteForm Of(SiteView? site) => site is null
        ? new SiteForm()
        : new SiteForm { Slug = site.Slug, Name = site.Name, Currency = site.Currency.Code, TimeZone = site.TimeZone };

    public SiteDetails Details() => new((Slug ?? "").Trim(), Name ?? "", Currency, TimeZone);
}
