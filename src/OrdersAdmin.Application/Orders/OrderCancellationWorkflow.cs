using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>Cancelling an order: nothing more ships, what is left of the money goes back, stock goes back, the customer is told, all in one change. Whether the refund then succeeds is the refund's own story.</summary>
public sealed class OrderCancellationWorkflow(OrdersDatabase database, StripeOptions stripe, RefundSignal signal, TimeProvider clock)
{
    public const int LongestReason = 500;

    /// <summary>What cancelling would do now. Refused when it is not possible; changes nothing.</summary>
    public Task<Result<CancelQuote>> Quote(Actor actor, Id<Order> orderId) => database.Read<Result<CancelQuote>>(async db =>
    {
        if (!(await db.FindOrder(orderId, actor, Permission.CancelOrders)).TryGet(out var order, out var problem))
            return problem;
        if (order.WhyNotCancel is { } why)
            return new Problem.Refused(why);
        var book = await RefundBook.Open(db, order);
        return CancelQuotes.Make(order, CancelPlan.Of(order, book, stripe.IsConfigured, await StockTaken.By(db, order.Id)), await Rules.Of(db, actor, order, clock.GetUtcNow()));
    });

    /// <summary>Cancels. Refused while items are on their way or a refund is; above the actor's refund limit the money waits for a second person, the cancellation does not.</summary>
    public async Task<Result<Changed>> Cancel(Actor actor, Id<Order> orderId, CancelOrder command, CancellationToken cancel = default)
    {
        var result = await database.Write<Changed>(db => Cancel(db, actor, orderId, command), cancel);
        if (result.Problem is null)
            signal.Wake();
        return result;
    }

    private async Task<Result<Changed>> Cancel(OrdersContext db, Actor actor, Id<Order> orderId, CancelOrder command)
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.CancelOrders)).TryGet(out var order, out var problem))
            return problem;
        if (command.RequestKey is not null && order.CancelKey == command.RequestKey)
            return new Changed(order.Version);
        if (Check(command) is { } wrong)
            return wrong;
        if (await db.CheckFresh(order, command.ExpectedVersion, now) is { } stale)
            return stale;

        var book = await RefundBook.Open(db, order);
        var plan = CancelPlan.Of(order, book, stripe.IsConfigured, await StockTaken.By(db, order.Id));
        var rules = await Rules.Of(db, actor, order, now);
        var (reason, tell, restock) = (command.Reason.Trim(), command.Notify && order is { BuyerEmail: not null, TestMode: false }, command.Restock && plan.UnitsToRestock > 0);
        List<string> parts = [];
        if (restock)
            parts.Add($"put {Text.Count(plan.UnitsToRestock, "item")} back on the shelf");
        if (tell)
            parts.Add("told the customer");
        if (order.Cancel(reason, command.RequestKey, parts, actor, now).Problem is { } refused)
            return refused;

        if (restock)
            await Restock(db, order, plan, actor, now);
        book.GiveBack(plan, rules.ForCancelling(reason, tell), rules, actor, now);
        if (tell)
            db.Mails.Add(await CancelledLetter.Write(db, order, book, now));
        return new Changed(order.Version);
    }

    private static async Task Restock(OrdersContext db, Order order, CancelPlan plan, Actor actor, DateTimeOffset now)
    {
        foreach (var (line, units) in plan.Restocked)
            if (await db.Variants.SingleOrDefaultAsync(variant => variant.Id == line.VariantId) is { } variant)
                variant.Restock(units, new StockCause(actor, now, $"Order #{order.Number} was cancelled", order.Id)).OrThrow();
    }

    private static Problem.Invalid? Check(CancelOrder command)
    {
        var errors = new List<FieldError>();
        if (Text.Clean(command.Reason) is not { Length: <= LongestReason })
            errors.Add(new("reason", $"Say why, in at most {LongestReason} characters."));
        if (command.RequestKey?.Length > Rules.LongestKey)
            errors.Add(new("request_key", $"The key is longer than {Rules.LongestKey} characters."));
        return errors.Count > 0 ? new(errors) : null;
    }
}
