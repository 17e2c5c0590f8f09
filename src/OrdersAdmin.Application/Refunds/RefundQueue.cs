using System.Collections.Concurrent;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Refunds;

/// <summary>What this process is sending right now, and whether it may send at all.</summary>
internal sealed class RefundQueue(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Id<Refund>, bool> inFlight = new();
    private readonly Lock gate = new();
    private DateTimeOffset pausedUntil;
    private string? why;

    /// <summary>Why nothing is sent, as a sentence; null when all is well. After a while one request tries again.</summary>
    public string? Paused
    {
        get
        {
            lock (gate)
                return why;
        }
    }

    public bool MaySend
    {
        get
        {
            lock (gate)
                return why is null || clock.GetUtcNow() >= pausedUntil;
        }
    }

    public void Pause(string code)
    {
        lock (gate)
            (why, pausedUntil) = ($"The payment provider does not accept the shop's key ({code}). Nothing is sent until it does; no refund is lost. An owner checks OrdersAdmin:Stripe:SecretKey.", clock.GetUtcNow() + RefundTimes.Paused);
    }

    public void Resume()
    {
        lock (gate)
            why = null;
    }

    /// <summary>False when it is being sent already.</summary>
    public bool Take(Id<Refund> refund) => inFlight.TryAdd(refund, true);

    public void PutDown(Id<Refund> refund) => inFlight.TryRemove(refund, out _);
}
