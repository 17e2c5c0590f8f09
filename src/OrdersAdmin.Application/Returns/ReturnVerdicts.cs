using System.Globalization;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Returns;

/// <summary>Whether the policy allows a line to come back, and the sentence that says why.</summary>
internal sealed record ReturnVerdict(bool Allowed, string Sentence);

/// <summary>What can come back at all, and what the site's policy says to it.</summary>
internal static class ReturnVerdicts
{
    /// <summary>Units with the customer that nobody has announced. Refunds without a return are taken to be for the units that came back first.</summary>
    public static int Returnable(LineItem line, IEnumerable<Refund> refunds)
    {
        if (!line.RequiresShipping)
            return 0;
        var refunded = refunds.Where(refund => refund.State.Holds()).SelectMany(refund => refund.Breakdown.Lines)
            .Where(units => units.LineItemId == line.Id).Sum(units => units.Quantity - units.Removed);
        return Math.Max(0, line.Shipped - line.Announced - line.Returned - line.Kept - Math.Max(0, refunded - line.Returned));
    }

    /// <summary>Why none of it can come back; null when some can.</summary>
    public static string? WhyNone(LineItem line, int returnable) => line switch
    {
        _ when returnable > 0 => null,
        { RequiresShipping: false } => $"{line.Name} is not shipped, so it does not come back.",
        { Shipped: 0 } => $"{line.Name} has not shipped yet.",
        _ when line.Returned == line.Shipped => $"All of {line.Name} is back already.",
        { Announced: > 0 } => $"All of {line.Name} is announced or back already.",
        _ => $"All of {line.Name} is back or refunded already.",
    };

    public static ReturnVerdict Of(ReturnRules rules, Order order, LineItem line, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (rules.FinalSaleTags.FirstOrDefault(tag => order.Tags.Any(each => string.Equals(each.Name, tag, StringComparison.OrdinalIgnoreCase))) is { } final)
            return new(false, $"Final sale: the order has the tag {final}.");
        if (rules.WindowDays is not { } days)
            return new(true, "Returns have no end date.");
        if (order.Fulfillments.Where(each => each.Status != FulfillmentStatus.Cancelled && each.Lines.Any(shipped => shipped.LineItemId == line.Id))
            .MaxBy(each => each.DeliveredAt ?? each.ShippedAt) is not { } parcel)
            return new(false, "It has not shipped.");
        var (since, what) = parcel.DeliveredAt is { } delivered ? (delivered, "delivery") : (parcel.ShippedAt, "shipping");
        var until = since.AddDays(days);
        return now <= until
            ? new(true, $"Within {Text.Count(days, "day")} of {what}, until {Day(until, zone)}.")
            : new(false, $"The {Text.Count(days, "day")} after {what} ended on {Day(until, zone)}.");
    }

    /// <summary>The rules in one sentence, for whoever talks to the customer.</summary>
    public static string Policy(ReturnRules rules, Currency currency)
    {
        var window = rules.WindowDays is { } days ? $"Returns within {Text.Count(days, "day")} of delivery" : "Returns at any time";
        var fees = new List<string>();
        if (rules.RestockingPercent > 0)
            fees.Add($"{rules.RestockingPercent} % restocking fee");
        if (rules.ReturnShippingFee > 0)
            fees.Add($"{new Money(rules.ReturnShippingFee, currency)} for the way back");
        return fees.Count == 0 ? window + ", free of charge." : $"{window}; {string.Join(" and ", fees)}, unless it is the shop's fault.";
    }

    private static string Day(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
