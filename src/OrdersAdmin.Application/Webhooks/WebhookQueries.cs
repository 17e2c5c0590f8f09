using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Webhooks;

/// <summary>Reads endpoints and their logs for whoever may manage them. Secrets are never among it.</summary>
public sealed class WebhookQueries(OrdersDatabase database)
{
    public const int MostRows = 250;
    internal const string NoMessage = "There is no such message at this endpoint.";

    /// <summary>The oldest first.</summary>
    public Task<Result<IReadOnlyList<WebhookView>>> List(Actor actor) => database.Read<Result<IReadOnlyList<WebhookView>>>(async db =>
    {
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ManageWebhooks) is { } forbidden)
            return forbidden;
        var endpoints = await db.WebhookEndpoints.Include(each => each.Sites).Where(each => each.DeletedAt == null).OrderBy(each => each.Id).ToListAsync();
        var views = new List<WebhookView>();
        foreach (var endpoint in endpoints.Where(each => each.IsSeenBy(access)))
            views.Add(await View(db, endpoint));
        return views;
    });

    public Task<Result<WebhookView>> Get(Actor actor, Id<WebhookEndpoint> id) => database.Read<Result<WebhookView>>(async db =>
        (await Find(db, await Access.Of(db, actor), id)).TryGet(out var endpoint, out var problem) ? await View(db, endpoint) : problem);

    /// <summary>The endpoint's log, newest first.</summary>
    /// <param name="before">The last row of the page before this one, as <see cref="Page{T}.Older"/> gave it.</param>
    public Task<Result<Page<DeliveryView>>> Deliveries(Actor actor, Id<WebhookEndpoint> id, DeliveryStatus? status = null, int limit = 50, long? before = null) => database.Read<Result<Page<DeliveryView>>>(async db =>
    {
        if ((await Find(db, await Access.Of(db, actor), id)).Problem is { } problem)
            return problem;
        var log = db.WebhookDeliveries.Where(each => each.EndpointId == id && (before == null || each.Number < before));
        log = status switch
        {
            DeliveryStatus.Waiting => log.Where(each => each.NextAt != null),
            DeliveryStatus.Delivered => log.Where(each => each.DeliveredAt != null),
            DeliveryStatus.Failed => log.Where(each => each.NextAt == null && each.DeliveredAt == null),
            _ => log,
        };
        limit = Math.Clamp(limit, 1, MostRows);
        var rows = await (from each in log.OrderByDescending(each => each.Number).Take(limit + 1)
                          join attempt in db.WebhookAttempts on new { Delivery = each.Number, each.Attempts } equals new { Delivery = attempt.DeliveryNumber, Attempts = attempt.Number } into last
                          from attempt in last.DefaultIfEmpty()
                          orderby each.Number descending
                          select new { Delivery = each, Last = attempt, Order = db.Orders.Where(order => order.Id == each.OrderId).Select(order => (int?)order.Number).FirstOrDefault() }).ToListAsync();
        var older = rows.Count > limit ? rows[limit - 1].Delivery.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new Page<DeliveryView>([.. rows.Take(limit).Select(row => View(row.Delivery, row.Order, row.Last))], null, older);
    });

    /// <summary>One message with everything that was tried and the body as it is sent.</summary>
    public Task<Result<DeliveryDetail>> Delivery(Actor actor, Id<WebhookEndpoint> id, Id<OutboxEvent> messageId) => database.Read<Result<DeliveryDetail>>(async db =>
    {
        if ((await Find(db, await Access.Of(db, actor), id)).Problem is { } problem)
            return problem;
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(each => each.EndpointId == id && each.MessageId == messageId) is not { } delivery)
            return new Problem.NotFound(NoMessage);
        var attempts = await db.WebhookAttempts.Where(each => each.DeliveryNumber == delivery.Number).OrderByDescending(each => each.Number).ToListAsync();
        var body = delivery.Type == WebhookEvents.Test
            ? MessageBodies.OfTest(delivery.MessageId, delivery.CreatedAt)
            : await db.Outbox.Where(each => each.Id == messageId).Select(each => each.Body).SingleOrDefaultAsync();
        return new DeliveryDetail(await View(db, delivery), attempts.ConvertAll(View), body);
    });

    /// <summary>The endpoint with its sites, or why not.</summary>
    internal static async Task<Result<WebhookEndpoint>> Find(OrdersContext db, Access access, Id<WebhookEndpoint> id)
    {
        if (access.Check(Permission.ManageWebhooks) is { } forbidden)
            return forbidden;
        var found = await db.WebhookEndpoints.Include(each => each.Sites).SingleOrDefaultAsync(each => each.Id == id && each.DeletedAt == null);
        return found is not null && found.IsSeenBy(access) ? found : new Problem.NotFound("There is no such webhook endpoint.");
    }

    internal static async Task<WebhookView> View(OrdersContext db, WebhookEndpoint endpoint)
    {
        var ids = endpoint.Sites.Select(each => each.SiteId).ToList();
        var sites = ids.Count == 0 ? [] : await db.Sites.Where(site => ids.Contains(site.Id)).Select(site => site.Slug).OrderBy(slug => slug).ToListAsync();
        return new WebhookView(
            endpoint.Id, endpoint.Url, endpoint.EverySite, sites, endpoint.Events,
            endpoint.DisabledAt is null ? WebhookStatus.Active : WebhookStatus.Disabled, endpoint.DisabledReason, endpoint.DisabledAt, endpoint.PreviousSecretUntil,
            endpoint.CreatedAt, endpoint.CreatedBy, endpoint.Version);
    }

    internal static async Task<DeliveryView> View(OrdersContext db, WebhookDelivery delivery) => View(
        delivery,
        await db.Orders.Where(order => order.Id == delivery.OrderId).Select(order => (int?)order.Number).FirstOrDefaultAsync(),
        await db.WebhookAttempts.SingleOrDefaultAsync(attempt => attempt.DeliveryNumber == delivery.Number && attempt.Number == delivery.Attempts));

    internal static DeliveryView View(WebhookDelivery delivery, int? orderNumber, WebhookAttempt? last) => new()
    {
        Id = delivery.MessageId,
        EndpointId = delivery.EndpointId,
        Type = delivery.Type,
        OrderId = delivery.OrderId,
        OrderNumber = orderNumber,
        Sequence = delivery.Sequence,
        Status = delivery.NextAt is not null ? DeliveryStatus.Waiting : delivery.DeliveredAt is not null ? DeliveryStatus.Delivered : DeliveryStatus.Failed,
        CreatedAt = delivery.CreatedAt,
        Attempts = delivery.Attempts,
        NextAttemptAt = delivery.NextAt,
        DeliveredAt = delivery.DeliveredAt,
        LastAttempt = last is null ? null : View(last),
    };

    private static AttemptView View(WebhookAttempt attempt) => new(attempt.Number, attempt.At, attempt.StatusCode, attempt.LatencyMs, attempt.Error, attempt.Answer);
}
