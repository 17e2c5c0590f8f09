using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

/// <summary>The distinct values at the head of an index, found by hopping from one to the next: as many steps as there are values, however many orders.</summary>
internal static class DistinctNames
{
    public static Task<List<string>> Channels(OrdersContext db, Id<Site> site)
    {
        var id = site.Value.ToByteArray(bigEndian: true);
        return db.Database.SqlQuery<string>($"""
            WITH RECURSIVE hop(name) AS (
              SELECT min("ChannelName") FROM orders WHERE "SiteId" = {id}
              UNION ALL
              SELECT (SELECT min("ChannelName") FROM orders WHERE "SiteId" = {id} AND "ChannelName" > hop.name) FROM hop WHERE hop.name IS NOT NULL)
            SELECT name AS "Value" FROM hop WHERE name IS NOT NULL
            """).ToListAsync();
    }

    public static Task<List<string>> Tags(OrdersContext db, Id<Site> site)
    {
        var id = site.Value.ToByteArray(bigEndian: true);
        return db.Database.SqlQuery<string>($"""
            WITH RECURSIVE hop(name) AS (
              SELECT min("Name") FROM order_tags WHERE "SiteId" = {id}
              UNION ALL
              SELECT (SELECT min("Name") FROM order_tags WHERE "SiteId" = {id} AND "Name" > hop.name) FROM hop WHERE hop.name IS NOT NULL)
            SELECT name AS "Value" FROM hop WHERE name IS NOT NULL
            """).ToListAsync();
    }
}
