using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>What somebody types to refund an order, as text until it is sent. Every sum comes from the server's quote.</summary>
public sealed class RefundForm
{
    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private readonly string asOpened;

    /// <param name="quote">The server's answer to the proposal, or to choosing nothing yet.</param>
    /// <param name="proposal">What is filled in to begin with: the accepted units of a return, and its fees.</param>
    /// <param name="chosen">The refund that is changed, as it was decided.</param>
    public RefundForm(RefundQuote quote, RefundProposal? proposal = null, EditRefund? chosen = null)
    {
        (Quote, Proposal) = (quote, proposal);
        Lines = [.. quote.Lines.Where(line => line.Refundable > 0).Select(line => new RefundFormLine(line) { Text = Units.Write(proposal is null && chosen is null ? 0 : line.Chosen) })];
        Fees = [.. ((chosen?.Choice ?? proposal?.Choice)?.Fees ?? []).Select(fee => new RefundFormFee(fee.Label) { Amount = new Money(fee.Amount, quote.Currency).ToPlainString() })];
        if (quote.Reasons.Contains(proposal?.Reason, StringComparer.Ordinal))
            Reason = proposal!.Reason;
        if (chosen is not null)
        {
            (Shipping, Amount) = (Plain(chosen.Choice.Shipping), Plain(chosen.Choice.Amount ?? 0));
            (Reason, Note, Restock, Notify) = (quote.Reasons.Contains(chosen.Reason, StringComparer.Ordinal) ? chosen.Reason : null, chosen.Note, chosen.Restock, chosen.Notify);
        }
        asOpened = Typed;

        string? Plain(long minor) => minor == 0 ? null : new Money(minor, quote.Currency).ToPlainString();
    }

    /// <summary>The server's answer to the choice as it was last read.</summary>
    public RefundQuote Quote { get; private set; }

    /// <summary>The return that is paid for; null for a refund by itself.</summary>
    public RefundProposal? Proposal { get; }

    public IReadOnlyList<RefundFormLine> Lines { get; }

    /// <summary>What the shop keeps of it.</summary>
    public IReadOnlyList<RefundFormFee> Fees { get; }

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

    public bool RemovesUnits => Quote.UnitsToRestock > 0;

    public bool IsDirty => Typed != asOpened;

    private string Typed => string.Join('\n', [.. Lines.Select(line => string.IsNullOrEmpty(line.Text) ? "0" : line.Text), .. Fees.Select(fee => fee.Amount), Shipping, Amount, Note]);

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
            .Select(line => new FieldError(line.Path, Units.Sentence)).ToList();
        var shipping = Read(Shipping, "shipping", errors);
        var amount = Read(Amount, "amount", errors);
        var fees = Fees.Select((fee, i) => new RefundFee(fee.Label, Read(fee.Amount, $"fees[{i}].amount", errors) ?? 0)).ToList();
        if (errors.Count > 0)
            return new Problem.Invalid(errors);
        return new RefundChoice
        {
            Items = [.. Lines.Where(line => line.Units > 0).Select(line => new RefundItem(line.Line.LineItemId, line.Units!.Value))],
            Shipping = shipping ?? 0,
            Amount = amount,
            Fees = fees.FindAll(fee => fee.Amount > 0),
            ReturnId = Proposal?.ReturnId,
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
    public int? Units => Shared.Units.Read(Text);

    public string Detail => Line.Refunded == 0
        ? $"{Line.Refundable} can be refunded, {Line.All}"
        : $"{Line.Refundable} of {Line.Quantity} can be refunded, {Line.All}; {Line.Refunded} refunded before";

    public void TakeAll() => Text = Shared.Units.Write(Line.Refundable);
}

/// <summary>A fee as it is typed; empty keeps nothing back.</summary>
public sealed class RefundFormFee(string label)
{
    public string Label { get; } = label;

    /// <summary>As a plain decimal.</summary>
    public string? Amount { get; set; }
}
