using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Exchanges;

/// <summary>The provider's pages on which customers pay differences. Each is asked for with a committed key and body; what is fetched is believed, never what is told.</summary>
internal sealed class CheckoutPages(OrdersDatabase database, StripeGateway stripe, TimeProvider clock)
{
    private const int MostInOneRound = 100;
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(2);
    private static readonly Actor Provider = new(ActorKind.Provider, null, "Stripe");

    public static ExchangePayment Prepare(Exchange exchange, Order order, int number, Uri thanks, DateTimeOffset now) => new(
        number, $"exchange-{exchange.Id}-{number}",
        StripeGateway.CheckoutBody(
            StripeAmount.ToStripe(exchange.Difference, order.Currency), order.Currency.Code.ToLowerInvariant(), $"Order #{order.Number}: difference of your exchange",
            thanks.ToString(), order.BuyerEmail, exchange.Id.ToString(), number),
        exchange.Difference, now);

    /// <summary>Asks for the page and keeps its address; the problem, or null.</summary>
    public async Task<Problem?> Open(Id<Exchange> id, int number, CancellationToken cancel)
    {
        var asked = await database.Read(db => db.Set<ExchangePayment>().SingleAsync(payment => payment.ExchangeId == id && payment.Number == number));
        switch (await stripe.CreateCheckout(asked.Key, asked.Body, cancel))
        {
            case StripeAnswer<StripeCheckoutSession>.Ok { Value: var session }:
                return (await Hear(session)).Problem;
            case StripeAnswer<StripeCheckoutSession>.Refused(var code):
                await OnPayment(id, number, (payment, now) => payment.Close(now));
                return new Problem.GatewayFailed($"The payment provider made no page to pay on ({code}).");
            default:
                return new Problem.GatewayFailed("The payment provider does not answer. Ask once more in a minute: it will be the same page.");
        }
    }

    /// <summary>Reads a page again and takes in what became of it. False when the provider did not answer.</summary>
    public async Task<bool> HearOne(string sessionId, CancellationToken cancel) => await stripe.GetCheckout(sessionId, cancel) switch
    {
        StripeAnswer<StripeCheckoutSession>.Ok { Value: var session } => await Hear(session) is { Problem: null or Problem.NotFound },
        StripeAnswer<StripeCheckoutSession>.Refused => true,
        _ => false,
    };

    /// <summary>Looks at every page that may have been paid, for the case that no webhook comes, and closes those that are not needed any more.</summary>
    public async Task<int> LookAfterAll(CancellationToken cancel)
    {
        if (!stripe.IsConfigured)
            return 0;
        var now = clock.GetUtcNow();
        var due = await database.Read(db => db.Set<ExchangePayment>().Where(payment => payment.NextCheckAt != null && payment.NextCheckAt <= now)
            .OrderBy(payment => payment.NextCheckAt).Take(MostInOneRound).ToListAsync(cancel));
        foreach (var payment in due)
        {
            if (payment is { SessionId: null, ClosedAt: null })
                await Open(payment.ExchangeId, payment.Number, cancel);
            else if (payment.SessionId is { } session)
            {
                if (payment.ClosedAt is not null)
                    await stripe.ExpireCheckout(session, cancel);
                await HearOne(session, cancel);
            }
            await OnPayment(payment.ExchangeId, payment.Number, (each, at) => each.LookAgain(at, Between));
        }
        return due.Count;
    }

    /// <summary>NotFound when it is none of ours.</summary>
    private Task<Result<Done>> Hear(StripeCheckoutSession session) => database.Write<Done>(async db =>
    {
        var now = clock.GetUtcNow();
        if (await Locate(db, session) is not { } place)
            return new Problem.NotFound("This page is not of this shop.");
        var (book, exchange) = (await ExchangeQueries.Find(db, place.Id, ProviderNews.Worker, Permission.ViewOrders)).OrThrow();
        var asked = exchange.Payments.First(payment => payment.Number == place.Number);
        asked.Opened(session.Id, session.Url, DateTimeOffset.FromUnixTimeSeconds(session.ExpiresAt));
        if (asked.PaidAt is not null)
            return new Done();
        if (session.PaymentStatus == "paid")
            Take(db, book, exchange, asked, session, now);
        else if (session.Status == "expired")
            asked.Close(now);
        else if (asked.TellOnce())
            await ExchangeLetters.PayHere(db, book, exchange, asked, now);
        return new Done();
    });

    private static void Take(OrdersContext db, ExchangeBook book, Exchange exchange, ExchangePayment asked, StripeCheckoutSession session, DateTimeOffset now)
    {
        StripeAmount.TryFromStripe(session.AmountTotal, book.Order.Currency, out var captured);
        if (book.Paid(exchange, asked, session.PaymentIntent, captured, Provider, now))
            return;
        var sum = new Money(captured, book.Order.Currency);
        db.MoneyTasks.Add(new MoneyTask(MoneyTaskKind.PaidInVain, book.Order, null, session.Id, captured,
            $"The customer paid {sum} for exchange {exchange.Number}, which did not wait for it. Refund it.", now));
    }

    private static async Task<Place?> Locate(OrdersContext db, StripeCheckoutSession session) =>
        await db.Set<ExchangePayment>().Where(payment => payment.SessionId == session.Id).Select(payment => new Place(payment.ExchangeId, payment.Number)).SingleOrDefaultAsync()
        ?? (Id<Exchange>.TryParse(session.ClientReferenceId, null, out var id) && int.TryParse(session.Metadata?.GetValueOrDefault(StripeGateway.AttemptKey), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await db.Set<ExchangePayment>().Where(payment => payment.ExchangeId == id && payment.Number == number && payment.SessionId == null)
                .Select(payment => new Place(payment.ExchangeId, payment.Number)).SingleOrDefaultAsync()
            : null);

    private Task<Result<Done>> OnPayment(Id<Exchange> id, int number, Action<ExchangePayment, DateTimeOffset> act) => database.Write<Done>(async db =>
    {
        act(await db.Set<ExchangePayment>().SingleAsync(payment => payment.ExchangeId == id && payment.Number == number), clock.GetUtcNow());
        return new Done();
    });

    private sealed record Place(Id<Exchange> Id, int Number);
}
