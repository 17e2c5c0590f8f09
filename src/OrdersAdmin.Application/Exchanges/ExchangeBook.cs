using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Exchanges;

/// <summary>An order with its returns and exchanges, opened inside one change: every act moves the exchange, its goods, the order's lines, the stock, the timeline and the outbox together.</summary>
internal sealed class ExchangeBook
{
    private readonly OrdersContext db;
    private readonly List<Exchange> exchanges;

    private ExchangeBook(OrdersContext db, ReturnBook returns, List<Exchange> exchanges) => (this.db, Returns, this.exchanges) = (db, returns, exchanges);

    public ReturnBook Returns { get; }

    public Order Order => Returns.Order;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Exchange> Exchanges => exchanges;

    public static async Task<ExchangeBook> Open(OrdersContext db, Order order, ReturnBook? returns = null) => new(
        db, returns ?? await ReturnBook.Open(db, order),
        await db.Exchanges.Include(exchange => exchange.Lines).Include(exchange => exchange.Payments).AsSplitQuery()
            .Where(exchange => exchange.OrderId == order.Id).OrderBy(exchange => exchange.Number).ToListAsync());

    /// <summary>A parcel with replacements in it left, or did not leave after all.</summary>
    public static async Task Follow(OrdersContext db, Order order, Fulfillment fulfillment, bool back, Actor actor, DateTimeOffset now)
    {
        var units = fulfillment.Lines.Where(shipped => order.Lines.Any(line => line.Id == shipped.LineItemId && line.ReplacementOf is not null)).ToDictionary(line => line.LineItemId, line => line.Quantity);
        if (units.Count > 0)
            await (await Open(db, order)).Shipped(units, back, actor, now);
    }

    public Return GoodsOf(Exchange exchange) => Returns.Returns.First(back => back.Id == exchange.ReturnId);

    public Exchange Request(ReturnRequests request, IReadOnlyList<ExchangeLine> lines, Actor actor, DateTimeOffset now)
    {
        var intent = request.Intent;
        var exchange = new Exchange(exchanges.Count + 1, Order, new(intent.Reason.Name, intent.Note, intent.RequestKey), lines, actor, now);
        // The key is the exchange's: a return may have the same.
        exchange.ReturnId = Returns.Announce(intent with { RequestKey = null, ExchangeId = exchange.Id }, request.Lines, actor, now).Id;
        exchanges.Add(exchange);
        db.Exchanges.Add(exchange);
        Tell(exchange, actor, now, "exchange.requested",
            $"asked to exchange {What(exchange)}: {exchange.Reason}{(intent.OverrideReason is null ? "" : $"; against the policy, because {intent.OverrideReason}")}", "exchange.requested");
        return exchange;
    }

    /// <summary>Keeps the replacement on the shelf, gives the goods their number, and adds the replacement to what the order ships. Refused when it was sold out meanwhile.</summary>
    public async Task<Result<Done>> Approve(Exchange exchange, Actor actor, DateTimeOffset now)
    {
        if (!ExchangeTransitions.Table.Permits(exchange.Status, ExchangeAction.Approve))
            return new Problem.Refused(ExchangeSentences.NotNow(exchange, now));
        if (Order.CheckGoods(GoodsAction.AddReplacement) is { } not)
            return not;
        var variants = await ExchangeRequests.Variants(db, Order, exchange.Lines.Select(line => line.VariantId));
        if (!ExchangeRequests.Again(Returns, exchange, variants).TryGet(out var lines, out var gone))
            return gone;
        foreach (var line in lines)
            if (variants[line.VariantId].Reserve(line.Quantity, Cause(exchange, actor, now)).Problem is { } soldOut)
                return soldOut;
        Must(exchange.Approve(lines, Order.TaxInterpretation == TaxInterpretation.Inclusive, actor, now));
        Must(GoodsOf(exchange).Approve(Order.Number, actor, now));
        Order.AddReplacements(exchange);
        var difference = exchange.Difference == 0 ? "" : $"; {Lower(ExchangeSentences.Difference(Difference(exchange)))}";
        Tell(exchange, actor, now, "exchange.approved", $"approved the exchange of {What(exchange)} as {GoodsOf(exchange).Rma}{difference}", "exchange.approved");
        return new Done();
    }

    public Result<Done> Reject(Exchange exchange, string reason, string? sentence, Actor actor, DateTimeOffset now)
    {
        if (exchange.Reject(reason, sentence, actor, now).Problem is { } refused)
            return refused;
        Must(GoodsOf(exchange).Reject(reason, sentence, actor, now));
        Tell(exchange, actor, now, "exchange.rejected", $"rejected the exchange of {What(exchange)}: {reason}", "order.updated");
        return new Done();
    }

