using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Webhooks;

/// <summary>One message for one endpoint. A trigger adds it in the transaction that writes the outbox row, so that neither can be there without the other (decision 0012).</summary>
public sealed class WebhookDelivery
{
    private WebhookDelivery() { }

    /// <summary>Its place in the log; grows.</summary>
    public long Number { get; private set; }

    public Id<WebhookEndpoint> EndpointId { get; private set; }

    /// <summary>The outbox row's own, so the same over all endpoints and repetitions.</summary>
    public Id<OutboxEvent> MessageId { get; private set; }

    public string Type { get; private set; } = "";

    /// <summary>Null for a test.</summary>
    public Id<Order>? OrderId { get; private set; }

    public int? Sequence { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The first attempt of this run of the schedule; a replay begins another.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Null once it arrived or was given up.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Over all runs.</summary>
    public int Attempts { get; private set; }

    internal static WebhookDelivery Test(WebhookEndpoint endpoint, DateTimeOffset now) => new()
    {
        EndpointId = endpoint.Id,
        MessageId = Id<OutboxEvent>.New(now),
        Type = WebhookEvents.Test,
        CreatedAt = now,
        NextAt = now,
    };

    /// <summary>Takes note of an attempt and decides on the next one.</summary>
    /// <param name="chance">From 0 to 1; spreads repetitions out.</param>
    internal WebhookAttempt Attempted(SendResult result, DateTimeOffset now, double chance)
    {
        Attempts++;
        StartedAt ??= result.At;
        DeliveredAt = result.Delivered ? now : null;
        // Somebody waits for a test and sees what came of it; it is not repeated behind their back.
        NextAt = result.Delivered || result.IsFinal || Type == WebhookEvents.Test ? null : DeliverySchedule.Next(StartedAt.Value, now, chance);
        return new WebhookAttempt(Number, Attempts, result);
    }

    /// <summary>Sends it again now, with the whole schedule before it.</summary>
    internal void Replay(DateTimeOffset now) => (NextAt, StartedAt, DeliveredAt) = (now, null, null);
}

/// <summary>What came of sending a message once.</summary>
public sealed class WebhookAttempt
{
    private WebhookAttempt() { }

    internal WebhookAttempt(long delivery, int number, SendResult result) =>
        (DeliveryNumber, Number, At, StatusCode, LatencyMs, Error, Answer) = (delivery, number, result.At, result.StatusCode, result.LatencyMs, result.Error, result.Answer);

    public long DeliveryNumber { get; private set; }

    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public int? StatusCode { get; private set; }

    public int LatencyMs { get; private set; }

    /// <summary>Why it failed, as a sentence.</summary>
    public string? Error { get; private set; }

    /// <summary>The first 4 KB of what the receiver answered.</summary>
    public string? Answer { get; private set; }
}
