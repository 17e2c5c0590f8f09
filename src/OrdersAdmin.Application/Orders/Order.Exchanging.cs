using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    /// <summary>Adds what goes out instead as lines of their own. The order's totals stay as they were stated: the worth of what comes back moves over, and with it what can be refunded.</summary>
    internal void AddReplacements(Exchange exchange)
    {
        foreach (var line in exchange.Lines)
        {
            var item = new LineItem(lines.Max(each => each.Position) + 1, line.Name, line.Quantity, line.UnitPrice)
            {
                Sku = line.Sku,
                ProductId = line.ProductId,
                VariantId = line.VariantId,
                Discount = line.New.Discount,
                Tax = line.New.Tax,
                ReplacementOf = exchange.Id,
                OnHold = exchange.HoldsBack,
            };
            lines.Add(item);
            line.ReplacementLineId = item.Id;
            Line(line.LineItemId).MoveWorth(line.Quantity, line.Old);
        }
    }

    /// <summary>Nothing goes out instead: the worth moves back.</summary>
    internal void DropReplacements(Exchange exchange)
    {
        foreach (var line in exchange.Lines)
        {
            var item = Line(line.ReplacementLineId!.Value);
            (item.Removed, item.OnHold) = (item.Quantity, false);
            var replaced = Line(line.LineItemId);
            replaced.MoveWorth(-line.Quantity, new(-line.Old.Subtotal, -line.Old.Discount, -line.Old.Tax));
            (replaced.Kept, line.Kept) = (replaced.Kept - line.Kept, 0);
        }
    }

    /// <summary>The customer has paid, or need not.</summary>
    internal void LetShip(Exchange exchange)
    {
        foreach (var line in lines.Where(line => line.ReplacementOf == exchange.Id))
            line.OnHold = false;
    }

    /// <summary>What the customer is let off is taken off the replacement's price.</summary>
    internal void Forgo(Exchange exchange, long amount)
    {
        var inclusive = TaxInterpretation == TaxInterpretation.Inclusive;
        var parts = Allocation.Split(amount, [.. exchange.Lines.Select(line => line.New.Total(inclusive))]);
        foreach (var (line, part) in exchange.Lines.Zip(parts))
        {
            line.Reprice(line.New with { Discount = line.New.Discount + part });
            Line(line.ReplacementLineId!.Value).Discount += part;
        }
        LetShip(exchange);
    }

    /// <summary>What has not come stays with the customer for good, unless another return expects it by now.</summary>
    internal void LetKeep(Exchange exchange, Return back)
    {
        foreach (var line in exchange.Lines)
        {
            var item = Line(line.LineItemId);
            var notHere = back.Lines.Where(each => each.LineItemId == item.Id).Sum(each => each.Expected - each.Received);
            line.Kept = Math.Min(notHere, item.Shipped - item.Returned - item.Announced - item.Kept);
            item.Kept += line.Kept;
        }
    }

    /// <summary>Money that the provider took after the order had come in.</summary>
    internal Payment Take(long captured, string? intent, string method, DateTimeOffset now)
    {
        var payment = new Payment(payments.Count + 1, "stripe", intent, method, 0, captured, 0, voided: false, now);
        payments.Add(payment);
        return payment;
    }

    /// <summary>Closes a change to an exchange: the status follows from the lines, which have moved already.</summary>
    internal void RecordExchange(Exchange exchange, Return back, Actor actor, DateTimeOffset now, string kind, string summary, string eventType) =>
        Record(actor, now, kind, summary, eventType, new
        {
            ExchangeId = exchange.Id.ToString(),
            ReturnId = back.Id.ToString(),
            back.Rma,
            Status = exchange.Status.ToString(),
            exchange.Reason,
            exchange.Difference,
            Currency = Currency.Code,
            Items = exchange.Lines.Select(line => new { LineItemId = line.LineItemId.ToString(), line.Quantity, NewVariantId = line.VariantId.ToString(), ReplacementLineId = line.ReplacementLineId?.ToString() }).ToList(),
        });

    private LineItem Line(Id<LineItem> id) => lines.First(line => line.Id == id);
}
