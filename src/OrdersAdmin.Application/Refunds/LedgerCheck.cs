using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Refunds;

/// <summary>Something that the money path promises and the database does not hold; there should be none.</summary>
/// <param name="Invariant">I1 to I10.</param>
/// <param name="Subject">The refund or payment.</param>
public sealed record Finding(string Invariant, string Subject, string Sentence);

/// <summary>Reads all refunds, ledger entries and mirrors, and checks every invariant of the money path; with the provider's own list on request. Changes nothing.</summary>
public sealed class LedgerCheck
{
    private readonly OrdersDatabase database;
    private readonly StripeGateway stripe;
    private readonly TimeProvider clock;

    internal LedgerCheck(OrdersDatabase database, StripeGateway stripe, TimeProvider clock) => (this.database, this.stripe, this.clock) = (database, stripe, clock);

    /// <param name="againstPeer">Also reads the provider's refunds of every payment that has any here.</param>
    public async Task<IReadOnlyList<Finding>> Run(bool againstPeer = false, CancellationToken cancel = default)
    {
        var books = await database.Read(async db => await MoneyBooks.Read(db));
        var findings = new List<Finding>();
        foreach (var payment in books.Payments)
            PaymentRules.Check(payment, findings);
        foreach (var refund in books.Refunds)
            RefundRules.Check(refund, clock.GetUtcNow(), findings);
        if (againstPeer)
            foreach (var payment in books.Payments.Where(payment => payment.Payment.Refundable))
                await AgainstPeer(payment, findings, cancel);
        return findings;
    }

    private async Task AgainstPeer(PaymentBook book, List<Finding> findings, CancellationToken cancel)
    {
        if (await stripe.ListRefunds(book.Payment.IntentId!, cancel) is not StripeAnswer<IReadOnlyList<StripeRefund>>.Ok { Value: var peers })
        {
            findings.Add(new("I6", book.Payment.Id.ToString(), "The payment provider did not answer, so its refunds could not be compared."));
            return;
        }
        var live = peers.Where(peer => peer.Status is not ("failed" or "canceled")).ToList();
        if (live.Sum(peer => peer.Amount) > StripeAmount.ToStripe(book.Payment.Captured - book.Payment.Captured % StripeAmount.Step(book.Currency), book.Currency))
            findings.Add(new("I1", book.Payment.Id.ToString(), "The provider has refunded more than was captured."));
        findings.AddRange(peers.Where(peer => peer.OurId is not null).GroupBy(peer => peer.OurId, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new Finding("I2", group.Key!, "The provider has two refunds for this one.")));
        findings.AddRange(peers.Where(peer => !book.Mirrors.Exists(mirror => mirror.Id == peer.Id)).Select(peer => new Finding("I6", peer.Id, "The provider has a refund that is not in our books.")));
        findings.AddRange(book.Mirrors.Where(mirror => !peers.Any(peer => peer.Id == mirror.Id)).Select(mirror => new Finding("I6", mirror.Id, "Our books have a refund that the provider does not.")));
        findings.AddRange(from mirror in book.Mirrors
                          from peer in peers
                          where peer.Id == mirror.Id && mirror.Status != peer.Status
                          select new Finding("I7", mirror.Id, $"We believe that it is {mirror.Status}, the provider says {peer.Status}."));
    }
}

/// <summary>Everything that the check reads, by payment and by refund.</summary>
internal sealed record MoneyBooks(IReadOnlyList<PaymentBook> Payments, IReadOnlyList<RefundBooked> Refunds)
{
    public static async Task<MoneyBooks> Read(OrdersContext db)
    {
        var refunds = await db.Refunds.Include(refund => refund.Attempts).ToListAsync();
        var ledger = await db.RefundLedger.ToListAsync();
        var mirrors = await db.ProviderRefunds.ToListAsync();
        var tasks = await db.MoneyTasks.Where(task => task.ClosedAt == null).ToListAsync();
        var touched = refunds.Select(refund => refund.PaymentId).Concat(ledger.Select(entry => entry.PaymentId)).Concat(mirrors.Select(mirror => mirror.PaymentId)).ToHashSet();
        var payments = new List<PaymentBook>();
        foreach (var chunk in touched.Chunk(500))
        {
            var ids = chunk.ToList();
            foreach (var each in await db.Set<Payment>().Where(payment => ids.Contains(payment.Id)).Join(db.Orders, payment => payment.OrderId, order => order.Id, (payment, order) => new { payment, order.Currency }).ToListAsync())
                payments.Add(new PaymentBook(each.payment, each.Currency,
                    refunds.FindAll(refund => refund.PaymentId == each.payment.Id), ledger.FindAll(entry => entry.PaymentId == each.payment.Id), mirrors.FindAll(mirror => mirror.PaymentId == each.payment.Id)));
        }
        // Payments that no refund ever touched must not pretend otherwise.
        payments.AddRange(await db.Set<Payment>().Where(payment => payment.Reserved != 0 || payment.Refunded != payment.RefundedBefore)
            .Where(payment => !db.RefundLedger.Any(entry => entry.PaymentId == payment.Id))
            .Join(db.Orders, payment => payment.OrderId, order => order.Id, (payment, order) => new PaymentBook(payment, order.Currency, new List<Refund>(), new List<LedgerEntry>(), new List<ProviderRefund>())).ToListAsync());
        return new(payments, [.. from refund in refunds
                                 join payment in payments on refund.PaymentId equals payment.Payment.Id
                                 select new RefundBooked(refund, payment, payment.Ledger.FindAll(entry => entry.RefundId == refund.Id), payment.Mirrors.Find(mirror => mirror.RefundId == refund.Id), tasks.Exists(task => task.RefundId == refund.Id))]);
    }
}

internal sealed record PaymentBook(Payment Payment, Currency Currency, List<Refund> Refunds, List<LedgerEntry> Ledger, List<ProviderRefund> Mirrors);

internal sealed record RefundBooked(Refund Refund, PaymentBook Payment, List<LedgerEntry> Ledger, ProviderRefund? Mirror, bool HasTask);
