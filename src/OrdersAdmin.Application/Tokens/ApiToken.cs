using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tokens;

/// <summary>A key with which a program acts for the person who made it, on some sites, until it expires or is revoked. Only its hash is kept.</summary>
public sealed class ApiToken : IIdentified
{
    private readonly List<ApiTokenSite> sites = [];

    private ApiToken() { }

    internal ApiToken(string name, TokenSecret secret, bool writes, IEnumerable<Id<Site>> sites, DateTimeOffset? expiresAt, Id<StaffMember> madeBy, DateTimeOffset now)
    {
        Id = Id<ApiToken>.New(now);
        (Name, Prefix, Hash, Writes, ExpiresAt, MadeById, MadeAt) = (name, secret.Prefix, secret.Hash, writes, expiresAt, madeBy, now);
        this.sites.AddRange(sites.Select(site => new ApiTokenSite(Id, site)));
    }

    public static string IdPrefix => "tok_";

    public Id<ApiToken> Id { get; private set; }

    /// <summary>What timelines call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How the secret begins, by which people tell tokens apart.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>False for a token that only reads.</summary>
    public bool Writes { get; private set; }

    public IReadOnlyList<ApiTokenSite> Sites => sites;

    public Id<StaffMember> MadeById { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Null is never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    internal Result<Done> Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return new Problem.Refused($"{Name} has been revoked already.");
        RevokedAt = now;
        return new Done();
    }

    internal void Use(DateTimeOffset now) => LastUsedAt = now;
}

/// <summary>A site that a token works on.</summary>
public sealed class ApiTokenSite
{
    private ApiTokenSite() { }

    internal ApiTokenSite(Id<ApiToken> tokenId, Id<Site> siteId) => (TokenId, SiteId) = (tokenId, siteId);

    public Id<ApiToken> TokenId { get; private set; }

    public Id<Site> SiteId { get; private set; }
}
