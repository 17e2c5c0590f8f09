using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Giving money back: asked for by one person, approved by another where the policy says so, and never sent from here: a worker sends what is approved.</summary>
public sealed class RefundWorkflow(OrdersDatabase database, StripeOptions stripe, RefundSignal signal, TimeProvider clock)
{
    /// <summary>What the choice comes to, and everything that the form shows. Changes nothing.</summary>
    public Task<Result<RefundQuote>> Quote(Actor actor, Id<Order> orderId, RefundChoice choice, Id<Refund>? editing = null) => database.Read<Result<RefundQuote>>(async db =>
    {
        if (!(await db.FindOrder(orderId, actor, Permission.RequestRefunds)).TryGet(out var order, out var problem))
            return problem;
        var book = await RefundBook.Open(db, order);
        var quote = RefundQuotes.Make(book, await Rules.Of(db, actor, order, clock.GetUtcNow()), choice, editing, await StockTaken.By(db, orderId));
        return await CheckReturn(db, book, choice, editing) is { } unpayable ? quote with { Problem = quote.Problem ?? unpayable } : quote;
    });

    /// <summary>A refund that can still be changed, as the change that would leave it as it is.</summary>
    public Task<Result<EditRefund>> Chosen(Actor actor, Id<Order> orderId, Id<Refund> refundId) => database.Read<Result<EditRefund>>(async db =>
    {
        if (!(await db.FindOrder(orderId, actor, Permission.RequestRefunds)).TryGet(out var order, out var problem))
            return problem;
        var book = await RefundBook.Open(db, order);
        if (book.Refunds.FirstOrDefault(refund => refund.Id == refundId) is not { } found)
            return new Problem.NotFound("There is no such refund.");
        var (lead, now) = (book.Lead(found), clock.GetUtcNow());
        return book.Group(lead).Find(refund => (refund == lead || refund.State.Holds()) && !RefundTransitions.Table.Permits(refund.State, RefundAction.Edit)) is { } sent
            ? new Problem.Refused(RefundSentences.NotNow(sent, now))
            : new EditRefund(lead.Breakdown.Choice, lead.Intent.Reason, lead.Intent.Note, lead.Intent.Restock, lead.Intent.Notify, lead.Revision);
    });

