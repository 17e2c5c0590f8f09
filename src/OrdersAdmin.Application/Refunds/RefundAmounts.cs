using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;

namespace OrdersAdmin.Refunds;

/// <summary>What a line has left to refund: units, and what they carry; minor units.</summary>
/// <param name="Units">That can be refunded now.</param>
/// <param name="Whole">That the amounts are for.</param>
internal sealed record LineRest(LineItem Line, int Units, int Whole, long Subtotal, long Discount, long Tax)
{
    /// <summary>What so many of the units carry. The last unit takes the residue, so that every sequence adds up to the whole, and no step gives more than the line cost.</summary>
    public RefundedUnits Take(int count, bool remove)
    {
        var removed = remove && Line.ReplacementOf is null ? Math.Min(count, Line.Left) : 0;
        if (count == Whole)
            return new(Line.Id, count, Subtotal, Discount, Tax, removed);
        var subtotal = Line.UnitPrice * count;
        var share = Math.Min(Discount, Line.Discount / Line.Quantity * count);
        return new(Line.Id, count, subtotal, Math.Max(share, Discount - (Subtotal - subtotal)), Math.Min(Tax, Line.Tax / Line.Quantity * count), removed);
    }
}

/// <summary>The sum of a refund with the payments that it is taken from.</summary>
internal sealed record RefundSum(RefundBreakdown Breakdown, IReadOnlyList<PaymentSlice> Slices)
{
    public long Total => Breakdown.Total;
}

internal sealed record PaymentSlice(Payment Payment, long Amount);

/// <summary>What is left of an order to refund, and what a choice of it comes to. Pure: reads the order and the refunds, changes nothing.</summary>
internal sealed class RefundAmounts
{
    private readonly Order order;
    private readonly List<RefundBreakdown> given;
    private readonly List<PaymentSlice> purses;

    /// <param name="refunds">All refunds of the order.</param>
    /// <param name="editing">The refunds that are decided anew, as if they had not been made.</param>
    public RefundAmounts(Order order, IEnumerable<Refund> refunds, IReadOnlyCollection<Refund>? editing = null)
    {
        this.order = order;
        editing ??= [];
        given = [.. refunds.Where(refund => refund.State.Holds() && !editing.Contains(refund)).Select(refund => refund.Breakdown)];
        Lines = [.. order.Lines.OrderBy(line => line.Position).Select(Rest)];
        ShippingNet = Math.Max(0, (order.Shipping?.Amount ?? 0) - given.Sum(each => each.Shipping));
        ShippingTax = Math.Max(0, (order.Shipping?.Tax ?? 0) - given.Sum(each => each.ShippingTax));

        // A payment that the edited refunds hold already keeps its place; the others follow oldest first.
        purses = [.. from payment in order.Payments
                     where payment.Refundable
                     let own = editing.Where(refund => refund.PaymentId == payment.Id).ToList()
                     let free = payment.Captured - payment.Reserved - payment.Refunded + own.Sum(refund => refund.Amount)
                     where free > 0
                     orderby own.Count > 0 ? own.Min(refund => refund.Number) : int.MaxValue, payment.Number
                     select new PaymentSlice(payment, free)];
    }

    public IReadOnlyList<LineRest> Lines { get; }

    public long ShippingNet { get; }

    public long ShippingTax { get; }

    public bool TaxInPrices => order.TaxInterpretation == TaxInterpretation.Inclusive;

    /// <summary>Of the shipping costs, tax included.</summary>
    public long Shipping => ShippingNet + (TaxInPrices ? 0 : ShippingTax);

    /// <summary>The most that may be refunded now, over all payments.</summary>
    public long Available => purses.Sum(purse => purse.Amount);

    public Result<RefundSum> Of(RefundChoice choice)
    {
        if (choice.Everything)
            choice = choice with { Items = [.. Lines.Where(rest => rest.Units > 0).Select(rest => new RefundItem(rest.Line.Id, rest.Units))], Shipping = Shipping, Amount = Available, Fees = [] };
        if (RefundChoiceRules.Check(choice, this, order.Currency) is { } wrong)
            return wrong;

        var shipping = ShareOfShipping(choice.Shipping);
        var sum = new RefundBreakdown
        {
            Lines = [.. choice.Items.Where(item => item.Quantity > 0).Select(item => Lines.First(rest => rest.Line.Id == item.LineItemId).Take(item.Quantity, choice.RemoveUnshipped))],
            Shipping = shipping.Net,
            ShippingTax = shipping.Tax,
            Fees = choice.Fees,
            TaxInPrices = TaxInPrices,
        };
        sum = sum with { Adjustment = (choice.Amount ?? Math.Min(sum.Total, Available)) - sum.Total };
        if (RefundChoiceRules.CheckSum(sum.Total, this, order.Currency) is { } tooMuch)
            return tooMuch;
        var slices = Slice(sum.Total);
        return slices.Exists(slice => !StripeAmount.CanSend(slice.Amount, order.Currency))
            ? RefundChoiceRules.WrongStep(sum.Total, order.Currency)
            : new RefundSum(sum, slices);
    }

    private LineRest Rest(LineItem line)
    {
        var before = given.SelectMany(each => each.Lines).Where(each => each.LineItemId == line.Id).ToList();
        var gone = before.Sum(each => each.Quantity) + line.Exchanged;
        // A replacement is refunded once the customer has it; until then its exchange is cancelled instead.
        var units = line.ReplacementOf is null ? line.Quantity - gone : Math.Max(0, line.Shipped - gone);
        return new(line, units, line.Quantity - gone, line.Subtotal - before.Sum(each => each.Subtotal) - line.ExchangedSubtotal,
            line.Discount - before.Sum(each => each.Discount) - line.ExchangedDiscount, line.Tax - before.Sum(each => each.Tax) - line.ExchangedTax);
    }

    private (long Net, long Tax) ShareOfShipping(long gross)
    {
        if (gross == Shipping)
            return (ShippingNet, ShippingTax);
        var tax = (long)((Int128)ShippingTax * gross / Shipping);
        return TaxInPrices ? (gross, tax) : (gross - tax, tax);
    }

    private List<PaymentSlice> Slice(long total)
    {
        var slices = new List<PaymentSlice>();
        foreach (var purse in purses)
        {
            var part = Math.Min(total, purse.Amount);
            if (part == 0)
                break;
            slices.Add(purse with { Amount = part });
            total -= part;
        }
        return slices;
    }
}
