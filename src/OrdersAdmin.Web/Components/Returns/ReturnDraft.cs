using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>What somebody types to announce a return, as text until it is sent.</summary>
public sealed class ReturnDraft(ReturnForm form)
{
    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private List<ReturnDraftLine> sent = [];

    public ReturnForm Form { get; private set; } = form;

    public IReadOnlyList<ReturnDraftLine> Lines { get; private set; } = Read(form, []);

    /// <summary>Why the others cannot come back.</summary>
    public IEnumerable<ReturnableLine> Staying => Form.Lines.Where(line => line.Returnable == 0);

    public string? Reason { get; set; }

    public string? Note { get; set; }

    public string? OverrideReason { get; set; }

    /// <summary>With it the customer gets the number at once.</summary>
    public bool Approve { get; set; } = true;

    public bool Notify { get; set; } = true;

    private int Units => Lines.Sum(line => line.Units ?? 0);

    /// <summary>A unit was chosen that the policy keeps out.</summary>
    public bool LeavesPolicy => Lines.Any(line => line.Units > 0 && !line.Line.InPolicy);

    public bool IsDirty => Lines.Any(line => line.Text is not (null or "" or "0")) || !string.IsNullOrEmpty(Note) || !string.IsNullOrEmpty(OverrideReason);

    public string Aside => $"{Form.Lines.Sum(line => line.Returnable)} can come back";

    public string Button => Units > 0 ? $"Return {Text.Count(Units, "item")}" : "Return items";

    /// <summary>What sending the form would do.</summary>
    public string Effect => Units == 0 ? "Choose at least one item."
        : !Approve ? "It then waits for approval."
        : Notify ? "Issues the RMA and tells the customer." : "Issues the RMA.";

    public void TakeEverything()
    {
        foreach (var line in Lines)
            line.Text = Shared.Units.Write(line.Line.Returnable);
    }

    /// <summary>Goes on from a newer state of the order; what was typed stays.</summary>
    public void Take(ReturnForm fresh)
    {
        if (fresh.OrderVersion == Form.OrderVersion)
            return;
        (Lines, Form) = (Read(fresh, Lines), fresh);
    }

    public Result<RequestReturn> Command()
    {
        sent = [.. Lines.Where(line => line.Units != 0)];
        var errors = sent.Where(line => line.Units is null).Select(line => new FieldError(line.Id, Shared.Units.Sentence)).ToList();
        if (sent.Count == 0)
            errors.Add(new("items", "Choose at least one item."));
        if (string.IsNullOrEmpty(Reason))
            errors.Add(new("reason", "Choose a reason."));
        if (errors.Count > 0)
            return new Problem.Invalid(errors);
        return new RequestReturn(
            [.. sent.Select(line => new ReturnItem(line.Line.LineItemId, line.Units!.Value))], Reason!, Text.Clean(Note), Approve, Notify,
            LeavesPolicy ? Text.Clean(OverrideReason) : null, Form.OrderVersion, requestKey);
    }

    public string? ErrorOf(ReturnDraftLine line, Problem? problem) =>
        (problem as Problem.Invalid)?.Errors.FirstOrDefault(error => error.Path == line.Id || (sent.IndexOf(line) is >= 0 and var i && error.Path.StartsWith($"items[{i}]", StringComparison.Ordinal)))?.Message;

    private static List<ReturnDraftLine> Read(ReturnForm form, IReadOnlyList<ReturnDraftLine> before) =>
        [.. form.Lines.Where(line => line.Returnable > 0).Select(line => new ReturnDraftLine(line) { Text = before.FirstOrDefault(each => each.Line.LineItemId == line.LineItemId)?.Text ?? "0" })];
}

/// <summary>One line of the form: how many of its units come back.</summary>
public sealed class ReturnDraftLine(ReturnableLine line)
{
    public ReturnableLine Line { get; } = line;

    public string Id => $"line-{Line.LineItemId}";

    public string? Text { get; set; } = "0";

    public int? Units => Shared.Units.Read(Text);

    public string Detail => string.Join(" · ", new[] { Line.Sku, $"{Line.Returnable} of {Line.Shipped} shipped can come back", $"{Line.UnitValue} each" }.OfType<string>());
}
