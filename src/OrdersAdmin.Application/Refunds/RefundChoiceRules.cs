using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;

namespace OrdersAdmin.Refunds;

/// <summary>What a choice must look like before it comes to a sum; every wrong field is named.</summary>
internal static class RefundChoiceRules
{
    public static Problem.Invalid? Check(RefundChoice choice, RefundAmounts amounts, Currency currency)
    {
        var errors = new List<FieldError>();
        for (var i = 0; i < choice.Items.Count; i++)
        {
            var item = choice.Items[i];
            var rest = amounts.Lines.FirstOrDefault(each => each.Line.Id == item.LineItemId);
            if (rest is null)
                errors.Add(new($"items[{i}].line_item_id", "There is no such line on this order."));
            else if (item.Quantity < 0)
                errors.Add(new($"items[{i}].quantity", "The quantity cannot be below 0."));
            else if (choice.Items.Where(each => each.LineItemId == item.LineItemId).Sum(each => (long)each.Quantity) > rest.Units)
                errors.Add(new($"items[{i}].quantity", rest.Units == 0 ? WhyNone(rest) : $"Only {rest.Units} of {rest.Line.Name} can still be refunded."));
            else if (choice.Items.Take(i).Any(each => each.LineItemId == item.LineItemId))
                errors.Add(new($"items[{i}].line_item_id", "This line is named twice."));
        }
        if (choice.Shipping < 0 || choice.Shipping > amounts.Shipping)
            errors.Add(new("shipping", amounts.Shipping == 0 ? "There is no shipping left to refund." : $"At most {new Money(amounts.Shipping, currency)} of the shipping can be refunded."));
        for (var i = 0; i < choice.Fees.Count; i++)
        {
            if (choice.Fees[i].Amount < 1)
                errors.Add(new($"fees[{i}].amount", "A fee must be more than nothing."));
            if (choice.Fees[i].Label.Trim().Length is 0 or > 100)
                errors.Add(new($"fees[{i}].label", "Name the fee, in at most 100 characters."));
        }
        return errors.Count > 0 ? new(errors) : null;
    }

    private static string WhyNone(LineRest rest) =>
        rest.Line.ReplacementOf is not null && rest.Whole > 0 ? $"{rest.Line.Name} is part of an exchange and not with the customer yet. Cancel the exchange instead."
        : rest.Line.Exchanged > 0 ? $"All of {rest.Line.Name} is refunded or exchanged already."
        : $"All of {rest.Line.Name} is refunded already.";

    public static Problem? CheckSum(long total, RefundAmounts amounts, Currency currency)
    {
        if (amounts.Available == 0)
            return new Problem.Refused("Nothing of this order's payments is left to refund here.");
        if (total > amounts.Available)
            return new Problem.Invalid("amount", $"At most {new Money(amounts.Available, currency)} can be refunded.");
        if (total < 1)
            return new Problem.Invalid("amount", "Choose items, shipping or an amount to refund.");
        return StripeAmount.CanSend(total, currency) ? null : WrongStep(total, currency);
    }

    public static Problem.Invalid WrongStep(long total, Currency currency)
    {
        var step = StripeAmount.Step(currency);
        var lower = total - total % step;
        return new("amount", $"Card networks take {currency} in steps of {new Money(step, currency)}: refund {new Money(lower, currency)} or {new Money(lower + step, currency)} instead of {new Money(total, currency)}.");
    }
}
