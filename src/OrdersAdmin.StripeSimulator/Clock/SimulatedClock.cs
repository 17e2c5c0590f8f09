namespace OrdersAdmin.StripeSimulator.Clock;

/// <summary>The simulator's own time: another clock plus what the tests have advanced, or a moment it was stopped at.</summary>
public sealed class SimulatedClock(TimeProvider real) : TimeProvider
{
    private readonly Lock gate = new();
    private TimeSpan ahead;
    private DateTimeOffset? stoppedAt;

    public bool IsStopped
    {
        get
        {
            lock (gate)
                return stoppedAt is not null;
        }
    }

    public TimeSpan Ahead
    {
        get
        {
            lock (gate)
                return ahead;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return stoppedAt ?? real.GetUtcNow() + ahead;
    }

    /// <summary>Timers wait in real time: whoever advances the clock wakes the workers as well.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    internal void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (gate)
        {
            ahead += by;
            stoppedAt += by;
        }
    }

    internal void Stop()
    {
        lock (gate)
            stoppedAt ??= real.GetUtcNow() + ahead;
    }

    internal void Go()
    {
        lock (gate)
        {
            if (stoppedAt is { } at)
                ahead = at - real.GetUtcNow();
            stoppedAt = null;
        }
    }

    internal void Reset()
    {
        lock (gate)
        {
            ahead = TimeSpan.Zero;
            stoppedAt = null;
        }
    }
}
