using OrdersAdmin.Kernel;

namespace OrdersAdmin.Orders;

/// <summary>The order's money as figures that explain themselves. Totals are the source's own; where they do not add up a part says by how much.</summary>
internal static class MoneyStatement
{
    public static IReadOnlyList<MoneyFigure> Of(Order order)
    {
        var totals = order.Totals;
        // What goes out in an exchange has no part in what was stated at checkout.
        var lines = order.Lines.Where(line => line.ReplacementOf is null).OrderBy(line => line.Position).ToList();
        var payments = order.Payments.OrderByDescending(payment => payment.Captured).ThenBy(payment => payment.Provider, StringComparer.Ordinal).ToList();
        var paid = payments.Where(payment => payment.Captured > 0).Select(payment => (payment.Method ?? payment.Provider, payment.Captured)).ToList();
        var refunded = payments.Where(payment => payment.Refunded > 0).Select(payment => ($"To {payment.Method ?? payment.Provider}", -payment.Refunded)).ToList();
        var pending = payments.Where(payment => payment.Reserved > 0).Select(payment => ($"To {payment.Method ?? payment.Provider}, not confirmed yet", -payment.Reserved)).ToList();
        var inclusive = order.TaxInterpretation == TaxInterpretation.Inclusive;

        List<MoneyFigure> figures =
        [
            Figure(MoneyFigureKind.Subtotal, "Subtotal", totals.Subtotal, lines.Select(line => ($"{line.Quantity} × {line.Name}", line.Subtotal))),
        ];
        if (totals.Discount != 0)
            figures.Add(Figure(MoneyFigureKind.Discount, DiscountLabel(order), -totals.Discount,
                order.Discounts.Count > 0
                    ? order.Discounts.Select(each => (each.Code is null ? each.Name : $"{each.Name} ({each.Code})", -each.Amount))
                    : lines.Where(line => line.Discount != 0).Select(line => (line.Name, -line.Discount))));
        figures.Add(Figure(MoneyFigureKind.Shipping, "Shipping", totals.Shipping,
            order.Shipping is { } shipping ? [(shipping.Service is null ? shipping.Name : $"{shipping.Name}, {shipping.Service}", shipping.Amount)] : []));
        figures.Add(Figure(MoneyFigureKind.Tax, inclusive ? "Tax, in the prices" : "Tax", totals.Tax,
            lines.Where(line => line.Tax != 0).Select(line => (line.Name, line.Tax))
                .Concat(order.Shipping is { Tax: not 0 } taxed ? [("Shipping", taxed.Tax)] : [])));
        figures.Add(Figure(MoneyFigureKind.Total, "Total", totals.Total,
        [
            ("Subtotal", totals.Subtotal),
            .. totals.Discount != 0 ? [("Discount", -totals.Discount)] : Array.Empty<(string, long)>(),
            ("Shipping", totals.Shipping),
            .. inclusive ? Array.Empty<(string, long)>() : [("Tax", totals.Tax)],
        ]));
        figures.Add(Figure(MoneyFigureKind.Paid, paid.Count == 1 ? $"Paid, {paid[0].Item1}" : "Paid", paid.Sum(each => each.Item2), paid));
        if (refunded.Count > 0)
            figures.Add(Figure(MoneyFigureKind.Refunded, "Refunded", refunded.Sum(each => each.Item2), refunded));
        if (pending.Count > 0)
            figures.Add(Figure(MoneyFigureKind.RefundPending, "Refund pending", pending.Sum(each => each.Item2), pending));
        figures.Add(Figure(MoneyFigureKind.Refundable, "Refundable", paid.Sum(each => each.Item2) + refunded.Sum(each => each.Item2) + pending.Sum(each => each.Item2), [.. paid, .. refunded, .. pending]));
        if (order is { CancelledAt: null } && totals.Total - paid.Sum(each => each.Item2) is > 0 and var due)
            figures.Add(Figure(MoneyFigureKind.Due, "Due", due, [("Total", totals.Total), ("Paid", totals.Total - due == 0 ? 0 : due - totals.Total)]));
        return figures;

        MoneyFigure Figure(MoneyFigureKind kind, string label, long amount, IEnumerable<(string Label, long Amount)> parts)
        {
            var sum = parts.Select(part => new MoneyPart(part.Label, new Money(part.Amount, order.Currency))).ToList();
            var stated = sum.Sum(part => part.Amount.Minor);
            if (stated != amount)
                sum.Add(new MoneyPart(sum.Count == 0 ? $"As {order.ChannelName} stated it" : $"Not explained by {order.ChannelName}", new Money(amount - stated, order.Currency)));
            return new MoneyFigure(kind, label, new Money(amount, order.Currency), sum);
        }
    }

    private static string DiscountLabel(Order order) =>
        order.Discounts.Select(each => each.Code).OfType<string>().ToList() is { Count: > 0 } codes ? $"Discount ({string.Join(", ", codes)})" : "Discount";
}
