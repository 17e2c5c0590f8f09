namespace OrdersAdmin.Refunds;

/// <summary>How long things may take before something else is done.</summary>
internal static class RefundTimes
{
    /// <summary>The workers look for work at least so often, and begin again so long after one that went wrong.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Stripe keeps a key for at least 24 hours; within this it is safe to send it again.</summary>
    public static readonly TimeSpan KeyIsKept = TimeSpan.FromHours(23);

    /// <summary>After this the key is forgotten, and a new attempt may be made once the refund is known not to exist.</summary>
    public static readonly TimeSpan KeyIsForgotten = TimeSpan.FromHours(24);

    /// <summary>Between two looks that both lacked the refund.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <summary>A request that has been on its way for so long becomes a person's business.</summary>
    public static readonly TimeSpan SendingTooLong = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan PendingTooLong = TimeSpan.FromHours(24);

    /// <summary>A refund can fail up to 30 days after it succeeded; a margin on top.</summary>
    public static readonly TimeSpan WatchedAfterSuccess = TimeSpan.FromDays(35);

    public static readonly TimeSpan BetweenRereads = TimeSpan.FromDays(1);

    /// <summary>Before our key is tried again after the provider did not take it.</summary>
    public static readonly TimeSpan Paused = TimeSpan.FromMinutes(5);

    /// <summary>When a refund that is not final is read again: soon at first, then ever more seldom.</summary>
    public static TimeSpan NextPoll(TimeSpan age) => TimeSpan.FromTicks(Math.Clamp(age.Ticks / 4, TimeSpan.TicksPerMinute, TimeSpan.TicksPerHour * 6));
}
