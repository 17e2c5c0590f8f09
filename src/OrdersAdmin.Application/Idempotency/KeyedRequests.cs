using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Idempotency;

/// <summary>Keys of requests and the answers that they got, kept for 24 hours: a request that is sent again is answered again, not carried out again.</summary>
public sealed class KeyedRequests(OrdersDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly Func<OrdersContext, RequestKey, Task<KeyedRequest?>> Find = (db, key) =>
        db.KeyedRequests.SingleOrDefaultAsync(each => each.TokenId == key.TokenId && each.Route == key.Route && each.Key == key.Key);

    // One process serves the shop, so that what runs is known here.
    private readonly ConcurrentDictionary<RequestKey, byte> running = new();

    /// <summary>What is to be done with a request that carries this key and has a body of this fingerprint.</summary>
    public async Task<KeyedStart> Start(RequestKey key, byte[] fingerprint)
    {
        if (!running.TryAdd(key, 0))
            return new KeyedStart.InFlight();
        var goesOn = false;
        try
        {
            var now = clock.GetUtcNow();
            var found = await database.Read(db => Find(db, key));
            if (found?.At + Kept <= now)
                found = null;
            if (found is not null && !found.Fingerprint.AsSpan().SequenceEqual(fingerprint))
                return new KeyedStart.OtherBody();
            if (found?.Answer is { } answer)
                return new KeyedStart.Replay(answer);
            goesOn = true;
            return new KeyedStart.Run(new KeyedRun(key, fingerprint, found?.Outcome, now, () => running.TryRemove(key, out _)));
        }
        finally
        {
            if (!goesOn)
                running.TryRemove(key, out _);
        }
    }

    /// <summary>Keeps the answer of a run. What is too old to be replayed goes.</summary>
    public Task<Result<Done>> Keep(KeyedRun run, KeptAnswer answer) => database.WriteApart<Done>(async db =>
    {
        var now = clock.GetUtcNow();
        await db.KeyedRequests.Where(old => old.At <= now - Kept).ExecuteDeleteAsync();
        var request = await Find(db, run.Key);
        if (request is null)
            db.KeyedRequests.Add(request = run.Request(outcome: null));
        request.Keep(answer);
        return new Done();
    });
}

/// <summary>How a request with a key begins.</summary>
public abstract record KeyedStart
{
    /// <summary>It is carried out.</summary>
    public sealed record Run(KeyedRun Keyed) : KeyedStart;

    /// <summary>It was before; this was the answer.</summary>
    public sealed record Replay(KeptAnswer Answer) : KeyedStart;

    /// <summary>The same request is being carried out at this moment.</summary>
    public sealed record InFlight : KeyedStart;

    /// <summary>The key stands for another request.</summary>
    public sealed record OtherBody : KeyedStart;
}
