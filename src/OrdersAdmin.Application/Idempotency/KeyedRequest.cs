using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Kernel;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Idempotency;

/// <summary>A request that carried a key: what it did, written in the transaction of the change itself, and the answer that it got.</summary>
internal sealed class KeyedRequest
{
    private KeyedRequest() { }

    public KeyedRequest(RequestKey key, byte[] fingerprint, string? outcome, DateTimeOffset at) =>
        (TokenId, Route, Key, Fingerprint, Outcome, At) = (key.TokenId, key.Route, key.Key, fingerprint, outcome, at);

    public Id<ApiToken> TokenId { get; private set; }

    public string Route { get; private set; } = "";

    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of the body.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    /// <summary>The workflow's own answer as JSON; null where nothing was changed.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Null while the answer is not known: the process ended in between.</summary>
    public int? Status { get; private set; }

    public string? ContentType { get; private set; }

    public string? ETag { get; private set; }

    public string? Location { get; private set; }

    public byte[]? Body { get; private set; }

    public KeptAnswer? Answer => Status is { } status ? new(status, ContentType!, ETag, Location, Body!) : null;

    public void Keep(KeptAnswer answer) =>
        (Status, ContentType, ETag, Location, Body) = (answer.Status, answer.ContentType, answer.ETag, answer.Location, answer.Body);
}

internal sealed class KeyedRequestConfiguration : IEntityTypeConfiguration<KeyedRequest>
{
    public void Configure(EntityTypeBuilder<KeyedRequest> builder)
    {
        builder.ToTable("keyed_requests");
        builder.HasKey(request => new { request.TokenId, request.Route, request.Key });
        builder.Ignore(request => request.Answer);
        builder.HasIndex(request => request.At);
    }
}

/// <summary>Whose key, for what: the same words from another token or on another route are another key.</summary>
public sealed record RequestKey(Id<ApiToken> TokenId, string Route, string Key);

/// <summary>An answer as it went out the first time.</summary>
public sealed record KeptAnswer(int Status, string ContentType, string? ETag, string? Location, byte[] Body);
