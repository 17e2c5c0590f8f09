using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Sites;

/// <summary>Opening storefronts and changing what they are called.</summary>
public sealed partial class SiteWorkflow(OrdersDatabase database)
{
    /// <summary>Opens a site. The slug (<c>acme</c>) stays for ever; it is in addresses and in other systems.</summary>
    public Task<Result<SiteView>> Open(Actor actor, SiteDetails details, CancellationToken cancel = default) => database.Write<SiteView>(async db =>
    {
        if ((await Access.Of(db, actor)).Check(Permission.ManageSites) is { } forbidden)
            return forbidden;
        if (Check(details) is { } wrong)
            return wrong;
        if (await db.Sites.AnyAsync(site => site.Slug == details.Slug))
            return new Problem.Invalid("slug", $"There is a site {details.Slug} already.");
        var site = new Site(details.Slug, details.Name.Trim(), Currency.Parse(details.Currency), details.TimeZone, 1 + await db.Sites.CountAsync());
        db.Sites.Add(site);
        return View(site);
    }, cancel);

    public Task<Result<SiteView>> Change(Actor actor, Id<Site> id, SiteDetails details, int expectedVersion, CancellationToken cancel = default) => database.Write<SiteView>(async db =>
    {
        if ((await Access.Of(db, actor)).Check(Permission.ManageSites) is { } forbidden)
            return forbidden;
        if (await db.Sites.SingleOrDefaultAsync(each => each.Id == id) is not { } site)
            return new Problem.NotFound("There is no such site.");
        if (Check(details with { Slug = site.Slug }) is { } wrong)
            return wrong;
        if (site.Version != expectedVersion)
            return new Problem.Stale("Somebody else changed this site. Look at it again before you save.");
        site.Change(details.Name.Trim(), Currency.Parse(details.Currency), details.TimeZone);
        return View(site);
    }, cancel);

    private static SiteView View(Site site) => new(site.Id, site.Slug, site.Name, site.Currency, site.TimeZone, site.Version);

    private static Problem.Invalid? Check(SiteDetails details)
    {
        var errors = new List<FieldError>();
        if (!Slugs().IsMatch(details.Slug))
            errors.Add(new("slug", "A slug has 2 to 40 small letters, digits and hyphens."));
        if (details.Name.Trim().Length is 0 or > 100)
            errors.Add(new("name", "Give the site a name of at most 100 characters."));
        if (!Currency.TryParse(details.Currency, null, out _))
            errors.Add(new("currency", "Choose a currency by its ISO code, such as EUR."));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(details.TimeZone, out _))
            errors.Add(new("time_zone", "Choose a time zone by its IANA name, such as Europe/Paris."));
        return errors.Count > 0 ? new(errors) : null;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{1,39}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slugs();
}

/// <summary>What an owner says about a site.</summary>
/// <param name="Currency">ISO code.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record SiteDetails(string Slug, string Name, string Currency, string TimeZone);
