using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

internal sealed partial class RefundBook
{
    private static readonly Actor Provider = new(ActorKind.Provider, null, "Stripe");

    /// <summary>Takes in a refund as the provider has it now, whoever told of it and in whatever order. Taking the same in again changes nothing.</summary>
    public async Task Hear(StripeRefund peer, Payment payment, DateTimeOffset now)
    {
        if (mirrors.Find(each => each.Id == peer.Id) is { } known)
        {
            await Follow(known, peer, payment, now);
            return;
        }
        var exact = StripeAmount.TryFromStripe(peer.Amount, Order.Currency, out var amount);
        var named = refunds.Find(refund => refund.Id.ToString() == peer.OurId);
        var ours = named is not null && exact && Fits(named, peer, payment, amount) ? named : null;
        var created = DateTimeOffset.FromUnixTimeSeconds(peer.Created);
        var before = ours is null && named is null && created < payment.RecordedAt && payment.RefundedBefore > 0;
        var mirror = new ProviderRefund(peer.Id, payment.Id, ours?.Id, amount, Order.Currency, before, created, now);
        mirrors.Add(mirror);
        db.ProviderRefunds.Add(mirror);
        if (before)
        {
            mirror.Read(peer.Status ?? "", peer.FailureReason, now);
            return;
        }
        if (ours is null)
            Discover(mirror, peer, named, payment, now);
        else
            ours.OpenAttempt?.Close(AttemptOutcome.Adopted);
        await Follow(mirror, peer, payment, now);
    }

    /// <summary>Whether it is what we sent: a request was committed, and payment, currency and the approved amount are the same.</summary>
    private bool Fits(Refund named, StripeRefund peer, Payment payment, long amount) =>
        named.Attempts.Count > 0 && named.State is RefundState.Sending or RefundState.Unknown
        && named.PaymentId == payment.Id && named.Amount == amount
        && string.Equals(peer.Currency, Order.Currency.Code, StringComparison.OrdinalIgnoreCase)
        && !mirrors.Exists(mirror => mirror.RefundId == named.Id);

    /// <summary>A refund that nobody asked for here: it takes from what is left, and somebody has to say what it was for.</summary>
    private void Discover(ProviderRefund mirror, StripeRefund peer, Refund? named, Payment payment, DateTimeOffset now)
    {
        var sum = new Money(mirror.Amount, mirror.Currency);
        if (StateOf(peer) is not (RefundState.Failed or RefundState.Canceled))
            payment.Enter(LedgerKind.External, mirror.Amount, null, mirror.Id, now);
        if (named is null)
            OpenTask(MoneyTaskKind.DashboardRefund, null, mirror.Id, mirror.Amount, $"{sum} was refunded in the payment provider's dashboard, not here. Say what it was for.", now);
        else
            OpenTask(MoneyTaskKind.Contradiction, named.Id, null, mirror.Amount, $"The payment provider has a refund {mirror.Id} of {sum} that says it is this refund, but this refund is another one or is there already. Check both.", now);
        Order.RecordForeignRefund(mirror.Id, mirror.Amount, Provider, now, "refund.external", $"has a refund of {sum} to {payment.Label} that was not requested here", "order.updated");
    }

    private async Task Follow(ProviderRefund mirror, StripeRefund peer, Payment payment, DateTimeOffset now)
    {
        if (mirror.KnownBefore)
            return;
        var refund = refunds.Find(each => each.Id == mirror.RefundId);
        var was = mirror.Status.Length == 0 ? (RefundState?)null : StateOf(mirror.Status);
        var to = StateOf(peer);
        if (was == RefundState.Succeeded && to == RefundState.Canceled)
            to = RefundState.Failed;
        // What was read before what we have is old news: a final state does not go back.
        var news = was is null || was == to || RefundTransitions.Table.Permits(was.Value, RefundAction.Report, to);
        if (news)
        {
            mirror.Read(peer.Status ?? "", peer.FailureReason, now);
            if (refund is null)
                Foreign(mirror, was, to, payment, now);
            else if (refund.State != to)
                await Move(refund, mirror, to, payment, now);
        }
        mirror.NextCheckAt = NextLook(mirror, now);
    }

