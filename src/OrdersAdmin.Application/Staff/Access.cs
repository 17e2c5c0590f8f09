using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Staff;

/// <summary>What an actor may do, read from the database at the moment of acting.</summary>
internal sealed record Access(Role? Role, bool EverySite, IReadOnlyList<Id<Site>> Sites)
{
    private static readonly Access Nothing = new(null, EverySite: false, []);
    private static readonly Access Everything = new(Staff.Role.Owner, EverySite: true, []);

    private static readonly Func<OrdersContext, Id<StaffMember>, Task<Grant?>> Find =
        EF.CompileAsyncQuery((OrdersContext db, Id<StaffMember> id) => db.Staff
            .Where(member => member.Id == id && member.Active)
            .Select(member => new Grant(member.Role, member.Grants.Select(grant => grant.SiteId).ToList()))
            .SingleOrDefault());

    public static async Task<Access> Of(OrdersContext db, Actor actor) => actor switch
    {
        { Kind: ActorKind.System } => Everything,
        { StaffId: { } id } when await Find(db, id) is { } found => new(found.Role, found.Role == Staff.Role.Owner, found.Sites),
        _ => Nothing,
    };

    public bool May(Permission permission) => Role is { } role && role.May(permission);

    public bool Sees(Id<Site> site) => Role is not null && (EverySite || Sites.Contains(site));

    /// <summary>The problem that stands in the way on this site, or null. A site without a grant looks like one that is not there.</summary>
    public Problem? Check(Permission permission, Id<Site> site, string missing) =>
        !Sees(site) ? new Problem.NotFound(missing) : Check(permission);

    public Problem? Check(Permission permission) =>
        May(permission) ? null : new Problem.Forbidden($"You may not {permission.Describe()}. Ask an owner of the shop if you should.");

    private sealed record Grant(Role Role, List<Id<Site>> Sites);
}
