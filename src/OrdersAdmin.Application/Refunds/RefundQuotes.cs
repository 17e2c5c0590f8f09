using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Refunds;

/// <summary>Builds the refund form's model.</summary>
internal static class RefundQuotes
{
    public static RefundQuote Make(RefundBook book, Rules rules, RefundChoice choice, Id<Refund>? editing, StockTaken taken)
    {
        var (order, currency) = (book.Order, book.Order.Currency);
        var edited = editing is { } id && book.Refunds.FirstOrDefault(refund => refund.Id == id) is { } lead ? book.Group(lead).FindAll(refund => refund.State.Holds()) : [];
        var amounts = new RefundAmounts(order, book.Refunds, edited);
        var result = amounts.Of(choice);
        result.TryGet(out var sum, out var problem);
        var total = new Money(sum?.Total ?? 0, currency);
        var slices = sum?.Slices.Select(slice => new RefundSliceView(slice.Payment.Id, slice.Payment.Label, new(slice.Amount, currency))).ToList() ?? [];
        var effect = RefundSentences.Effect(slices.Select(slice => (slice.Amount, slice.To)));
        var why = sum is null ? null : rules.WhyApproval(sum.Total);

        return new RefundQuote(
            order.Id, order.Version, currency,
            [.. amounts.Lines.Select(rest => Line(rest, amounts, choice, sum, currency))],
            new(amounts.Shipping, currency), new(amounts.Available, currency),
            sum is null ? [] : RefundSentences.Parts(sum.Breakdown, order), total, slices,
            sum?.Breakdown.Lines.Sum(units => taken.Give(order.Lines.First(line => line.Id == units.LineItemId), units.Removed)) ?? 0, problem, why,
            why is not null ? "Send for approval" : sum is null ? "Refund" : $"Refund {total}",
            sum is null ? "" : why is null ? $"Refund {effect}." : $"Asks a manager to refund {effect}. {why}",
            [.. rules.Policy.Reasons.Select(reason => reason.Name)],
            [.. RefundSentences.Elsewhere(order)]);
    }

    private static RefundLineView Line(LineRest rest, RefundAmounts amounts, RefundChoice choice, RefundSum? sum, Currency currency)
    {
        var all = new RefundBreakdown { TaxInPrices = amounts.TaxInPrices }.Of(rest.Take(rest.Units, remove: false));
        var chosen = sum?.Breakdown.Lines.FirstOrDefault(units => units.LineItemId == rest.Line.Id)?.Quantity
            ?? choice.Items.FirstOrDefault(item => item.LineItemId == rest.Line.Id)?.Quantity ?? 0;
        return new(rest.Line.Id, rest.Line.Name, rest.Line.Sku, rest.Line.Quantity, rest.Line.Quantity - rest.Whole - rest.Line.Exchanged, rest.Units, rest.Line.Left, chosen, new(all, currency));
    }
}
