using System.Text.Json;
using OrdersAdmin.StripeSimulator.Checkout;
using OrdersAdmin.StripeSimulator.Events;
using OrdersAdmin.StripeSimulator.Idempotency;
using OrdersAdmin.StripeSimulator.PaymentIntents;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.StripeSimulator.Persistence;

/// <summary>What a state file says in the end, each object by its last line.</summary>
internal sealed class StateFile
{
    private readonly Dictionary<string, PaymentIntent> intents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Charge> charges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Refund> refunds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CheckoutSession> sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptResult> keys = new(StringComparer.Ordinal);
    private readonly List<Event> events = [];

    /// <summary>What is worth keeping: Stripe itself forgets keys after a day and events after thirty.</summary>
    public IEnumerable<StateLine> LinesAt(DateTimeOffset now) =>
    [
        .. intents.Values.Select(intent => new StateLine { Intent = intent }),
        .. charges.Values.Select(charge => new StateLine { Charge = charge }),
        .. refunds.Values.Select(refund => new StateLine { Refund = refund }),
        .. sessions.Values.Select(session => new StateLine { Session = session }),
        .. events.Where(told => told.Created > now.AddDays(-30).ToUnixTimeSeconds()).Select(told => new StateLine { Event = told }),
        .. keys.Values.Where(key => key.First > now - IdempotencyKeys.Retention).Select(key => new StateLine { Key = key }),
    ];

    public void Read(string path)
    {
        var number = 0;
        var broken = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (broken > 0)
                throw new InvalidDataException($"Line {broken} of the simulator's state file is no JSON. Move the file away to start afresh.");
            try
            {
                Take(Journal.Parse(line));
            }
            catch (JsonException)
            {
                // Only the very last line may be torn: by a crash in the middle of writing it.
                broken = number;
            }
        }
    }

    public void Enter(Ledger ledger)
    {
        foreach (var intent in intents.Values)
            ledger.Intents.Add(intent);
        foreach (var charge in charges.Values)
            ledger.Charges.Add(charge);
        foreach (var refund in refunds.Values.OrderBy(refund => refund.Sequence))
        {
            ledger.RefundDesk.Enter(refund);
            ledger.RefundDesk.PlanFor(refund, refund.Plan);
        }

        foreach (var session in sessions.Values)
            ledger.Checkout.Enter(session);
        foreach (var told in events)
            ledger.Events.All.Add(told);
        foreach (var key in keys.Values.OrderBy(key => key.First))
            ledger.Keys.Enter(key);
        ledger.Fates.Refunds = refunds.Count;
        ledger.SkipSequence(new[] { intents.Values.Select(intent => intent.Sequence), charges.Values.Select(charge => charge.Sequence), refunds.Values.Select(refund => refund.Sequence), sessions.Values.Select(session => session.Sequence), events.Select(told => told.Sequence) }
            .SelectMany(used => used).DefaultIfEmpty().Max());
    }

    private void Take(StateLine? line)
    {
        if (line?.Intent is { } intent)
            intents[intent.Id] = intent;
        if (line?.Charge is { } charge)
            charges[charge.Id] = charge;
        if (line?.Refund is { } refund)
            refunds[refund.Id] = refund;
        if (line?.Session is { } session)
            sessions[session.Id] = session;
        if (line?.Event is { } told)
            events.Add(told);
        if (line?.Key is { } key)
            keys[key.Key] = key;
    }
}
