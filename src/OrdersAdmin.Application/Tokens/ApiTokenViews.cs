using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tokens;

/// <summary>A token as the settings show it; the secret is not among what is known.</summary>
/// <param name="Sites">Slugs.</param>
/// <param name="MadeBy">The person for whom it acts; without their permission it may nothing.</param>
public sealed record ApiTokenView(
    Id<ApiToken> Id, string Name, string Prefix, bool Writes, IReadOnlyList<string> Sites, string MadeBy, bool MakerWorksHere, DateTimeOffset MadeAt,
    DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, TokenState State);

/// <summary>Whether a token still opens the door.</summary>
public enum TokenState
{
    Active = 1,
    Expired = 2,
    Revoked = 3,

    /// <summary>Whoever made it does not work here any more, so that it may nothing.</summary>
    MakerGone = 4,
}

/// <summary>What an owner says about a new token.</summary>
/// <param name="Sites">Slugs.</param>
/// <param name="ExpiresAt">Null is never.</param>
public sealed record MakeApiToken(string Name, bool Writes, IReadOnlyList<string> Sites, DateTimeOffset? ExpiresAt);

/// <summary>A token with its secret, which is told this once.</summary>
public sealed record MadeApiToken(Id<ApiToken> Id, string Name, string Secret);

/// <summary>The token that a request carries, as the database knows it.</summary>
public sealed record PresentedToken(Staff.Actor Actor, bool Writes, IReadOnlyList<string> Sites, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
