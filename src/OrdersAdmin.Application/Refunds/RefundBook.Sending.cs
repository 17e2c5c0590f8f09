using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

internal sealed partial class RefundBook
{
    private static readonly Actor Sender = Actor.System("OrdersAdmin");

    /// <summary>Commits to sending: the attempt, its key and its exact bytes. Null when the approval no longer holds; the refund waits for one again then.</summary>
    /// <param name="approverMay">Whether the approver still works here and may approve.</param>
    public RefundAttempt? Send(Refund refund, bool approverMay, DateTimeOffset now)
    {
        var payment = PaymentOf(refund);
        if (payment.Overdrawn || !refund.ApprovalHolds || (refund.WhyApproval is not null && !approverMay))
        {
            var why = payment.Overdrawn ? $"{payment.Label} was refunded at the payment provider meanwhile, so that less is left than this." : "The approval no longer holds.";
            Must(refund.Recall(why, now));
            Tell(refund, Sender, now, "refund.awaiting_approval", $"did not send the refund of {RefundSentences.Money(refund)}. {why}", "refund.awaiting_approval");
            return null;
        }
        var attempt = NewAttempt(refund, now);
        Must(refund.Send(attempt, now));
        Tell(refund, Sender, now, "refund.sending", $"sends the refund of {RefundSentences.Money(refund)} to the payment provider", "order.updated");
        return attempt;
    }

    /// <summary>The provider has neither the refund nor the key any more: the same again under a new key.</summary>
    public void SendAnew(Refund refund, DateTimeOffset now)
    {
        refund.OpenAttempt!.Close(AttemptOutcome.Lost);
        if (refund.State == RefundState.Sending)
            Must(refund.LoseTrack(now));
        Must(refund.Send(NewAttempt(refund, now), now));
        Tell(refund, Sender, now, "refund.sending", $"sends the refund of {RefundSentences.Money(refund)} again: the first request never arrived", "order.updated");
    }

    /// <summary>No answer that could be trusted: the money stays set aside, and the refund is looked for.</summary>
    public void NoAnswer(Refund refund, string code, bool stopPosting, DateTimeOffset now)
    {
        if (refund.OpenAttempt is not { } attempt)
            return;
        attempt.NoAnswer(code, stopPosting, now);
        if (refund.State != RefundState.Sending)
            return;
        Must(refund.LoseTrack(now));
        Tell(refund, Sender, now, "refund.unknown", $"has no clear answer about the refund of {RefundSentences.Money(refund)} and looks for it at the payment provider", "order.updated");
        OpenTask(MoneyTaskKind.Unknown, refund, $"The payment provider gave no clear answer ({code}). The refund is looked for and will not be paid twice.", now);
    }

    /// <summary>One key with two bodies can only be our own bug: nothing more is sent until somebody has looked.</summary>
    public void Freeze(Refund refund, string code, DateTimeOffset now)
    {
        NoAnswer(refund, code, stopPosting: true, now);
        refund.OpenAttempt?.Freeze(code, now);
        OpenTask(MoneyTaskKind.Contradiction, refund, $"The payment provider knows the key {refund.OpenAttempt?.Key} with another content. Nothing more is sent for this refund; report this fault of the software.", now);
    }

    /// <summary>The provider refused it and has no such refund: the money is free again, and so are the items.</summary>
    public void Reject(Refund refund, string code, DateTimeOffset now)
    {
        if (!RefundTransitions.Table.Permits(refund.State, RefundAction.Reject))
            return;
        refund.OpenAttempt?.Close(AttemptOutcome.Rejected);
        Must(refund.Reject(code, now));
        Release(refund, now);
        ReleaseUnits(refund);
        CloseTasks(refund, now, MoneyTaskKind.Unknown);
        OpenTask(Failed(late: false), refund, FailedSentence(refund), now);
        Tell(refund, Provider, now, "refund.failed", $"refused the refund of {RefundSentences.Money(refund)}: {RefundSentences.Failure(code)}", "refund.failed");
    }

    /// <summary>Our key is not taken: nothing is released, nothing is repeated for a while.</summary>
    public static void Pause(Refund refund, DateTimeOffset now) => refund.OpenAttempt?.WaitUntil(now + RefundTimes.Paused);

    /// <summary>Somebody asks the provider to take it back; nothing has changed by that.</summary>
    public void AskBack(Refund refund, Actor actor, DateTimeOffset now) =>
        Tell(refund, actor, now, "refund.withdrawing", $"asked the payment provider to take back the refund of {RefundSentences.Money(refund)}", "order.updated");

    /// <summary>Has the workers look at it now.</summary>
    public void CheckNow(Refund refund, DateTimeOffset now)
    {
        refund.OpenAttempt?.TryNow(now);
        foreach (var mirror in mirrors.Where(mirror => mirror.RefundId == refund.Id))
            mirror.NextCheckAt = now;
    }