    /// <summary>Nothing goes out for it. Goods that have come stay a return by itself, to be refunded.</summary>
    public async Task<Result<Done>> Cancel(Exchange exchange, Actor actor, DateTimeOffset now)
    {
        if (WhyNotCancel(exchange, now) is { } why)
            return new Problem.Refused(why);
        var approved = exchange.Status == ExchangeStatus.Approved;
        if (approved && Order.CheckGoods(GoodsAction.DropReplacement) is { } not)
            return not;
        Must(exchange.Cancel(actor, now));
        var back = GoodsOf(exchange);
        if (ReturnTransitions.Table.Permits(back.Status, ReturnAction.Cancel))
            Must(back.Cancel(actor, now));
        else
            back.LeaveExchange();
        if (approved)
        {
            var variants = await ExchangeRequests.Variants(db, Order, exchange.Lines.Select(line => line.VariantId));
            foreach (var line in exchange.Lines)
                Must(variants[line.VariantId].Release(line.Quantity, Cause(exchange, actor, now)));
            Order.DropReplacements(exchange);
            foreach (var payment in exchange.Payments.Where(payment => payment.PaidAt is null))
                payment.Close(now);
        }
        Tell(exchange, actor, now, "exchange.cancelled",
            $"cancelled exchange {exchange.Number}{(back.Status == ReturnStatus.Cancelled ? "" : $"; what came back stays return {back.Rma}")}", "order.updated");
        return new Done();
    }

    /// <summary>Goods of an exchange were received: when all are here, its half is done.</summary>
    public void Received(Return back, Actor actor, DateTimeOffset now)
    {
        var exchange = exchanges.Find(each => each.Id == back.ExchangeId)!;
        if (exchange is not { Status: ExchangeStatus.Approved, GoodsSettled: false } || back.Received < back.Expected)
            return;
        Must(exchange.SettleGoods(waiver: null, actor, now));
        TellIfCompleted(exchange, actor, now);
    }

    /// <summary>The customer may keep what has not come.</summary>
    public Result<Done> WaiveGoods(Exchange exchange, string reason, Actor actor, DateTimeOffset now)
    {
        var back = GoodsOf(exchange);
        if (exchange is { Status: ExchangeStatus.Approved, GoodsSettled: true })
            return new Problem.Refused("The goods are here already.");
        if (exchange.Status == ExchangeStatus.Approved && back.Status.Announces() && (back.Received == 0 && back.Status == ReturnStatus.Approved ? back.Cancel(actor, now) : back.Close(actor, now)).Problem is { } waits)
            return waits;
        if (exchange.SettleGoods($"{reason} ({actor.Name})", actor, now).Problem is { } refused)
            return refused;
        Order.Announce(Returns.Returns);
        Order.LetKeep(exchange, back);
        Tell(exchange, actor, now, "exchange.goods_waived", $"let the customer keep the goods of exchange {exchange.Number}: {reason}", "order.updated");
        TellIfCompleted(exchange, actor, now);
        return new Done();
    }

    /// <summary>The customer need not pay; the replacement carries the worth of what came back and no more.</summary>
    public Result<Done> WaiveDifference(Exchange exchange, string reason, Actor actor, DateTimeOffset now)
    {
        if (ExchangeTransitions.Table.Permits(exchange.Status, ExchangeAction.Settle) && !exchange.HoldsBack)
            return new Problem.Refused(exchange.Difference > 0 ? "The difference is settled already." : "The customer owes nothing.");
        var waived = Difference(exchange);
        if (exchange.Waive($"{reason} ({actor.Name})", actor, now).Problem is { } refused)
            return refused;
        foreach (var payment in exchange.Payments.Where(payment => payment.PaidAt is null))
            payment.Close(now);
        Order.Forgo(exchange, waived.Minor);
        Tell(exchange, actor, now, "exchange.difference_waived", $"let the customer off {waived} for exchange {exchange.Number}: {reason}", "order.updated");
        TellIfCompleted(exchange, actor, now);
        return new Done();
    }

    public void HandToRefund(Exchange exchange, Id<Refund> refund, Actor actor, DateTimeOffset now)
    {
        Must(exchange.HandToRefund(refund, actor, now));
        TellIfCompleted(exchange, actor, now);
    }

