namespace OrdersAdmin.Payments;

/// <summary>Something that the provider sent: kept as it came, worked on afterwards. A hint to look, never a fact.</summary>
public sealed class ProviderEvent
{
    private ProviderEvent() { }

    internal ProviderEvent(string id, string type, string objectId, byte[] body, DateTimeOffset now) =>
        (Id, Type, ObjectId, Body, ReceivedAt, NextTryAt) = (id, type, objectId, body, now, now);

    /// <summary><c>evt_…</c></summary>
    public string Id { get; private set; } = "";

    public string Type { get; private set; } = "";

    /// <summary>The refund or charge that it is about; empty for what does not concern us.</summary>
    public string ObjectId { get; private set; } = "";

    /// <summary>The bytes that were signed.</summary>
    public byte[] Body { get; private set; } = [];

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? ProcessedAt { get; private set; }

    /// <summary>Null once it was worked on.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    public int Tries { get; private set; }

    internal void Processed(DateTimeOffset now) => (ProcessedAt, NextTryAt) = (now, null);

    internal void Failed(DateTimeOffset now) => (Tries, NextTryAt) = (Tries + 1, now.AddSeconds(Math.Min(600, 1 << Math.Min(Tries, 9))));
}