    /// <summary>Opens the task that a refund has been on its way for too long.</summary>
    public void Overdue(Refund refund, DateTimeOffset now)
    {
        if (refund.State is RefundState.Sending or RefundState.Unknown && now - refund.StateSince >= RefundTimes.SendingTooLong)
            OpenTask(MoneyTaskKind.Unknown, refund, "The payment provider has not answered for a long time. The refund is looked for and will not be paid twice.", now);
        if (refund.State == RefundState.Pending && now - refund.StateSince >= RefundTimes.PendingTooLong)
            OpenTask(MoneyTaskKind.PendingTooLong, refund, "The payment provider has been paying it out for more than a day.", now);
    }

    /// <summary>What the provider should say is refunded of the payment, in its units, as far as we know its refunds.</summary>
    public long KnownAtProvider(Refund refund) => StripeAmount.ToStripe(
        mirrors.Where(mirror => mirror.PaymentId == refund.PaymentId && mirror.Status is not ("failed" or "canceled")).Sum(mirror => mirror.Amount), refund.Currency);

    /// <summary>The provider's list and its sum do not agree: nothing is sent again before a person has looked.</summary>
    public void Contradict(Refund refund, DateTimeOffset now) => OpenTask(MoneyTaskKind.Contradiction, refund,
        $"The payment provider says that another sum of {PaymentOf(refund).Label} is refunded than its list of refunds comes to. The refund is not sent again before that is clear.", now);

    /// <summary>Why the same cannot be refunded again, or null.</summary>
    public string? WhyNoRetry(Refund refund, DateTimeOffset now)
    {
        if (refund.State is not (RefundState.Failed or RefundState.Rejected))
            return RefundSentences.NotNow(refund, now);
        if (refunds.Exists(each => each.ReplacesId == refund.Id && each.State.Holds()))
            return "It has been repeated already.";
        if (PaymentOf(refund).Available < refund.Amount)
            return $"Only {new Money(PaymentOf(refund).Available, refund.Currency)} is left of this payment.";
        var left = new RefundAmounts(Order, refunds).Lines;
        return refund.Breakdown.Lines.Any(units => left.First(rest => rest.Line.Id == units.LineItemId).Units < units.Quantity)
            ? "Some of its items have been refunded otherwise since."
            : null;
    }

    /// <summary>A new refund of the same; it takes over the items that the failed one kept from shipping.</summary>
    public Refund Repeat(Refund failed, string? whyApproval, Actor actor, DateTimeOffset now)
    {
        var refund = Add(new PaymentSlice(PaymentOf(failed), failed.Amount), null, failed.Intent with { RequestKey = null, Restock = failed.Intent.Restock && !failed.EverSucceeded }, actor, now);
        refund.ReplacesId = failed.Id;
        var takesOver = failed.HoldsUnits;
        refund.Decide(failed.Amount, failed.Breakdown with
        {
            Lines = [.. failed.Breakdown.Lines.Select(units => takesOver ? units : units with { Removed = Math.Min(units.Removed, Order.Lines.First(line => line.Id == units.LineItemId).Left) })],
        });
        if (takesOver)
            (failed.HoldsUnits, refund.HoldsUnits) = (false, true);
        else
            HoldUnits(refund);
        Must(refund.Submit(whyApproval, actor, now));
        Reserve(refund, now);
        CloseTasks(failed, now, MoneyTaskKind.Failed, MoneyTaskKind.LateFailure, MoneyTaskKind.CancelledButPaid);
        Tell(refund, actor, now, whyApproval is null ? "refund.requested" : "refund.awaiting_approval",
            $"{(whyApproval is null ? "repeats" : "asks to repeat")} the failed refund of {RefundSentences.Money(refund)} to {PaymentOf(refund).Label}", whyApproval is null ? "order.updated" : "refund.awaiting_approval");
        return refund;
    }

    private RefundAttempt NewAttempt(Refund refund, DateTimeOffset now)
    {
        var payment = PaymentOf(refund);
        var body = StripeGateway.RefundBody(payment.IntentId!, StripeAmount.ToStripe(refund.Amount, refund.Currency), refund.Intent.ProviderReason, refund.Id.ToString(), Order.Number);
        return new RefundAttempt(refund.Id, refund.Attempts.Count + 1, body, now);
    }

    private void OpenTask(MoneyTaskKind kind, Refund refund, string sentence, DateTimeOffset now) => OpenTask(kind, refund.Id, null, refund.Amount, sentence, now);

    private void OpenTask(MoneyTaskKind kind, Id<Refund>? refund, string? foreign, long amount, string sentence, DateTimeOffset now)
    {
        var subject = MoneyTask.SubjectOf(kind, Order.Id, refund, foreign);
        if (tasks.Exists(task => task.Subject == subject && task.ClosedAt is null))
            return;
        var task = new MoneyTask(kind, Order, refund, foreign, amount, sentence, now);
        tasks.Add(task);
        db.MoneyTasks.Add(task);
    }

    private void CloseTasks(Refund refund, DateTimeOffset now, params MoneyTaskKind[] kinds)
    {
        foreach (var task in tasks.Where(task => task.RefundId == refund.Id && kinds.Contains(task.Kind) && task.ClosedAt is null))
            task.Close(Sender.Name, now);
    }
}
