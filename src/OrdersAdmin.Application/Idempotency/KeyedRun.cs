using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Idempotency;

/// <summary>A request with a key while it is carried out. Whatever it changes first is written together with the key, so that no crash can part the two.</summary>
public sealed class KeyedRun : IDisposable
{
    private static readonly AsyncLocal<KeyedRun?> Ambient = new();

    private readonly byte[] fingerprint;
    private readonly DateTimeOffset at;
    private readonly Action end;
    private string? earlier;
    private int written;

    /// <param name="earlier">What it did before the process ended without an answer; it is not done again.</param>
    internal KeyedRun(RequestKey key, byte[] fingerprint, string? earlier, DateTimeOffset at, Action end) =>
        (Key, this.fingerprint, this.earlier, this.at, this.end) = (key, fingerprint, earlier, at, end);

    public RequestKey Key { get; }

    /// <summary>What is changed further down this call belongs to this run.</summary>
    public void Begin() => Ambient.Value = this;

    public void Dispose()
    {
        Ambient.Value = null;
        end();
    }

    /// <summary>The change as the request that is being carried out makes it; outside of one, the change itself.</summary>
    internal static Func<OrdersContext, Task<Result<T>>> Around<T>(Func<OrdersContext, Task<Result<T>>> change) => Ambient.Value is { } run ? run.With(change) : change;

    /// <summary>Whether the next change was made already, and its outcome is what the request gets.</summary>
    internal static bool IsDoneAlready => Ambient.Value is { earlier: not null };

    internal KeyedRequest Request(string? outcome) => new(Key, fingerprint, outcome, at);

    private Func<OrdersContext, Task<Result<T>>> With<T>(Func<OrdersContext, Task<Result<T>>> change)
    {
        if (Interlocked.Exchange(ref written, 1) == 1)
            return change;
        if (Interlocked.Exchange(ref earlier, null) is { } done)
            return _ => Task.FromResult<Result<T>>(JsonSerializer.Deserialize<T>(done, OrderJson.Options)!);
        return async db =>
        {
            var result = await change(db);
            if (result.TryGet(out var value, out _))
            {
                await db.KeyedRequests.Where(old => old.TokenId == Key.TokenId && old.Route == Key.Route && old.Key == Key.Key).ExecuteDeleteAsync();
                db.KeyedRequests.Add(Request(JsonSerializer.Serialize(value is IShownOnce shown ? (T)shown.Kept : value, OrderJson.Options)));
            }
            return result;
        };
    }
}
