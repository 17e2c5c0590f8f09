using OrdersAdmin.Kernel;

namespace OrdersAdmin.Refunds;

/// <summary>One idempotency key with the exact bytes that it stands for, for ever. It is committed before anything is sent.</summary>
public sealed class RefundAttempt
{
    private RefundAttempt() { }

    internal RefundAttempt(Id<Refund> refundId, int number, byte[] body, DateTimeOffset now) =>
        (RefundId, Number, Key, Body, FirstSentAt, NextTryAt) = (refundId, number, $"refund-{refundId}-{number}", body, now, now);

    public Id<Refund> RefundId { get; private set; }

    public int Number { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>The request's body as it is sent each time.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>From here the provider's memory of the key is counted; no request left before.</summary>
    public DateTimeOffset FirstSentAt { get; private set; }

    /// <summary>Times that it was sent without an answer that could be trusted.</summary>
    public int Sends { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>The provider keeps an answer for this key that says nothing (a stored 500): sending it again is of no use.</summary>
    public bool StopPosting { get; private set; }

    /// <summary>Our own bug (one key, two bodies): nothing more is done without a person.</summary>
    public bool Frozen { get; private set; }

    /// <summary>Times that the provider's list, read after its memory of the key had ended, lacked the refund.</summary>
    public int TimesMissing { get; private set; }

    public DateTimeOffset? LastMissingAt { get; private set; }

    /// <summary>What was learned of it last, for people: the error's code.</summary>
    public string? LastAnswer { get; private set; }

    public AttemptOutcome? Outcome { get; private set; }

    internal void NoAnswer(string answer, bool stopPosting, DateTimeOffset now)
    {
        const int longestMinutes = 30;
        Sends++;
        LastAnswer = answer;
        StopPosting |= stopPosting;
        NextTryAt = now.AddMinutes(Math.Min(longestMinutes, 1 << Math.Min(Sends - 1, 5)));
    }

    internal void Freeze(string answer, DateTimeOffset now)
    {
        NoAnswer(answer, stopPosting: true, now);
        Frozen = true;
    }

    internal void Missing(DateTimeOffset now) => (TimesMissing, LastMissingAt) = (TimesMissing + 1, now);

    internal void Close(AttemptOutcome outcome) => Outcome = outcome;

    internal void TryNow(DateTimeOffset now) => NextTryAt = now;

    /// <summary>Leaves it alone for a while: the provider does not take our key at the moment.</summary>
    internal void WaitUntil(DateTimeOffset until) => NextTryAt = until;
}

/// <summary>What came of asking the provider.</summary>
public enum AttemptOutcome
{
    /// <summary>The provider has the refund.</summary>
    Adopted = 1,

    /// <summary>The provider refused it; no refund exists.</summary>
    Rejected = 2,

    /// <summary>The request never arrived: the provider has neither the refund nor, after a day, the key.</summary>
    Lost = 3,
}
