using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Staff;

/// <summary>What an actor may do, read from the database at the moment of acting.</summary>
/// <param name="Scope">What a token is for; null where the role alone decides.</param>
internal sealed record Access(Role? Role, bool EverySite, IReadOnlyList<Id<Site>> Sites, IReadOnlySet<Permission>? Scope = null)
{
    private static readonly Access Nothing = new(null, EverySite: false, []);
    private static readonly Access Everything = new(Staff.Role.Owner, EverySite: true, []);

    private static readonly Func<OrdersContext, Id<StaffMember>, Task<Grant?>> Find =
        EF.CompileAsyncQuery((OrdersContext db, Id<StaffMember> id) => db.Staff
            .Where(member => member.Id == id && member.Active)
            .Select(member => new Grant(member.Role, member.Grants.Select(grant => grant.SiteId).ToList()))
            .SingleOrDefault());

    private static readonly Func<OrdersContext, Id<ApiToken>, Task<TokenGrant?>> FindToken =
        EF.CompileAsyncQuery((OrdersContext db, Id<ApiToken> id) => db.ApiTokens
            .Where(token => token.Id == id && token.RevokedAt == null)
            .Select(token => new TokenGrant(token.MadeById, token.Writes, token.Sites.Select(site => site.SiteId).ToList()))
            .SingleOrDefault());

    public static async Task<Access> Of(OrdersContext db, Actor actor) => actor switch
    {
        { Kind: ActorKind.System } => Everything,
        { Kind: ActorKind.Token } => actor.TokenId is { } token && await FindToken(db, token) is { } given ? (await OfStaff(db, given.MakerId)).Within(given) : Nothing,
        { StaffId: { } id } => await OfStaff(db, id),
        _ => Nothing,
    };

    /// <summary>The role by whose limits a refund is asked for: a token's are those of support at most, whoever made it.</summary>
    public Role AsksAs => Scope is not null && Role > Staff.Role.Support ? Staff.Role.Support : Role!.Value;

    /// <summary>The role by whose limits a refund is approved: a token's are those of a manager at most.</summary>
    public Role ApprovesAs => Scope is not null && Role > Staff.Role.Manager ? Staff.Role.Manager : Role!.Value;

    public bool May(Permission permission) => Role is { } role && role.May(permission) && Scope?.Contains(permission) != false;

    public bool Sees(Id<Site> site) => Role is not null && (EverySite || Sites.Contains(site));

    /// <summary>The problem that stands in the way on this site, or null. A site without a grant looks like one that is not there.</summary>
    public Problem? Check(Permission permission, Id<Site> site, string missing) =>
        !Sees(site) ? new Problem.NotFound(missing) : Check(permission);

    public Problem? Check(Permission permission) =>
        May(permission) ? null : new Problem.Forbidden($"You may not {permission.Describe()}. Ask an owner of the shop if you should.");

    private static async Task<Access> OfStaff(OrdersContext db, Id<StaffMember> id) =>
        await Find(db, id) is { } found ? new(found.Role, found.Role == Staff.Role.Owner, found.Sites) : Nothing;

    /// <summary>What is left of a person's access in the hands of their token.</summary>
    private Access Within(TokenGrant token) => this with
    {
        EverySite = false,
        Sites = token.Sites.FindAll(Sees),
        Scope = TokenScopes.Permissions(token.Writes),
    };

    private sealed record Grant(Role Role, List<Id<Site>> Sites);

    private sealed record TokenGrant(Id<StaffMember> MakerId, bool Writes, List<Id<Site>> Sites);
}
