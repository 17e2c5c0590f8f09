using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Returns;

/// <summary>What a return is worth: the accepted units that no refund pays for yet, less the fees that the policy keeps.</summary>
internal static class RefundProposals
{
    public const string ShippingLabel = "Return shipping";

    /// <summary>Accepted units of each line that no live refund of this return covers. What was exchanged is paid for in goods.</summary>
    /// <param name="editing">Refunds that are decided anew, as if they had not been made.</param>
    public static IReadOnlyList<(Id<LineItem> LineItemId, int Units)> Unpaid(ReturnBook book, Return back, IReadOnlyCollection<Refund>? editing = null)
    {
        if (back.ExchangeId is not null)
            return [];
        var paid = Live(book, back).Where(refund => editing?.Contains(refund) != true).SelectMany(refund => refund.Breakdown.Lines).ToLookup(units => units.LineItemId, units => units.Quantity);
        return [.. back.Lines.Select(line => (line.LineItemId, line.Accepted - paid[line.LineItemId].Sum())).Where(each => each.Item2 > 0)];
    }

    public static RefundProposal Make(ReturnBook book, Return back, ReturnPolicy policy, IReadOnlyList<string> refundReasons)
    {
        var order = book.Order;
        var sentences = new List<string>();
        var amounts = new RefundAmounts(order, book.Refunds);
        var items = new List<RefundItem>();
        long value = 0;
        foreach (var (id, accepted) in Unpaid(book, back))
        {
            var rest = amounts.Lines.First(each => each.Line.Id == id);
            var units = Math.Min(accepted, rest.Units);
            if (units < accepted)
                sentences.Add($"{Text.Count(accepted - units, "unit")} of {rest.Line.Name} {(accepted - units == 1 ? "is" : "are")} refunded already.");
            if (units == 0)
                continue;
            items.Add(new(id, units));
            value += new RefundBreakdown { TaxInPrices = amounts.TaxInPrices }.Of(rest.Take(units, remove: false));
        }
        foreach (var line in back.Lines.Where(line => line.Inspected > line.Accepted))
            sentences.Add($"{Text.Count(line.Inspected - line.Accepted, "unit")} of {book.Line(line.LineItemId).Name} {(line.Inspected - line.Accepted == 1 ? "was" : "were")} not accepted.");
        if (back.ToInspect > 0)
            sentences.Add($"{Text.Count(back.ToInspect, "item waits", "items wait")} for an inspection.");
        var fees = Fees(book, back, policy, value, sentences);
        return new RefundProposal(
            back.Id, order.Id, new RefundChoice { Items = items, Fees = fees, RemoveUnshipped = false, ReturnId = back.Id },
            refundReasons.FirstOrDefault(each => string.Equals(each, back.Reason, StringComparison.OrdinalIgnoreCase)) ?? "", sentences);
    }

    /// <summary>The problem with paying for so much of a return, or null.</summary>
    public static Problem? Check(ReturnBook book, RefundChoice choice, IReadOnlyCollection<Refund>? editing = null)
    {
        if (book.Returns.FirstOrDefault(each => each.Id == choice.ReturnId) is not { } back)
            return new Problem.Invalid("return_id", "There is no such return on this order.");
        var unpaid = Unpaid(book, back, editing).ToDictionary(each => each.LineItemId, each => each.Units);
        var errors = new List<FieldError>();
        for (var i = 0; i < choice.Items.Count; i++)
            if (unpaid.GetValueOrDefault(choice.Items[i].LineItemId) is var most && choice.Items[i].Quantity > most)
                errors.Add(new($"items[{i}].quantity", most == 0 ? "Nothing of this line was accepted that is not paid for." : $"Only {Text.Count(most, "unit")} of this line {(most == 1 ? "was" : "were")} accepted."));
        return errors.Count > 0 ? new Problem.Invalid(errors) : null;
    }

    private static List<RefundFee> Fees(ReturnBook book, Return back, ReturnPolicy policy, long value, List<string> sentences)
    {
        var (rules, currency, fees) = (policy.Rules, book.Order.Currency, new List<RefundFee>());
        if (value == 0 || rules is { RestockingPercent: 0, ReturnShippingFee: 0 })
            return fees;
        if (back.ShopPays)
        {
            sentences.Add($"No fees: {back.Reason}.");
            return fees;
        }
        var left = value;
        if (rules.ReturnShippingFee > 0 && policy.Currency != currency)
            sentences.Add($"The return-shipping fee is in {policy.Currency} and this order in {currency}, so none is kept.");
        else if (rules.ReturnShippingFee > 0 && !Live(book, back).SelectMany(refund => refund.Breakdown.Fees).Any(fee => fee.Label == ShippingLabel))
            Keep(ShippingLabel, Math.Min(rules.ReturnShippingFee, left));
        Keep($"Restocking fee, {rules.RestockingPercent} %", Math.Min(left, (long)(((Int128)value * rules.RestockingPercent + 50) / 100)));
        // What is left must be something that a card network takes: the fee gives way.
        var step = StripeAmount.Step(currency);
        if (left % step is > 0 and var odd && fees.FindLast(fee => fee.Amount >= step - odd) is { } giving)
            fees[fees.IndexOf(giving)] = giving with { Amount = giving.Amount - (step - odd) };
        fees.RemoveAll(fee => fee.Amount == 0);
        return fees;

        void Keep(string label, long amount)
        {
            if (amount > 0)
                fees.Add(new(label, amount));
            left -= amount;
        }
    }

    private static IEnumerable<Refund> Live(ReturnBook book, Return back) => book.Refunds.Where(refund => refund.Intent.ReturnId == back.Id && refund.State.Holds());
}
