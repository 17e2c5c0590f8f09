using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tokens;

/// <summary>Making and revoking the keys of programs.</summary>
public sealed class ApiTokenWorkflow(OrdersDatabase database, TimeProvider clock)
{
    public const int LongestName = 60;

    /// <summary>How exact <see cref="ApiToken.LastUsedAt"/> is: not every request is a write.</summary>
    public static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token that acts for this person. The answer is the only one that ever has the secret.</summary>
    public Task<Result<MadeApiToken>> Make(Actor actor, MakeApiToken command, CancellationToken cancel = default) => database.Write<MadeApiToken>(async db =>
    {
        var now = clock.GetUtcNow();
        if ((await Access.Of(db, actor)).Check(Permission.ManageTokens) is { } forbidden)
            return forbidden;
        if (Check(command, now) is { } wrong)
            return wrong;
        var sites = await db.Sites.Where(site => command.Sites.Contains(site.Slug)).Select(site => site.Id).ToListAsync();
        if (sites.Count != command.Sites.Distinct(StringComparer.Ordinal).Count())
            return new Problem.Invalid("sites", "One of these sites does not exist.");
        var secret = TokenSecret.New();
        var token = new ApiToken(command.Name.Trim(), secret, command.Writes, sites, command.ExpiresAt, actor.StaffId!.Value, now);
        db.ApiTokens.Add(token);
        return new MadeApiToken(token.Id, token.Name, secret.Text);
    }, cancel);

    /// <summary>The next request with it is refused.</summary>
    public Task<Result<Done>> Revoke(Actor actor, Id<ApiToken> id, CancellationToken cancel = default) => database.Write<Done>(async db =>
    {
        if ((await Access.Of(db, actor)).Check(Permission.ManageTokens) is { } forbidden)
            return forbidden;
        return await db.ApiTokens.SingleOrDefaultAsync(token => token.Id == id) is { } token
            ? token.Revoke(clock.GetUtcNow())
            : new Problem.NotFound("There is no such token.");
    }, cancel);

    /// <summary>Notes that it was used, unless that was noted a moment ago. A queue that is full right now is no reason to refuse the request.</summary>
    public async Task<Result<Done>> NoteUse(PresentedToken token)
    {
        var now = clock.GetUtcNow();
        if (token.LastUsedAt is { } last && now - last < UseIsNoted)
            return new Done();
        return await database.WriteApart<Done>(async db =>
        {
            (await db.ApiTokens.SingleAsync(each => each.Id == token.Actor.TokenId)).Use(now);
            return new Done();
        });
    }

    private static Problem.Invalid? Check(MakeApiToken command, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        if (command.Name.Trim().Length is 0 or > LongestName)
            errors.Add(new("name", $"Give the token a name of at most {LongestName} characters, such as Warehouse sync."));
        if (command.Sites.Count == 0)
            errors.Add(new("sites", "Choose at least one site."));
        if (command.ExpiresAt <= now)
            errors.Add(new("expires_at", "The day on which it expires has passed."));
        return errors.Count > 0 ? new(errors) : null;
    }
}
