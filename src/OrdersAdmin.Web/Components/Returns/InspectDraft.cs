using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>What somebody decides who looks at what came back, unit by unit.</summary>
public sealed class InspectDraft
{
    private static readonly Disposition[] Dispositions = Enum.GetValues<Disposition>();

    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private List<(InspectDraftLine Line, InspectedItem Item)> sent = [];

    public InspectDraft(ReturnView view) => Take(view);

    public static IReadOnlyList<string> Columns { get; } = [.. Dispositions.Select(ReturnLooks.Name)];

    public ReturnView Return { get; private set; } = null!;

    public IReadOnlyList<InspectDraftLine> Lines { get; private set; } = [];

    public bool IsDirty => Lines.Any(line => line.Row.IsTouched || !string.IsNullOrEmpty(line.Note));

    private int Decided => Lines.Sum(line => line.Row.Sum);

    public string Button => Decided > 0 ? $"Decide on {Text.Count(Decided, "item")}" : "Decide";

    /// <summary>What sending the form would do.</summary>
    public string Effect => Lines.Sum(line => line.Row.Of(0)) switch
    {
        _ when Decided == 0 => "Say what becomes of each item.",
        _ when Lines.Any(line => line.Row.Sum > line.Row.Max) => "That is more than what is here.",
        0 => "Nothing goes back on the shelf.",
        var units => $"{Text.Count(units, "item goes", "items go")} back on the shelf.",
    };

    /// <summary>Goes on from a newer state of the return; what was typed stays.</summary>
    public void Take(ReturnView view)
    {
        if (Return?.Version == view.Version)
            return;
        Lines = [.. view.Lines.Where(line => line.ToInspect > 0).Select(line => new InspectDraftLine(line, Lines.FirstOrDefault(each => each.LineItemId == line.LineItemId)))];
        Return = view;
    }

    public Result<InspectReturn> Command()
    {
        if (Lines.FirstOrDefault(line => !line.Row.IsReadable) is { } unreadable)
            return new Problem.Invalid(unreadable.Row.Id, Units.Sentence);
        sent = [.. from line in Lines
                   from column in Enumerable.Range(0, Dispositions.Length)
                   let units = line.Row.Of(column)
                   where units > 0
                   select (line, new InspectedItem(line.LineItemId, units, Dispositions[column], Text.Clean(line.Note), line.Accepted && Dispositions[column] != Disposition.Missing))];
        return sent.Count == 0
            ? new Problem.Invalid("items", "Decide on at least one item.")
            : new InspectReturn([.. sent.Select(each => each.Item)], Return.Version, requestKey);
    }

    public string? ErrorOf(InspectDraftLine line, Problem? problem) => (problem as Problem.Invalid)?.Errors
        .FirstOrDefault(error => error.Path == line.Row.Id || sent.Where((each, i) => each.Line == line && error.Path.StartsWith($"items[{i}]", StringComparison.Ordinal)).Any())?.Message;
}

/// <summary>A line of the form with its note, and whether the customer is paid for it.</summary>
public sealed class InspectDraftLine(ReturnLineView line, InspectDraftLine? before)
{
    public Id<LineItem> LineItemId { get; } = line.LineItemId;

    public UnitsRow Row { get; } = new UnitsRow(
        $"inspect-{line.LineItemId}", line.Name, string.Join(" · ", new[] { line.Sku, $"{line.ToInspect} to decide on" }.OfType<string>()), line.ToInspect, InspectDraft.Columns.Count).Continue(before?.Row);

    public string? Note { get; set; } = before?.Note;

    /// <summary>The customer is to be paid for them.</summary>
    public bool Accepted { get; set; } = before?.Accepted ?? true;
}
