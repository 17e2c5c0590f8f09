using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Webhooks;

/// <summary>An address outside that is told of changes.</summary>
public sealed class WebhookEndpoint : IIdentified
{
    private readonly List<WebhookSite> sites = [];

    private WebhookEndpoint() { }

    internal WebhookEndpoint(string url, IReadOnlyList<string> events, IReadOnlyList<Id<Site>>? onSites, string secret, Actor creator, DateTimeOffset now)
    {
        (Id, Secret, CreatedAt, CreatedBy) = (Id<WebhookEndpoint>.New(now), secret, now, creator.Name);
        Set(url, events, onSites);
    }

    public static string IdPrefix => "whk_";

    public Id<WebhookEndpoint> Id { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>Every site of the shop, also those that come later; then <see cref="Sites"/> is empty.</summary>
    public bool EverySite { get; private set; }

    public IReadOnlyList<WebhookSite> Sites => sites;

    /// <summary>Names of <see cref="WebhookEvents"/>, or <see cref="WebhookEvents.Every"/> alone.</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>Protected; <see cref="WebhookSecrets"/> reads it.</summary>
    internal string Secret { get; private set; } = "";

    /// <summary>The one before, which signs as well until <see cref="PreviousSecretUntil"/>.</summary>
    internal string? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset? DisabledAt { get; private set; }

    public string? DisabledReason { get; private set; }

    /// <summary>Gone for everybody; its log is cleared away bit by bit.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Whoever does not see all of its sites does not know of it.</summary>
    internal bool IsSeenBy(Access access) => EverySite ? access.EverySite : sites.TrueForAll(each => access.Sees(each.SiteId));

    internal void Change(string url, IReadOnlyList<string> events, IReadOnlyList<Id<Site>>? onSites)
    {
        Set(url, events, onSites);
        Version++;
    }

    internal void Rotate(string secret, DateTimeOffset oldOneUntil, DateTimeOffset now)
    {
        var overlap = oldOneUntil > now;
        (PreviousSecret, PreviousSecretUntil, Secret) = (overlap ? Secret : null, overlap ? oldOneUntil : null, secret);
        Version++;
    }

    internal void Disable(string reason, DateTimeOffset now)
    {
        if (DisabledAt is not null)
            return;
        (DisabledAt, DisabledReason) = (now, reason);
        Version++;
    }

    internal void Enable()
    {
        if (DisabledAt is null)
            return;
        (DisabledAt, DisabledReason) = (null, null);
        Version++;
    }

    /// <summary>What it could still sign with is forgotten at once.</summary>
    internal void Delete(DateTimeOffset now)
    {
        (DeletedAt, Secret, PreviousSecret, PreviousSecretUntil) = (now, "", null, null);
        Version++;
    }

    private void Set(string url, IReadOnlyList<string> events, IReadOnlyList<Id<Site>>? onSites)
    {
        (Url, Events, EverySite) = (url, events, onSites is null);
        var wanted = (onSites ?? []).ToHashSet();
        sites.RemoveAll(each => !wanted.Contains(each.SiteId));
        sites.AddRange(wanted.Where(site => !sites.Exists(each => each.SiteId == site)).Select(site => new WebhookSite(Id, site)));
    }
}

/// <summary>A site whose events an endpoint gets.</summary>
public sealed class WebhookSite
{
    private WebhookSite() { }

    internal WebhookSite(Id<WebhookEndpoint> endpointId, Id<Site> siteId) => (EndpointId, SiteId) = (endpointId, siteId);

    public Id<WebhookEndpoint> EndpointId { get; private set; }

    public Id<Site> SiteId { get; private set; }
}
