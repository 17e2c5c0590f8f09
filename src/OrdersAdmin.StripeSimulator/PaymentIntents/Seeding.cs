using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Money;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.StripeSimulator.PaymentIntents;

/// <summary>A payment of the past with an id of the caller's choosing; amounts in minor units as Stripe counts them.</summary>
internal sealed record SeededIntent
{
    public required string Id { get; init; }

    public required long Amount { get; init; }

    /// <summary>Null is all of it; 0 is a payment authorized only.</summary>
    public long? Captured { get; init; }

    public required string Currency { get; init; }

    /// <summary>Unix seconds; null is now.</summary>
    public long? Created { get; init; }

    public string Brand { get; init; } = "visa";

    public string Last4 { get; init; } = "4242";

    public string PaymentMethod { get; init; } = TestCard.Visa;

    public string? Description { get; init; }

    public bool Disputed { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Short for one succeeded refund of so much.</summary>
    public long Refunded { get; init; }

    public IReadOnlyList<SeededRefund> Refunds { get; init; } = [];
}

internal sealed record SeededRefund
{
    public string? Id { get; init; }

    public required long Amount { get; init; }

    public long? Created { get; init; }

    public string Status { get; init; } = RefundStatus.Succeeded;

    public string? Reason { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>Brings in payments of the past in one go, silently and any number of times: an id that exists is left as it is.</summary>
internal sealed class Seeding(Ledger ledger)
{
    /// <summary>All or none: the first wrong entry is named and nothing is entered.</summary>
    public (int Created, string? Refusal) Seed(IReadOnlyList<SeededIntent> seeds, DateTimeOffset now)
    {
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        var refunds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in seeds)
        {
            if ((Refuse(seed) ?? RefuseRepeated(seed, fresh, refunds)) is { } refusal)
                return (0, $"{seed.Id}: {refusal}");
        }

        var created = 0;
        foreach (var seed in seeds)
        {
            if (ledger.Intents.TryFind(seed.Id, out _))
                continue;
            Enter(seed, seed.Created ?? now.ToUnixTimeSeconds());
            created++;
        }

        return (created, null);
    }

    private void Enter(SeededIntent seed, long created)
    {
        var captured = seed.Captured ?? seed.Amount;
        var intent = new PaymentIntent
        {
            Id = seed.Id,
            Created = created,
            Sequence = ledger.NextSequence(),
            Amount = seed.Amount,
            Currency = seed.Currency,
            CaptureMethod = captured == 0 ? "manual" : "automatic",
            Description = seed.Description,
            Metadata = seed.Metadata,
            PaymentMethod = seed.PaymentMethod,
            Status = captured == 0 ? PaymentIntent.NeedsCapture : PaymentIntent.Succeeded,
            LatestCharge = Ids.Under("ch", seed.Id),
            AmountReceived = captured,
        };
        var charge = new Charge
        {
            Id = intent.LatestCharge,
            PaymentIntent = intent.Id,
            Created = created,
            Sequence = ledger.NextSequence(),
            Amount = seed.Amount,
            Currency = seed.Currency,
            PaymentMethod = seed.PaymentMethod,
            Brand = seed.Brand,
            Last4 = seed.Last4,
            Description = seed.Description,
            Metadata = seed.Metadata,
            AmountCaptured = captured,
            Captured = captured > 0,
            Disputed = seed.Disputed,
        };
        ledger.Intents.Add(intent);
        ledger.Charges.Add(charge);
        ledger.Keep(intent);
        ledger.Keep(charge);
        foreach (var (refund, at) in RefundsOf(seed).Select((refund, at) => (refund, at)))
            Enter(refund, charge, refund.Id ?? $"{Ids.Under("re", seed.Id)}_{at + 1}");
    }

    private void Enter(SeededRefund seed, Charge charge, string id)
    {
        var refund = new Refund
        {
            Id = id,
            Charge = charge.Id,
            PaymentIntent = charge.PaymentIntent,
            Created = seed.Created ?? charge.Created,
            Sequence = ledger.NextSequence(),
            Amount = seed.Amount,
            Currency = charge.Currency,
            Reason = seed.Reason,
            Metadata = seed.Metadata,
            Status = seed.Status,
            FailureReason = seed.Status == RefundStatus.Failed ? "unknown" : null,
        };
        ledger.RefundDesk.Enter(refund);
        ledger.Keep(refund);
    }

    private string? RefuseRepeated(SeededIntent seed, HashSet<string> intents, HashSet<string> refunds)
    {
        if (ledger.Intents.TryFind(seed.Id, out var known))
            return known.Amount == seed.Amount && known.Currency == seed.Currency ? null : "exists with another amount or currency.";
        if (!intents.Add(seed.Id))
            return "stands twice in the list.";
        return seed.Refunds.Any(refund => refund.Id is not null && (!refunds.Add(refund.Id) || ledger.Refunds.TryFind(refund.Id, out _)))
            ? "one of its refunds exists already."
            : null;
    }

    private static IEnumerable<SeededRefund> RefundsOf(SeededIntent seed) =>
        seed.Refunded > 0 ? seed.Refunds.Append(new SeededRefund { Amount = seed.Refunded }) : seed.Refunds;

    private static string? Refuse(SeededIntent seed)
    {
        var captured = seed.Captured ?? seed.Amount;
        if (!Ids.Is("pi", seed.Id))
            return "an id begins with pi_ and holds letters, digits and underscores.";
        if (!Currencies.IsKnown(seed.Currency))
            return $"'{seed.Currency}' is no currency of Stripe, in lower case.";
        if (seed.Amount < 1 || captured < 0 || captured > seed.Amount || seed.Refunded < 0)
            return "an amount is positive, and no more is captured than it.";
        if (seed.Last4.Length != 4 || !seed.Last4.All(char.IsAsciiDigit))
            return "last4 is four digits, never a card number.";
        if ((Currencies.Refuse(seed.Amount, seed.Currency, "amount") ?? Currencies.Refuse(captured, seed.Currency, "captured")) is { } unfit)
            return unfit.Message;
        var refunds = RefundsOf(seed).ToList();
        if (refunds.Exists(refund => refund.Amount < 1 || Currencies.Refuse(refund.Amount, seed.Currency, "amount") is not null
            || (refund.Id is not null && !Ids.Is("re", refund.Id)) || !RefundStatus.IsKnown(refund.Status)))
            return "a refund has a positive amount, an id that begins with re_ and a status of Stripe.";
        return refunds.Where(refund => RefundStatus.HoldsMoney(refund.Status)).Sum(refund => refund.Amount) > captured
            ? "more is refunded than captured."
            : null;
    }
}