    /// <summary>Sets the money aside and, within the requester's limits, hands it to the sender. The same key makes one refund.</summary>
    public Task<Result<RefundMade>> Request(Actor actor, Id<Order> orderId, RequestRefund command, CancellationToken cancel = default) => Act(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.RequestRefunds)).TryGet(out var order, out var problem))
            return problem;
        var book = await RefundBook.Open(db, order);
        if (command.RequestKey is not null && book.Refunds.FirstOrDefault(refund => refund.RequestKey == command.RequestKey) is { } made)
            return Made(book, made);
        if (!stripe.IsConfigured)
            return new Problem.Refused("This shop has no key for the payment provider, so it cannot refund. An owner sets OrdersAdmin:Stripe:SecretKey.");
        if (await db.CheckFresh(order, command.ExpectedVersion, now) is { } stale)
            return stale;
        var rules = await Rules.Of(db, actor, order, now);
        if (!rules.Intent(command.Reason, command.Note, command.Restock, command.Notify, command.RequestKey).TryGet(out var intent, out var wrong))
            return wrong;
        if (!new RefundAmounts(order, book.Refunds).Of(command.Choice).TryGet(out var sum, out var impossible))
            return impossible;
        if (await CheckReturn(db, book, command.Choice, editing: null) is { } unpayable)
            return unpayable;
        return Made(book, book.Request(sum, intent with { ReturnId = command.Choice.ReturnId }, rules.WhyApproval(sum.Total), actor, now));
    }, cancel);

    /// <summary>Changes a refund that was not sent yet. It is a new revision, which nobody has approved.</summary>
    public Task<Result<RefundMade>> Edit(Actor actor, Id<Refund> refundId, EditRefund command, CancellationToken cancel = default) =>
        OnRefund(actor, refundId, Permission.RequestRefunds, async (db, book, lead, now) =>
        {
            if (lead.Revision != command.ExpectedRevision)
                return Changed(book, lead);
            var rules = await Rules.Of(db, actor, book.Order, now, editing: lead);
            if (!rules.Intent(command.Reason, command.Note, command.Restock, command.Notify, lead.RequestKey).TryGet(out var intent, out var wrong))
                return wrong;
            var editing = book.Group(lead).FindAll(refund => refund.State.Holds());
            if (!new RefundAmounts(book.Order, book.Refunds, editing).Of(command.Choice).TryGet(out var sum, out var impossible))
                return impossible;
            var choice = command.Choice with { ReturnId = command.Choice.ReturnId ?? lead.Intent.ReturnId };
            if (await CheckReturn(db, book, choice, refundId) is { } unpayable)
                return unpayable;
            return book.Edit(lead, sum, intent with { ReturnId = choice.ReturnId }, rules.WhyApproval(sum.Total), actor, now).Problem is { } refused ? refused : Made(book, lead);
        }, cancel);

    /// <summary>Lets a refund go out. Never by the one who asked for it or changed it, and only the revision that was looked at.</summary>
    public Task<Result<RefundMade>> Approve(Actor actor, Id<Refund> refundId, int expectedRevision, CancellationToken cancel = default) =>
        OnRefund(actor, refundId, Permission.ApproveRefunds, async (db, book, lead, now) =>
        {
            if (!book.Group(lead).Exists(refund => refund.State == RefundState.AwaitingApproval))
                return new Problem.Refused(RefundSentences.NotNow(lead, now));
            if (lead.Revision != expectedRevision)
                return Changed(book, lead);
            if ((await Rules.ForApproval(db, book.Order, await Access.Of(db, actor))).WhyNotApprove(lead, book, actor) is { } why)
                return new Problem.Refused(why);
            return book.Approve(lead, actor, now).Problem is { } refused ? refused : Made(book, lead);
        }, cancel);

    /// <summary>Says no. The money is free again, the items are to ship again, and the requester gets a letter with the reason.</summary>
    public Task<Result<RefundMade>> Decline(Actor actor, Id<Refund> refundId, int expectedRevision, string reason, CancellationToken cancel = default) =>
        OnRefund(actor, refundId, Permission.ApproveRefunds, async (db, book, lead, now) =>
        {
            if (Text.Clean(reason) is not { Length: <= Rules.LongestNote } why)
                return new Problem.Invalid("reason", $"Say why, in at most {Rules.LongestNote} characters.");
            if (lead.State == RefundState.AwaitingApproval && lead.Revision != expectedRevision)
                return Changed(book, lead);
            if (book.Decline(lead, why, actor, now).Problem is { } refused)
                return refused;
            if (await RefundLetters.Declined(db, book, lead, actor, now) is { } letter)
                db.Mails.Add(letter);
            return Made(book, lead);
        }, cancel);

    /// <summary>Takes back a refund that was not sent yet.</summary>
    public Task<Result<RefundMade>> Cancel(Actor actor, Id<Refund> refundId, CancellationToken cancel = default) =>
        OnRefund(actor, refundId, Permission.RequestRefunds, (_, book, lead, now) => Task.FromResult<Result<RefundMade>>(
            book.Cancel(lead, actor, now).Problem is { } refused ? refused : Made(book, lead)), cancel);

    /// <summary>Refunds again what the provider refused or could not pay out. Where money may have moved it asks the provider instead.</summary>
    public Task<Result<RefundMade>> Retry(Actor actor, Id<Refund> refundId, CancellationToken cancel = default) =>
        OnRefund(actor, refundId, Permission.RequestRefunds, async (db, book, lead, now) =>
        {
            // Not the group: each payment's refund fails and is repeated by itself.
            var refund = book.Refunds.First(each => each.Id == refundId);
            if (refund.State is RefundState.Unknown or RefundState.Sending or RefundState.Pending or RefundState.RequiresAction)
            {
                book.CheckNow(refund, now);
                return Made(book, refund);
            }
            if (book.WhyNoRetry(refund, now) is { } why)
                return new Problem.Refused(why);
            var rules = await Rules.Of(db, actor, book.Order, now);
            return Made(book, book.Repeat(refund, rules.WhyApproval(refund.Amount), actor, now));
        }, cancel);

    private async Task<Result<RefundMade>> OnRefund(
        Actor actor, Id<Refund> id, Permission permission, Func<OrdersContext, RefundBook, Refund, DateTimeOffset, Task<Result<RefundMade>>> act, CancellationToken cancel) =>
        await Act(async db =>
        {
            const string missing = "There is no such refund.";
            if (await db.Refunds.Where(refund => refund.Id == id).Select(refund => new { refund.OrderId }).SingleOrDefaultAsync() is not { } found)
                return new Problem.NotFound(missing);
            if (!(await db.FindOrder(found.OrderId, actor, permission)).TryGet(out var order, out var problem))
                return problem is Problem.NotFound ? new Problem.NotFound(missing) : problem;
            var book = await RefundBook.Open(db, order);
            return await act(db, book, book.Lead(book.Refunds.First(refund => refund.Id == id)), clock.GetUtcNow());
        }, cancel);

    private async Task<Result<RefundMade>> Act(Func<OrdersContext, Task<Result<RefundMade>>> change, CancellationToken cancel)
    {
        var result = await database.Write(change, cancel);
        if (result.Problem is null)
            signal.Wake();
        return result;
    }

    /// <summary>A refund that pays for a return pays for accepted units, once.</summary>
    private static async Task<Problem?> CheckReturn(OrdersContext db, RefundBook book, RefundChoice choice, Id<Refund>? editing) => choice.ReturnId is null ? null
        : RefundProposals.Check(await ReturnBook.Open(db, book.Order), choice, editing is { } id ? [.. book.Refunds.Where(refund => refund.LeadId == book.Refunds.First(each => each.Id == id).LeadId)] : null);

    private static Problem.Stale Changed(RefundBook book, Refund lead) =>
        new($"The refund was changed while you were looking; it is {new Money(book.Group(lead).FindAll(refund => refund.State.Holds()).Sum(refund => refund.Amount), lead.Currency)} now. Look at it again.");

    private static RefundMade Made(RefundBook book, Refund refund) => new(
        refund.Id, refund.State, refund.Revision, book.Order.Version,
        new(refund.Leads ? book.Group(refund).Where(each => each.State.Holds() || each == refund).Sum(each => each.Amount) : refund.Amount, refund.Currency));
}
