using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Staff;

/// <summary>Reads who works here.</summary>
public sealed class StaffQueries(OrdersDatabase database)
{
    /// <summary>Whoever has this id, whether they still work here or not; null when nobody has.</summary>
    public Task<StaffView?> Find(Id<StaffMember> id) => database.Read(db => View(db, member => member.Id == id).SingleOrDefaultAsync());

    /// <summary>Whether anybody may sign in at all; if not, the shop is to be set up.</summary>
    public Task<bool> Any() => database.Read(db => db.Staff.AnyAsync());

    public Task<Result<IReadOnlyList<StaffView>>> List(Actor actor) => database.Read<Result<IReadOnlyList<StaffView>>>(async db =>
        (await Access.Of(db, actor)).Check(Permission.ManagePeople) is { } forbidden
            ? forbidden
            : await View(db, _ => true).ToListAsync());

    private static IQueryable<StaffView> View(OrdersContext db, Expression<Func<StaffMember, bool>> which) => db.Staff.Where(which)
        .OrderBy(member => member.Name)
        .Select(member => new StaffView(
            member.Id, member.Email, member.Name, member.Role, member.Active,
            member.Grants.Join(db.Sites, grant => grant.SiteId, site => site.Id, (_, site) => site.Slug).OrderBy(slug => slug).ToList(),
            member.Version));
}
