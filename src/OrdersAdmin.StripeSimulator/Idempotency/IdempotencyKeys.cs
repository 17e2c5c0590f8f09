using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Idempotency;

/// <summary>What a request with a known key comes to: it may execute, is answered as before, or is refused.</summary>
internal readonly record struct KeyVerdict(Answer? Replay, StripeError? Refusal)
{
    public bool MayExecute => Replay is null && Refusal is null;
}

/// <summary>Idempotency keys as Stripe keeps them: results of executed requests, 500s included, for a day.</summary>
internal sealed class IdempotencyKeys
{
    public const int MostLength = 255;

    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    private readonly Dictionary<string, KeptResult> kept = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset First)> byAge = new();

    public IReadOnlyCollection<KeptResult> All => kept.Values;

    public KeyVerdict Begin(string key, string endpoint, string parameters, string requestId, DateTimeOffset now)
    {
        Forget(now);
        if (!kept.TryGetValue(key, out var known))
        {
            Enter(new KeptResult(key, endpoint, parameters, requestId, now, null));
            return default;
        }

        if (known.Endpoint != endpoint)
            return Refused($"Keys for idempotent requests can only be used for the same endpoint they were first used for ('{known.Endpoint}' vs '{endpoint}'). Try using a key other than '{key}' if you meant to execute a different request.");
        if (known.Parameters != parameters)
            return Refused($"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
        if (known.Answer is { } answer)
            return new KeyVerdict(answer, null);
        return new KeyVerdict(null, new StripeError(
            409, "invalid_request_error", "idempotency_key_in_use",
            $"There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): {key}. Please try again later."));
    }

    /// <summary>Remembers the answer of an executed request.</summary>
    public KeptResult Store(string key, Answer answer) => kept[key] = kept[key] with { Answer = answer };

    /// <summary>Puts back what a state file held.</summary>
    public void Enter(KeptResult result)
    {
        if (!kept.ContainsKey(result.Key))
            byAge.Enqueue((result.Key, result.First));
        kept[result.Key] = result;
    }

    /// <summary>Nothing was executed under this key: the next request with it starts afresh.</summary>
    public void Release(string key) => kept.Remove(key);

    public void Clear()
    {
        kept.Clear();
        byAge.Clear();
    }

    private void Forget(DateTimeOffset now)
    {
        while (byAge.TryPeek(out var oldest) && oldest.First + Retention <= now)
        {
            byAge.Dequeue();

            // A key released and begun again stands in the queue twice; a request still executing is never forgotten.
            if (kept.TryGetValue(oldest.Key, out var result) && result.First == oldest.First && result.Answer is not null)
                kept.Remove(oldest.Key);
        }
    }

    private static KeyVerdict Refused(string message) => new(null, new StripeError(400, "idempotency_error", null, message));
}

/// <summary>A key, the request it was first used with, and its answer once there is one.</summary>
internal sealed record KeptResult(string Key, string Endpoint, string Parameters, string RequestId, DateTimeOffset First, Answer? Answer);
