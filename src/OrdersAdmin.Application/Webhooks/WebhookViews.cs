using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OrdersAdmin.Idempotency;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Webhooks;

/// <summary>Whether an endpoint gets deliveries.</summary>
public enum WebhookStatus
{
    Active = 1,
    Disabled = 2,
}

/// <summary>Where a delivery is.</summary>
public enum DeliveryStatus
{
    /// <summary>To be sent now or later.</summary>
    Waiting = 1,

    Delivered = 2,

    /// <summary>Given up; it can be replayed by hand.</summary>
    Failed = 3,
}

/// <summary>A webhook endpoint as the settings show it.</summary>
/// <param name="Sites">Slugs; empty where it is every site.</param>
/// <param name="Events">Names of event types, or "*" alone for all of them.</param>
/// <param name="PreviousSecretUntil">Two secrets sign until then.</param>
public record WebhookView(
    Id<WebhookEndpoint> Id, string Url, bool EverySite, IReadOnlyList<string> Sites, IReadOnlyList<string> Events,
    WebhookStatus Status, string? DisabledReason, DateTimeOffset? DisabledAt, DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset CreatedAt, string CreatedBy, int Version);

/// <summary>The one time that a secret is shown.</summary>
public sealed record WebhookSecretShown : WebhookView, IShownOnce
{
    internal WebhookSecretShown(WebhookView endpoint, string? secret) : base(endpoint) => Secret = secret;

    [JsonConstructor]
    private WebhookSecretShown(
        Id<WebhookEndpoint> id, string url, bool everySite, IReadOnlyList<string> sites, IReadOnlyList<string> events,
        WebhookStatus status, string? disabledReason, DateTimeOffset? disabledAt, DateTimeOffset? previousSecretUntil,
        DateTimeOffset createdAt, string createdBy, int version, string? secret)
        : this(new WebhookView(id, url, everySite, sites, events, status, disabledReason, disabledAt, previousSecretUntil, createdAt, createdBy, version), secret) { }

    /// <summary>Null where the same answer is given once more.</summary>
    public string? Secret { get; init; }

    object IShownOnce.Kept => WithoutSecret();

    /// <summary>As it may be kept and told again.</summary>
    public WebhookSecretShown WithoutSecret() => this with { Secret = null };
}

/// <summary>What an owner says about a webhook endpoint.</summary>
/// <param name="Events">Names of event types; null or "*" for all, also later ones.</param>
/// <param name="Sites">Slugs; null for every site that the actor sees.</param>
public sealed record WebhookDetails(string? Url, IReadOnlyList<string>? Events = null, IReadOnlyList<string>? Sites = null);

/// <summary>What of an endpoint is to change; what is null stays as it is.</summary>
public sealed record WebhookParts(string? Url, IReadOnlyList<string>? Events, IReadOnlyList<string>? Sites)
{
    internal WebhookDetails Over(WebhookView now) => new(Url ?? now.Url, Events ?? now.Events, Sites ?? (now.EverySite ? null : now.Sites));
}

/// <summary>A message on its way to an endpoint, or arrived.</summary>
public record DeliveryView
{
    /// <summary>The message's: the header <c>webhook-id</c>.</summary>
    public required Id<OutboxEvent> Id { get; init; }

    public required Id<WebhookEndpoint> EndpointId { get; init; }

    public required string Type { get; init; }

    /// <summary>Null for a test; so are number and sequence.</summary>
    public Id<Order>? OrderId { get; init; }

    public int? OrderNumber { get; init; }

    public int? Sequence { get; init; }

    public required DeliveryStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Attempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public AttemptView? LastAttempt { get; init; }
}

/// <summary>A message with everything that was tried.</summary>
public sealed record DeliveryDetail : DeliveryView
{
    [SetsRequiredMembers]
    internal DeliveryDetail(DeliveryView delivery, IReadOnlyList<AttemptView> attemptLog, string? body) : base(delivery) => (AttemptLog, Body) = (attemptLog, body);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AttemptView> AttemptLog { get; init; }

    /// <summary>As it is signed and sent; null before the first attempt.</summary>
    public string? Body { get; init; }
}

/// <summary>One attempt at a delivery.</summary>
/// <param name="StatusCode">Null when there was no answer.</param>
/// <param name="Answer">The first 4 KB.</param>
public sealed record AttemptView(int Number, DateTimeOffset At, int? StatusCode, int LatencyMs, string? Error, string? Answer);
