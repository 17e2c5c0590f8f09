using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tokens;

/// <summary>Reads which tokens there are.</summary>
public sealed class ApiTokenQueries(OrdersDatabase database, TimeProvider clock)
{
    private static readonly Func<OrdersContext, byte[], Task<Found?>> Find =
        EF.CompileAsyncQuery((OrdersContext db, byte[] hash) => (
            from token in db.ApiTokens
            where token.Hash == hash && token.RevokedAt == null
            join maker in db.Staff on token.MadeById equals maker.Id
            where maker.Active
            select new Found(
                token.Id, token.Name, maker.Id, token.Writes, token.ExpiresAt, token.LastUsedAt,
                token.Sites.Join(db.Sites, each => each.SiteId, site => site.Id, (_, site) => site.Slug).OrderBy(slug => slug).ToList())).SingleOrDefault());

    /// <summary>Whose secret this is; null when it is nobody's, or revoked, or expired, or its maker is gone.</summary>
    public async Task<PresentedToken?> Present(string? secret) =>
        TokenSecret.Of(secret) is { } given && await database.Read(db => Find(db, given.Hash)) is { } found && !(found.ExpiresAt <= clock.GetUtcNow())
            ? new(Actor.Token(found.Id, found.Name, found.MadeById), found.Writes, found.Sites, found.ExpiresAt, found.LastUsedAt)
            : null;

    /// <summary>Every token, the newest first.</summary>
    public Task<Result<IReadOnlyList<ApiTokenView>>> List(Actor actor) => database.Read<Result<IReadOnlyList<ApiTokenView>>>(async db =>
    {
        if ((await Access.Of(db, actor)).Check(Permission.ManageTokens) is { } forbidden)
            return forbidden;
        var now = clock.GetUtcNow();
        var rows = await (
            from token in db.ApiTokens
            join maker in db.Staff on token.MadeById equals maker.Id
            orderby token.Id descending
            select new
            {
                Token = token,
                Sites = token.Sites.Join(db.Sites, each => each.SiteId, site => site.Id, (_, site) => site.Slug).OrderBy(slug => slug).ToList(),
                maker.Name,
                maker.Active,
            }).ToListAsync();
        return rows.ConvertAll(row => new ApiTokenView(
            row.Token.Id, row.Token.Name, row.Token.Prefix, row.Token.Writes, row.Sites, row.Name, row.Active, row.Token.MadeAt,
            row.Token.ExpiresAt, row.Token.LastUsedAt, row.Token.RevokedAt, StateOf(row.Token, row.Active, now)));
    });

    private static TokenState StateOf(ApiToken token, bool makerWorksHere, DateTimeOffset now) => token switch
    {
        { RevokedAt: not null } => TokenState.Revoked,
        { ExpiresAt: { } end } when end <= now => TokenState.Expired,
        _ when !makerWorksHere => TokenState.MakerGone,
        _ => TokenState.Active,
    };

    private sealed record Found(
        Id<ApiToken> Id, string Name, Id<StaffMember> MadeById, bool Writes, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, List<string> Sites);
}
