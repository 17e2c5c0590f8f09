using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Checkout;
using OrdersAdmin.StripeSimulator.Clock;
using OrdersAdmin.StripeSimulator.Events;
using OrdersAdmin.StripeSimulator.Faults;
using OrdersAdmin.StripeSimulator.Idempotency;
using OrdersAdmin.StripeSimulator.PaymentIntents;
using OrdersAdmin.StripeSimulator.Persistence;
using OrdersAdmin.StripeSimulator.Refunds;
using OrdersAdmin.StripeSimulator.Webhooks;

namespace OrdersAdmin.StripeSimulator;

/// <summary>The whole simulated account without a word of HTTP. One gate guards it all: every operation takes microseconds.</summary>
internal sealed class Ledger : IDisposable
{
    private readonly Lock gate = new();
    private long sequence;

    public Ledger(StripeSimulatorOptions options)
    {
        Options = options;
        Clock = new SimulatedClock(options.Time);
        Webhooks = new WebhookDesk(options.Webhooks);
        Events = new EventLog(this);
        Payments = new PaymentDesk(this);
        RefundDesk = new RefundDesk(this);
        Checkout = new CheckoutDesk(this);
        Fates = new FateBook(options.Refunds);
        if (options.StateFile is { } file)
            Journal = Journal.Open(file, this);
    }

    public StripeSimulatorOptions Options { get; }

    public SimulatedClock Clock { get; }

    public Register<PaymentIntent> Intents { get; } = new();

    public Register<Charge> Charges { get; } = new();

    public Register<Refund> Refunds { get; } = new();

    public EventLog Events { get; }

    public PaymentDesk Payments { get; }

    public RefundDesk RefundDesk { get; }

    public CheckoutDesk Checkout { get; }

    public FateBook Fates { get; }

    public IdempotencyKeys Keys { get; } = new();

    public FaultPlan Faults { get; } = new();

    public WebhookDesk Webhooks { get; }

    /// <summary>Rings after every operation, so that workers look for what has become due.</summary>
    public Bell Bell { get; } = new();

    public DateTimeOffset? NextDue => RefundDesk.NextDue is { } refund && !(Checkout.NextDue < refund) ? refund : Checkout.NextDue;

    private Journal? Journal { get; }

    public long NextSequence() => ++sequence;

    public void SkipSequence(long used) => sequence = Math.Max(sequence, used);

    /// <summary>Runs one operation alone, after everything that was due before it.</summary>
    public T Do<T>(Func<DateTimeOffset, T> operation)
    {
        var result = Look(operation);
        Bell.Ring();
        return result;
    }

    /// <summary>The same without waking anybody: for the workers themselves, and for what changes nothing.</summary>
    public T Look<T>(Func<DateTimeOffset, T> operation)
    {
        lock (gate)
        {
            var now = Clock.GetUtcNow();
            RefundDesk.Settle(now);
            Checkout.Settle(now);
            var result = operation(now);
            Journal?.Flush();
            return result;
        }
    }

    public void Do(Action<DateTimeOffset> operation) => Do(now =>
    {
        operation(now);
        return true;
    });

    /// <summary>Notes an object for the state file, where one is kept.</summary>
    public void Keep<T>(T changed)
        where T : class =>
        Journal?.Write(changed);

    public void Dispose()
    {
        lock (gate)
            Journal?.Dispose();
    }

    /// <summary>Forgets everything; only configured webhook endpoints stay.</summary>
    public void Reset()
    {
        Intents.Clear();
        Charges.Clear();
        Refunds.Clear();
        Events.All.Clear();
        RefundDesk.Clear();
        Checkout.Clear();
        Fates.Clear();
        Keys.Clear();
        Faults.Clear();
        Webhooks.Reset();
        Clock.Reset();
        Journal?.Clear();
    }
}
