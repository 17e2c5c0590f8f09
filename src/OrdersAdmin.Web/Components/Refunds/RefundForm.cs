using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>What somebody types to refund an order, as text until it is sent. Every sum comes from the server's quote.</summary>
public sealed class RefundForm(RefundQuote quote)
{
    private readonly string requestKey = Guid.CreateVersion7().ToString("N");

    /// <summary>The server's answer to the choice as it was last read.</summary>
    public RefundQuote Quote { get; private set; } = quote;

    public IReadOnlyList<RefundFormLine> Lines { get; } = [.. quote.Lines.Where(line => line.Refundable > 0).Select(line => new RefundFormLine(line))];

    /// <summary>Of the shipping costs, as a plain decimal.</summary>
    public string? Shipping { get; set; }

    /// <summary>Instead of the sum, as a plain decimal.</summary>
    public string? Amount { get; set; }

    public string? Reason { get; set; }

    public string? Note { get; set; }

    public bool Restock { get; set; } = true;

    public bool Notify { get; set; } = true;

    public Problem? Problem { get; private set; }

    public bool IsStale => Problem is Problem.Stale;

    public bool RemovesUnits => Quote.UnitsRemoved > 0;

    public bool IsDirty => Lines.Any(line => line.Text is not (null or "" or "0")) || !string.IsNullOrEmpty(Shipping) || !string.IsNullOrEmpty(Amount) || !string.IsNullOrEmpty(Note);

    /// <summary>Chooses everything that is left, line by line, so that it can be seen and changed.</summary>
    public void TakeEverything()
    {
        foreach (var line in Lines)
            line.TakeAll();
        Shipping = Quote.ShippingLeft.Minor > 0 ? Quote.ShippingLeft.ToPlainString() : null;
    }

    /// <summary>The choice that the fields stand for, or what cannot be read.</summary>
    public Result<RefundChoice> Choice()
    {
        var errors = Lines.Where(line => line.Units is null)
            .Select(line => new FieldError(line.Path, "The quantity must be a whole number, 0 or more.")).ToList();
        var shipping = Read(Shipping, "shipping", errors);
        var amount = Read(Amount, "amount", errors);
        if (errors.Count > 0)
            return new Problem.Invalid(errors);
        return new RefundChoice
        {
            Items = [.. Lines.Where(line => line.Units > 0).Select(line => new RefundItem(line.Line.LineItemId, line.Units!.Value))],
            Shipping = shipping ?? 0,
            Amount = amount,
        };
    }

    public Result<RequestRefund> Command()
    {
        if (!Choice().TryGet(out var choice, out var problem))
            return problem;
        if (Reason is null)
            return new Problem.Invalid("reason", "Choose a reason.");
        return new RequestRefund(choice, Reason, Kernel.Text.Clean(Note), Restock && RemovesUnits, Notify, Quote.OrderVersion, requestKey);
    }

    public void Take(RefundQuote fresh) => Quote = fresh;

    /// <summary>Keeps what stood in the way, so that each sentence stands beside its field.</summary>
    public void Show(Problem? problem) => Problem = problem;

    /// <summary>The sentence beside a field; null when nothing is wrong with it.</summary>
    public string? ErrorOf(string field) => (Problem as Problem.Invalid)?.Errors.FirstOrDefault(error => error.Path == field)?.Message;

    public string? ErrorOf(RefundFormLine line)
    {
        var index = Lines.Where(each => each.Units > 0).ToList().IndexOf(line);
        return ErrorOf(line.Path) ?? (index < 0 ? null : ErrorOf($"items[{index}].quantity"));
    }

    private long? Read(string? text, string field, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Quote.Currency.TryParseAmount(text.Trim(), out var minor) && minor >= 0)
            return minor;
        errors.Add(new(field, Quote.Currency.Decimals == 0 ? "Write a whole amount, such as 500." : $"Write an amount such as {new Money(1250, Quote.Currency).ToPlainString()}."));
        return null;
    }
}

/// <summary>One line of the form: how many of its units are refunded.</summary>
public sealed class RefundFormLine(RefundLineView line)
{
    public RefundLineView Line { get; } = line;

    public string? Text { get; set; } = "0";

    public string Path => $"line-{Line.LineItemId}";

    /// <summary>Null when it is no number.</summary>
    public int? Units => string.IsNullOrWhiteSpace(Text) ? 0
        : int.TryParse(Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units) ? units : null;

    public string Detail => Line.Refunded == 0
        ? $"{Line.Refundable} can be refunded, {Line.All}"
        : $"{Line.Refundable} of {Line.Quantity} can be refunded, {Line.All}; {Line.Refunded} refunded before";

    public void TakeAll() => Text = Line.Refundable.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
