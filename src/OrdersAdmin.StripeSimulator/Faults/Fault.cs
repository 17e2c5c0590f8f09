using System.Text.Json.Serialization;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Faults;

/// <summary>When a fault strikes: before anything is looked at, around the execution, or on the way back.</summary>
internal enum FaultMoment
{
    Arrival,
    Execution,
    Answer,
}

[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>The connection closes and nothing happens.</summary>
    [JsonStringEnumMemberName("drop_before")]
    DropBefore,

    /// <summary>The request is executed, then the connection closes without an answer.</summary>
    [JsonStringEnumMemberName("drop_after")]
    DropAfter,

    /// <summary>The request waits with its key in flight, then is executed even if the caller has gone.</summary>
    [JsonStringEnumMemberName("delay")]
    Delay,

    /// <summary>Like a delay, until the holds are released.</summary>
    [JsonStringEnumMemberName("hold")]
    Hold,

    [JsonStringEnumMemberName("status_401")]
    Status401,

    [JsonStringEnumMemberName("status_409")]
    Status409,

    [JsonStringEnumMemberName("status_429")]
    Status429,

    [JsonStringEnumMemberName("status_503")]
    Status503,

    /// <summary>Nothing is done; the 500 is remembered under the key only where execution had begun.</summary>
    [JsonStringEnumMemberName("status_500_before")]
    Status500Before,

    /// <summary>Everything is done, but the answer is a 500, and so is every replay.</summary>
    [JsonStringEnumMemberName("status_500_after")]
    Status500After,
}

internal sealed record FaultMatch
{
    public string? Method { get; init; }

    public string? PathPrefix { get; init; }

    public string? IdempotencyKey { get; init; }

    public bool Holds(StripeRequest request) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (PathPrefix is null || request.Path.StartsWith(PathPrefix, StringComparison.Ordinal))
        && (IdempotencyKey is null || IdempotencyKey == request.Key);
}

/// <summary>A fault as a test orders it.</summary>
internal sealed record FaultOrder
{
    public FaultMatch Match { get; init; } = new();

    public required FaultKind Fault { get; init; }

    /// <summary>How many requests it strikes.</summary>
    public int Count { get; init; } = 1;

    /// <summary>How many matching requests it lets pass first.</summary>
    public int Skip { get; init; }

    /// <summary>Real milliseconds: a caller's timeout runs in real time as well.</summary>
    public int DelayMs { get; init; }

    /// <summary>The Stripe-Should-Retry header; null sends none.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>For status_500_before: execution had begun, so the key remembers the 500.</summary>
    public bool ExecutionBegan { get; init; }

    /// <summary>Replaces the error code of a status fault, such as lock_timeout for a 429.</summary>
    public string? Code { get; init; }

    public string? Refuse() =>
        Count < 1 || Skip < 0 || DelayMs < 0 ? "count, skip and delay_ms are not negative." : null;
}

/// <summary>A fault that strikes one request.</summary>
internal sealed record Fault(FaultOrder Order, Task Released)
{
    public FaultKind Kind => Order.Fault;

    public bool? ShouldRetry => Order.ShouldRetry;

    public StripeError Error => Kind switch
    {
        FaultKind.Status401 => new(401, "invalid_request_error", Order.Code, "Invalid API Key provided: sk_test_****************"),
        FaultKind.Status409 => new(409, "invalid_request_error", Order.Code ?? "idempotency_key_in_use", "The request conflicts with another request that is still going through. Please try again later."),
        FaultKind.Status429 => new(429, "invalid_request_error", Order.Code ?? "rate_limit", "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits."),
        FaultKind.Status503 => new(503, "api_error", Order.Code, "Stripe is currently unavailable. Please try again later."),
        _ => StripeError.Internal,
    };

    public Task Wait() => Kind switch
    {
        FaultKind.Delay => Task.Delay(Order.DelayMs),
        FaultKind.Hold => Released,
        _ => Task.CompletedTask,
    };
}