    private async Task Move(Refund refund, ProviderRefund mirror, RefundState to, Payment payment, DateTimeOffset now)
    {
        var late = refund.EverSucceeded;
        if (mirror.FailureReason is not null)
            refund.Failure = mirror.FailureReason;
        Must(refund.Report(to, now));
        var sum = $"{RefundSentences.Money(refund)} to {payment.Label}";
        CloseTasks(refund, now, MoneyTaskKind.Unknown, MoneyTaskKind.PendingTooLong, MoneyTaskKind.RequiresAction);
        switch (to)
        {
            case RefundState.Pending:
                Tell(refund, Provider, now, "refund.pending", $"is paying out the refund of {sum}", "order.updated");
                break;
            case RefundState.RequiresAction:
                OpenTask(MoneyTaskKind.RequiresAction, refund, RefundSentences.State(refund), now);
                Tell(refund, Provider, now, "refund.requires_action", $"waits for the customer to confirm the refund of {sum}", "order.updated");
                break;
            case RefundState.Succeeded:
                payment.Enter(LedgerKind.Settle, refund.Amount, refund.Id, mirror.Id, now);
                CloseIfPaidBack(now);
                await Restock(refund, now);
                if (await RefundLetters.PaidOut(db, this, refund, now) is { } letter)
                    db.Mails.Add(letter);
                Tell(refund, Provider, now, "refund.succeeded", $"refunded {sum}", "order.refunded");
                break;
            default:
                payment.Enter(late ? LedgerKind.Reverse : LedgerKind.Release, refund.Amount, refund.Id, mirror.Id, now);
                if (to == RefundState.Canceled)
                    ReleaseUnits(refund);
                OpenTask(Failed(late), refund, FailedSentence(refund), now);
                Tell(refund, Provider, now, "refund.failed",
                    $"{(late ? "took back its confirmation of" : to == RefundState.Canceled ? "cancelled" : "could not pay out")} the refund of {sum}: {RefundSentences.Failure(refund.Failure)}", "refund.failed");
                break;
        }
    }

    private void Foreign(ProviderRefund mirror, RefundState? was, RefundState to, Payment payment, DateTimeOffset now)
    {
        LedgerKind? entry = (was, to) switch
        {
            (RefundState.Succeeded, RefundState.Succeeded) or (RefundState.Failed or RefundState.Canceled, _) => null,
            (_, RefundState.Succeeded) => LedgerKind.Settle,
            (null, RefundState.Failed or RefundState.Canceled) => null,
            (RefundState.Succeeded, RefundState.Failed) => LedgerKind.Reverse,
            (_, RefundState.Failed or RefundState.Canceled) => LedgerKind.Release,
            _ => null,
        };
        if (entry is not { } kind)
            return;
        payment.Enter(kind, mirror.Amount, null, mirror.Id, now);
        if (kind == LedgerKind.Settle)
            CloseIfPaidBack(now);
        var sum = $"{new Money(mirror.Amount, mirror.Currency)} to {payment.Label}";
        if (kind == LedgerKind.Settle)
            Order.RecordForeignRefund(mirror.Id, mirror.Amount, Provider, now, "refund.succeeded", $"refunded {sum}, which was not requested here", "order.refunded");
        else
            Order.RecordForeignRefund(mirror.Id, mirror.Amount, Provider, now, "refund.failed", $"did not pay out the refund of {sum} that was not requested here", "refund.failed");
    }

    private async Task Restock(Refund refund, DateTimeOffset now)
    {
        if (!refund.Intent.Restock || !refund.HoldsUnits)
            return;
        var taken = await StockTaken.By(db, Order.Id);
        foreach (var units in refund.Breakdown.Lines.Where(units => units.Removed > 0))
        {
            var line = Order.Lines.First(line => line.Id == units.LineItemId);
            if (taken.Give(line, units.Removed) is > 0 and var back && await db.Variants.SingleOrDefaultAsync(variant => variant.Id == line.VariantId) is { } variant)
                Must(variant.Restock(back, new StockCause(Provider, now, $"Refunded before it shipped, order #{Order.Number}", Order.Id)));
        }
    }

    private static DateTimeOffset? NextLook(ProviderRefund mirror, DateTimeOffset now) => StateOf(mirror.Status) switch
    {
        RefundState.Succeeded => now - mirror.CreatedAt < RefundTimes.WatchedAfterSuccess ? now + RefundTimes.BetweenRereads : null,
        RefundState.Failed or RefundState.Canceled => null,
        _ => now + RefundTimes.NextPoll(now - mirror.CreatedAt),
    };

    private static RefundState StateOf(StripeRefund peer) => StateOf(peer.Status ?? "");

    /// <summary>Stripe's word; one that we do not know is not final, whatever it means.</summary>
    private static RefundState StateOf(string status) => status switch
    {
        "succeeded" => RefundState.Succeeded,
        "failed" => RefundState.Failed,
        "canceled" => RefundState.Canceled,
        "requires_action" => RefundState.RequiresAction,
        _ => RefundState.Pending,
    };
}
