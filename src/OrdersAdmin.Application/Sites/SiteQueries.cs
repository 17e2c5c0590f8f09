using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Sites;

/// <summary>Reads the sites on which the actor works.</summary>
public sealed class SiteQueries(OrdersDatabase database)
{
    internal static readonly Expression<Func<Site, SiteView>> AsView =
        site => new SiteView(site.Id, site.Slug, site.Name, site.Currency, site.TimeZone, site.Version);

    /// <summary>The sites that the actor works on, by name.</summary>
    public Task<IReadOnlyList<SiteView>> List(Actor actor) => database.Read<IReadOnlyList<SiteView>>(async db =>
    {
        var access = await Access.Of(db, actor);
        return await db.Sites.Where(site => access.EverySite || access.Sites.Contains(site.Id)).OrderBy(site => site.Name).Select(AsView).ToListAsync();
    });
}
