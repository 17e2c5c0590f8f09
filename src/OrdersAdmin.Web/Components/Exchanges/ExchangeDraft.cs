using OrdersAdmin.Exchanges;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>What somebody chooses to exchange: which units, for what, and why. What it comes to is the server's to say.</summary>
public sealed class ExchangeDraft
{
    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private readonly string asOpened;

    public ExchangeDraft(ReturnForm form)
    {
        Form = form;
        Lines = [.. form.Lines.Where(line => line.Returnable > 0).Select(line => new ExchangeDraftLine(line))];
        // Where there is no choice nobody is asked.
        if (Lines is [var only] && only.Line.Returnable == 1)
            only.Text = "1";
        asOpened = Typed;
    }

    public ReturnForm Form { get; private set; }

    public IReadOnlyList<ExchangeDraftLine> Lines { get; }

    public ExchangeQuote? Quote { get; set; }

    public string? Reason { get; set; }

    public string? Note { get; set; }

    public string? OverrideReason { get; set; }

    public bool Approve { get; set; } = true;

    public bool Notify { get; set; } = true;

    private IEnumerable<ExchangeDraftLine> Chosen => Lines.Where(line => line.Units > 0);

    private int Units => Chosen.Sum(line => line.Units ?? 0);

    public bool LeavesPolicy => Chosen.Any(line => !line.Line.InPolicy);

    public bool IsDirty => Typed != asOpened;

    public string Button => Units > 0 ? $"Exchange {Text.Count(Units, "item")}" : "Exchange";

    /// <summary>What sending the form would do.</summary>
    public string Effect => Units == 0 ? "Choose what comes back."
        : Chosen.Any(line => line.NewVariant is null) ? "Choose what goes out instead."
        : Approve ? "Reserves it and issues the RMA." : "It then waits for approval.";

    /// <summary>What is chosen so far; the server says what it comes to.</summary>
    public IReadOnlyList<ExchangeItem> Items =>
        [.. Chosen.Where(line => line.NewVariant is not null).Select(line => new ExchangeItem(line.Line.LineItemId, line.Units!.Value, line.NewVariant!.Value))];

    private string Typed => string.Join('\n', [.. Lines.SelectMany(line => new[] { string.IsNullOrEmpty(line.Text) ? "0" : line.Text, line.NewVariant?.ToString() }), Note, OverrideReason]);

    public void Take(ReturnForm fresh) => Form = fresh;

    public Result<RequestExchange> Command()
    {
        var errors = Lines.Where(line => line.Units is null).Select(line => new FieldError(line.Id, Shared.Units.Sentence)).ToList();
        errors.AddRange(Chosen.Where(line => line.NewVariant is null).Select(line => new FieldError(line.Id, $"Choose what goes out instead of {line.Line.Name}.")));
        if (errors.Count == 0 && Units == 0)
            errors.Add(new("items", "Choose at least one item."));
        if (string.IsNullOrEmpty(Reason))
            errors.Add(new("reason", "Choose a reason."));
        if (errors.Count > 0)
            return new Problem.Invalid(errors);
        return new RequestExchange(Items, Reason!, Text.Clean(Note), Approve, Notify, LeavesPolicy ? Text.Clean(OverrideReason) : null, Form.OrderVersion, requestKey);
    }

    public string? ErrorOf(ExchangeDraftLine line, Problem? problem)
    {
        var index = Items.ToList().FindIndex(item => item.LineItemId == line.Line.LineItemId);
        return (problem as Problem.Invalid)?.Errors.FirstOrDefault(error => error.Path == line.Id || (index >= 0 && error.Path.StartsWith($"items[{index}]", StringComparison.Ordinal)))?.Message;
    }
}

/// <summary>One line of the form: how many of its units go back, and for what.</summary>
public sealed class ExchangeDraftLine(ReturnableLine line)
{
    public ReturnableLine Line { get; } = line;

    public string Id => $"line-{Line.LineItemId}";

    public string? Text { get; set; } = "0";

    public int? Units => Shared.Units.Read(Text);

    public Id<Variant>? NewVariant { get; set; }

    public string? Search { get; set; }

    /// <summary>What can go out instead; null until it was asked for.</summary>
    public IReadOnlyList<ExchangeChoice>? Choices { get; set; }

    public string Detail => string.Join(" · ", new[] { Line.Sku, $"{Line.Returnable} of {Line.Shipped} shipped can be exchanged", $"{Line.UnitValue} each" }.OfType<string>());
}
