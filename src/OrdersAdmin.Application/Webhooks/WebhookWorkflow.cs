using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Webhooks;

/// <summary>Who outside is told of what. Owners only; an endpoint with a site that the actor does not see looks like one that is not there.</summary>
public sealed class WebhookWorkflow(OrdersDatabase database, WebhookOptions options, WebhookSecrets secrets, WebhookSignal signal, TimeProvider clock)
{
    public const int MostEndpoints = 200;
    public const int LongestOverlap = 168;

    private const string NotDisabled = "This endpoint is disabled. Enable it first.";

    /// <summary>Adds an endpoint, which is told of what happens from now on. The answer is the only time that the secret is shown.</summary>
    public Task<Result<WebhookSecretShown>> Create(Actor actor, WebhookDetails details, CancellationToken cancel = default) => database.Write<WebhookSecretShown>(async db =>
    {
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ManageWebhooks) is { } forbidden)
            return forbidden;
        if (WebhookRules.Check(details, options.AllowPrivateAddresses) is { } wrong)
            return wrong;
        if (!(await SitesOf(db, access, details)).TryGet(out var sites, out var unknown))
            return unknown;
        if (await db.WebhookEndpoints.CountAsync(each => each.DeletedAt == null) >= MostEndpoints)
            return new Problem.Refused($"A shop has at most {MostEndpoints} webhook endpoints. Delete one that is not used any more.");
        var secret = WebhookSecrets.New();
        var endpoint = new WebhookEndpoint(WebhookRules.Url(details), WebhookRules.Events(details.Events), sites.Chosen, secrets.Protect(secret), actor, clock.GetUtcNow());
        db.WebhookEndpoints.Add(endpoint);
        return new WebhookSecretShown(await WebhookQueries.View(db, endpoint), secret);
    }, cancel);

    /// <summary>Sets address, events and sites.</summary>
    public Task<Result<WebhookView>> Change(Actor actor, Id<WebhookEndpoint> id, WebhookDetails details, int? expectedVersion, CancellationToken cancel = default) =>
        Change(actor, id, _ => details, expectedVersion, cancel);

    /// <summary>Sets what is named, so that two who change different parts at once both have their way.</summary>
    public Task<Result<WebhookView>> ChangeParts(Actor actor, Id<WebhookEndpoint> id, WebhookParts parts, int? expectedVersion, CancellationToken cancel = default) =>
        Change(actor, id, parts.Over, expectedVersion, cancel);

    private Task<Result<WebhookView>> Change(Actor actor, Id<WebhookEndpoint> id, Func<WebhookView, WebhookDetails> decide, int? expectedVersion, CancellationToken cancel) =>
        On<WebhookView>(actor, id, expectedVersion, async (db, access, endpoint) =>
        {
            var details = decide(await WebhookQueries.View(db, endpoint));
            if (WebhookRules.Check(details, options.AllowPrivateAddresses) is { } wrong)
                return wrong;
            if (!(await SitesOf(db, access, details)).TryGet(out var sites, out var unknown))
                return unknown;
            endpoint.Change(WebhookRules.Url(details), WebhookRules.Events(details.Events), sites.Chosen);
            return await WebhookQueries.View(db, endpoint);
        }, cancel);

    /// <summary>Makes a new secret and shows it once. For the overlap both sign, so that the receiver can change over without losing a message.</summary>
    /// <param name="overlapHours">0 when the old one has leaked: it stops at once.</param>
    public Task<Result<WebhookSecretShown>> RotateSecret(Actor actor, Id<WebhookEndpoint> id, int overlapHours, int? expectedVersion, CancellationToken cancel = default) =>
        On<WebhookSecretShown>(actor, id, expectedVersion, async (db, _, endpoint) =>
        {
            if (overlapHours is < 0 or > LongestOverlap)
                return new Problem.Invalid("overlap_hours", $"The old secret can go on for 0 to {LongestOverlap} hours.");
            var (secret, now) = (WebhookSecrets.New(), clock.GetUtcNow());
            endpoint.Rotate(secrets.Protect(secret), now.AddHours(overlapHours), now);
            return new WebhookSecretShown(await WebhookQueries.View(db, endpoint), secret);
        }, cancel);

    /// <summary>Sends nothing more. What happens meanwhile is not kept for it; what was waiting goes on when it is enabled.</summary>
    public Task<Result<WebhookView>> Disable(Actor actor, Id<WebhookEndpoint> id, int? expectedVersion = null, CancellationToken cancel = default) =>
        On<WebhookView>(actor, id, expectedVersion, async (db, _, endpoint) =>
        {
            endpoint.Disable($"{actor.Name} disabled it.", clock.GetUtcNow());
            return await WebhookQueries.View(db, endpoint);
        }, cancel);

    public async Task<Result<WebhookView>> Enable(Actor actor, Id<WebhookEndpoint> id, int? expectedVersion = null, CancellationToken cancel = default)
    {
        var enabled = await On<WebhookView>(actor, id, expectedVersion, async (db, _, endpoint) =>
        {
            if (endpoint.DisabledAt is not null)
                await db.WebhookDeliveries.Where(each => each.EndpointId == id && each.NextAt != null).ExecuteUpdateAsync(set => set.SetProperty(each => each.StartedAt, (DateTimeOffset?)null));
            endpoint.Enable();
            return await WebhookQueries.View(db, endpoint);
        }, cancel);
        signal.Wake();
        return enabled;
    }

    /// <summary>Deletes it with its log and everything that waits.</summary>
    public Task<Result<Done>> Delete(Actor actor, Id<WebhookEndpoint> id, int? expectedVersion = null, CancellationToken cancel = default) => On<Done>(actor, id, expectedVersion, (_, _, endpoint) =>
    {
        endpoint.Delete(clock.GetUtcNow());
        return Task.FromResult<Result<Done>>(new Done());
    }, cancel);

    /// <summary>Sends a message of the type <see cref="WebhookEvents.Test"/>, once.</summary>
    public async Task<Result<DeliveryView>> SendTest(Actor actor, Id<WebhookEndpoint> id, int? expectedVersion = null, CancellationToken cancel = default)
    {
        var sent = await On<DeliveryView>(actor, id, expectedVersion, (db, _, endpoint) =>
        {
            if (endpoint.DisabledAt is not null)
                return Task.FromResult<Result<DeliveryView>>(new Problem.Refused(NotDisabled));
            var test = WebhookDelivery.Test(endpoint, clock.GetUtcNow());
            db.WebhookDeliveries.Add(test);
            return Task.FromResult<Result<DeliveryView>>(WebhookQueries.View(test, null, null));
        }, cancel);
        signal.Wake();
        return sent;
    }

    /// <summary>Sends a message again, whatever became of it, under the same id.</summary>
    public async Task<Result<DeliveryView>> Replay(Actor actor, Id<WebhookEndpoint> id, Id<OutboxEvent> messageId, int? expectedVersion = null, CancellationToken cancel = default)
    {
        var sent = await On<DeliveryView>(actor, id, expectedVersion, async (db, _, endpoint) =>
        {
            if (await db.WebhookDeliveries.SingleOrDefaultAsync(each => each.EndpointId == id && each.MessageId == messageId) is not { } delivery)
                return new Problem.NotFound(WebhookQueries.NoMessage);
            if (endpoint.DisabledAt is not null)
                return new Problem.Refused(NotDisabled);
            delivery.Replay(clock.GetUtcNow());
            return await WebhookQueries.View(db, delivery);
        }, cancel);
        signal.Wake();
        return sent;
    }

    private Task<Result<T>> On<T>(
        Actor actor, Id<WebhookEndpoint> id, int? expectedVersion, Func<OrdersContext, Access, WebhookEndpoint, Task<Result<T>>> act, CancellationToken cancel) => database.Write<T>(async db =>
    {
        var access = await Access.Of(db, actor);
        if (!(await WebhookQueries.Find(db, access, id)).TryGet(out var endpoint, out var problem))
            return problem;
        if (expectedVersion is { } expected && expected != endpoint.Version)
            return new Problem.Stale("Somebody else changed this endpoint. Look at it again before you save.");
        return await act(db, access, endpoint);
    }, cancel);

    /// <summary>What the details name; whoever does not see every site means all of their own when they name none.</summary>
    private static async Task<Result<SiteChoice>> SitesOf(OrdersContext db, Access access, WebhookDetails details)
    {
        if (details.Sites is null)
            return new SiteChoice(access.EverySite ? null : access.Sites);
        var (slugs, seen) = (details.Sites, access.Sites);
        var found = await db.Sites.Where(site => slugs.Contains(site.Slug) && (access.EverySite || seen.Contains(site.Id))).Select(site => site.Id).ToListAsync();
        return found.Count == slugs.Distinct(StringComparer.Ordinal).Count() ? new SiteChoice(found) : new Problem.Invalid("sites", "One of these sites does not exist.");
    }

    /// <param name="Chosen">Null is every site.</param>
    private sealed record SiteChoice(IReadOnlyList<Id<Site>>? Chosen);
}
