namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>What arrived and what became of it: a test proves by it that one key always carried one body.</summary>
internal sealed class LoggedRequest
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public string? IdempotencyKey { get; init; }

    public required string Parameters { get; init; }

    public int? Status { get; set; }

    /// <summary>in_flight, answered, replayed or dropped.</summary>
    public string Outcome { get; set; } = "in_flight";
}

/// <summary>The latest requests, oldest first.</summary>
internal sealed class RequestLog
{
    private const int Most = 20_000;

    private readonly Lock gate = new();
    private readonly Queue<LoggedRequest> requests = new();

    public LoggedRequest Arrived(StripeRequest request, DateTimeOffset now)
    {
        var entry = new LoggedRequest
        {
            Id = request.Id,
            At = now,
            Method = request.Method,
            Path = request.Path,
            IdempotencyKey = request.Key,
            Parameters = request.Form,
        };
        lock (gate)
        {
            requests.Enqueue(entry);
            if (requests.Count > Most)
                requests.Dequeue();
        }

        return entry;
    }

    public List<LoggedRequest> All()
    {
        lock (gate)
            return [.. requests];
    }

    public void Clear()
    {
        lock (gate)
            requests.Clear();
    }
}
