namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>Stripe's limit for each endpoint, counted by the second of the simulator's clock.</summary>
internal sealed class RateLimit(StripeSimulatorOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Second, int Count)> counts = new(StringComparer.Ordinal);

    public bool IsExceeded(string endpoint, DateTimeOffset now)
    {
        if (options.RequestsPerSecond is not { } most)
            return false;
        lock (gate)
        {
            var second = now.ToUnixTimeSeconds();
            var count = counts.TryGetValue(endpoint, out var seen) && seen.Second == second ? seen.Count : 0;
            counts[endpoint] = (second, count + 1);
            return count >= most;
        }
    }
}
