using System.Globalization;
using System.Text.Json;
using OrdersAdmin.Idempotency;

namespace OrdersAdmin.Web.Api;

/// <summary>An answer of the API, complete before any of it is sent, so that it can be kept and given again.</summary>
internal sealed record ApiAnswer(int Status, byte[] Body) : IResult
{
    public string ContentType { get; init; } = "application/json";

    public string? ETag { get; init; }

    public string? Location { get; init; }

    /// <summary>The address of the next page of a list.</summary>
    public string? Next { get; init; }

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>It is the answer of an earlier request with the same key.</summary>
    public bool Replayed { get; init; }

    /// <summary>Whether the request got as far as the order, so that the same key must get the same answer again. What was malformed, unknown or stale may be corrected.</summary>
    public bool IsFinal => Status is >= 200 and < 300 or 409 or 422;

    /// <summary>What is kept instead of the body, where that holds a secret.</summary>
    public byte[]? KeptBody { get; init; }

    public KeptAnswer Kept => new(Status, ContentType, ETag, Location, KeptBody ?? Body);

    public static ApiAnswer Json<T>(int status, T value, JsonSerializerOptions options) => new(status, JsonSerializer.SerializeToUtf8Bytes(value, options));

    public static ApiAnswer Again(KeptAnswer kept) =>
        new(kept.Status, kept.Body) { ContentType = kept.ContentType, ETag = kept.ETag, Location = kept.Location, Replayed = true };

    /// <summary>With the version that <c>If-Match</c> sends back.</summary>
    public ApiAnswer Versioned(int version) => this with { ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"") };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.ETag = ETag;
        response.Headers.Location = Location;
        response.Headers.Link = Next is null ? default : $"<{Next}>; rel=\"next\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.RetryAfter = RetryAfter?.ToString(CultureInfo.InvariantCulture);
        if (Replayed)
            response.Headers["Idempotent-Replayed"] = "true";
        if (Status is 204 or 304)
            return;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