    public Result<Done> Ask(Exchange exchange, ExchangePayment payment, Actor actor, DateTimeOffset now)
    {
        if (exchange.Ask(payment, actor, now).Problem is { } refused)
            return refused;
        Tell(exchange, actor, now, "exchange.payment_requested", $"asked the customer to pay {Difference(exchange)} for exchange {exchange.Number}", "order.updated");
        return new Done();
    }

    /// <summary>The customer paid. True where the exchange was waiting for it.</summary>
    public bool Paid(Exchange exchange, ExchangePayment asked, string? intent, long captured, Actor actor, DateTimeOffset now)
    {
        asked.Paid(now, Order.Take(captured, intent, $"Card, exchange {exchange.Number}", now).Id);
        var expected = exchange is { Status: ExchangeStatus.Approved, HoldsBack: true } && captured == exchange.Difference;
        if (expected)
        {
            Must(exchange.TakePayment(actor, now));
            Order.LetShip(exchange);
        }
        Tell(exchange, actor, now, "exchange.paid", $"took {new Money(captured, Order.Currency)} from the customer for exchange {exchange.Number}", "order.updated");
        TellIfCompleted(exchange, actor, now);
        return expected;
    }

    /// <summary>Replacement units left with a parcel, or did not leave after all; the stock follows.</summary>
    public async Task Shipped(IReadOnlyDictionary<Id<LineItem>, int> units, bool back, Actor actor, DateTimeOffset now)
    {
        foreach (var exchange in exchanges.Where(each => each.Lines.Any(line => line.ReplacementLineId is { } id && units.ContainsKey(id))))
        {
            var was = exchange.Status;
            foreach (var line in exchange.Lines.Where(line => line.ReplacementLineId is { } id && units.ContainsKey(id)))
            {
                var variant = await db.Variants.SingleAsync(each => each.Id == line.VariantId);
                var count = units[line.ReplacementLineId!.Value];
                Must(back ? variant.Unship(count, Cause(exchange, actor, now)) : variant.Ship(count, Cause(exchange, actor, now)));
            }
            Must(exchange.Ship(back ? units.ToDictionary(each => each.Key, each => -each.Value) : units, back, actor, now));
            if (was == ExchangeStatus.Completed)
                Tell(exchange, actor, now, "exchange.reopened", $"opened exchange {exchange.Number} again: its replacement did not leave", "order.updated");
            else
                TellIfCompleted(exchange, actor, now);
        }
    }

    public Money Difference(Exchange exchange) => new(exchange.Difference, Order.Currency);

    /// <summary>Why it cannot be cancelled now, as a sentence; null when it can.</summary>
    public string? WhyNotCancel(Exchange exchange, DateTimeOffset now)
    {
        if (!ExchangeTransitions.Table.Permits(exchange.Status, ExchangeAction.Cancel))
            return ExchangeSentences.NotNow(exchange, now);
        if (exchange.Lines.Any(line => line.Shipped > 0))
            return "The replacement has left. Cancel its fulfillment first if it did not.";
        if (exchange.DifferenceState == DifferenceState.Paid && Order.Payments.Any(payment => payment.Available > 0 && exchange.Payments.Any(each => each.PaymentId == payment.Id)))
            return $"The customer paid {Difference(exchange)} for it. Refund that first.";
        return Returns.Refunds.Any(refund => refund.Id == exchange.RefundId && refund.State.Holds())
            ? $"The refund of {-Difference(exchange)} is on its way. Take it back first."
            : null;
    }

    private void TellIfCompleted(Exchange exchange, Actor actor, DateTimeOffset now)
    {
        if (exchange.Status == ExchangeStatus.Completed && exchange.StateSince == now)
            Tell(exchange, actor, now, "exchange.completed", $"completed exchange {exchange.Number}", "exchange.completed");
    }

    private void Tell(Exchange exchange, Actor actor, DateTimeOffset now, string kind, string summary, string eventType)
    {
        Order.Announce(Returns.Returns);
        Order.RecordExchange(exchange, GoodsOf(exchange), actor, now, kind, summary, eventType);
    }

    private StockCause Cause(Exchange exchange, Actor actor, DateTimeOffset now) => new(actor, now, $"Exchange {exchange.Number} of order #{Order.Number}", Order.Id, exchange.ReturnId);

    private static string What(Exchange exchange) =>
        $"{Text.Count(exchange.Units, "item")} for {string.Join(", ", exchange.Lines.Select(line => $"{line.Quantity} {line.Name}"))}";

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static void Must(Result<Done> result) => result.OrThrow();
}
