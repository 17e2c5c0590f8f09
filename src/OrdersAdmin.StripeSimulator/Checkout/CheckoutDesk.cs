using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Money;
using OrdersAdmin.StripeSimulator.PaymentIntents;

namespace OrdersAdmin.StripeSimulator.Checkout;

internal sealed record NewSession(
    string Currency,
    IReadOnlyList<CheckoutLine> Lines,
    string SuccessUrl,
    string? CancelUrl,
    string? CustomerEmail,
    string? ClientReferenceId,
    DateTimeOffset? ExpiresAt,
    MetadataChange Metadata,
    MetadataChange PaymentMetadata,
    string? PaymentDescription);

/// <summary>Pages to pay on; the caller holds the ledger's gate.</summary>
internal sealed class CheckoutDesk(Ledger ledger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    private readonly PriorityQueue<CheckoutSession, DateTimeOffset> open = new();

    public Register<CheckoutSession> All { get; } = new();

    /// <summary>Where the pages are; known once the server listens.</summary>
    public Uri PayPages { get; set; } = new("http://localhost");

    public DateTimeOffset? NextDue => open.TryPeek(out _, out var due) ? due : null;

    public Outcome<CheckoutSession> Create(NewSession order, DateTimeOffset now)
    {
        if (!Currencies.IsKnown(order.Currency))
            return StripeError.Invalid(null, $"Invalid currency: {order.Currency}.", "line_items[0][price_data][currency]");
        foreach (var line in order.Lines)
        {
            if (Currencies.Refuse(line.UnitAmount, order.Currency, "line_items[0][price_data][unit_amount]") is { } refusal)
                return refusal;
        }

        var total = order.Lines.Sum(line => line.UnitAmount * line.Quantity);
        if (total is < 1 or > PaymentDesk.MostAmount)
            return StripeError.Invalid(total < 1 ? "amount_too_small" : "amount_too_large", $"The Checkout Session's total amount must be positive and no more than {Currencies.Show(PaymentDesk.MostAmount, order.Currency)}.", "line_items");
        if (order.ExpiresAt is { } at && (at < now + Shortest || at > now + Longest))
            return StripeError.Invalid(null, "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.", "expires_at");
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var paymentMetadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if ((order.Metadata.ApplyTo(metadata) ?? order.PaymentMetadata.ApplyTo(paymentMetadata)) is { } unfit)
            return unfit;

        var session = new CheckoutSession
        {
            Id = Ids.New("cs_test"),
            Created = now.ToUnixTimeSeconds(),
            Sequence = ledger.NextSequence(),
            Currency = order.Currency,
            Lines = order.Lines,
            Total = total,
            SuccessUrl = order.SuccessUrl,
            CancelUrl = order.CancelUrl,
            CustomerEmail = order.CustomerEmail,
            ClientReferenceId = order.ClientReferenceId,
            ExpiresAt = order.ExpiresAt ?? now + Longest,
            Metadata = metadata,
            PaymentMetadata = paymentMetadata,
            PaymentDescription = order.PaymentDescription,
        };
        Enter(session);
        ledger.Keep(session);
        return session;
    }

    public void Enter(CheckoutSession session)
    {
        All.Add(session);
        if (session.Status == CheckoutSession.Open)
            open.Enqueue(session, session.ExpiresAt);
    }

    /// <summary>The customer pays with a test card.</summary>
    public Outcome<CheckoutSession> Pay(CheckoutSession session, string paymentMethod, DateTimeOffset now)
    {
        if (session.Status != CheckoutSession.Open)
            return Closed(session);
        var metadata = new MetadataChange(false, session.PaymentMetadata.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal));
        var paid = ledger.Payments.Create(new NewIntent(session.Total, session.Currency, "automatic", paymentMethod, Confirm: true, session.PaymentDescription, metadata), now);
        if (paid.Value is not { } intent)
            return paid.Error!;
        session.PaymentIntent = intent.Id;
        Close(session, CheckoutSession.Complete, "checkout.session.completed", now);
        return session;
    }

    public Outcome<CheckoutSession> Expire(CheckoutSession session, DateTimeOffset now)
    {
        if (session.Status != CheckoutSession.Open)
            return Closed(session);
        Close(session, CheckoutSession.Expired, "checkout.session.expired", now);
        return session;
    }

    public void Settle(DateTimeOffset now)
    {
        while (open.TryPeek(out var session, out var due) && due <= now)
        {
            open.Dequeue();
            if (session.Status == CheckoutSession.Open)
                Close(session, CheckoutSession.Expired, "checkout.session.expired", due);
        }
    }

    public void Clear()
    {
        All.Clear();
        open.Clear();
    }

    private void Close(CheckoutSession session, string status, string type, DateTimeOffset at)
    {
        session.Status = status;
        ledger.Keep(session);
        ledger.Events.Tell(type, CheckoutJson.Of(session, PayPages), at);
    }

    private static StripeError Closed(CheckoutSession session) =>
        StripeError.Refused(null, $"This Checkout Session has a status of {session.Status}; only one with a status of open can be paid or expired.");
}
