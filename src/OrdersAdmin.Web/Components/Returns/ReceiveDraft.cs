using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>What somebody types who unpacks a parcel: counted blind, against what is expected.</summary>
public sealed class ReceiveDraft
{
    private const int Fine = 0;
    private const int Damaged = 1;
    private const int NotThere = 2;

    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private List<(UnitsRow Row, ReceivedItem Item)> sent = [];

    public ReceiveDraft(ReturnView view) => Take(view);

    public static IReadOnlyList<string> Columns { get; } = ["Arrived", "Damaged", "Not there"];

    public ReturnView Return { get; private set; } = null!;

    public IReadOnlyList<UnitsRow> Rows { get; private set; } = [];

    public List<UnexpectedDraft> Unexpected { get; } = [];

    public string? Note { get; set; }

    public bool IsDirty => Rows.Any(row => row.IsTouched) || !string.IsNullOrEmpty(Note) || Unexpected.Exists(each => !string.IsNullOrEmpty(each.What));

    private int Arrived => Rows.Sum(row => row.Of(Fine) + row.Of(Damaged));

    private int Missing => Rows.Sum(row => row.Of(NotThere));

    public string Button => Arrived > 0 ? $"Receive {Text.Count(Arrived, "item")}" : "Receive items";

    /// <summary>What sending the form would do.</summary>
    public string Effect => (Arrived + Missing, Return.Lines.Sum(line => line.Outstanding) - Arrived - Missing) switch
    {
        (0, _) when !Unexpected.Exists(each => !string.IsNullOrEmpty(each.What)) => "Count what is in the parcel.",
        (_, < 0) => "That is more than what is expected.",
        (_, 0) => "Nothing more is expected then.",
        (_, var left) => $"{Text.Count(left, "item")} still expected after this.",
    };

    public void AddUnexpected() => Unexpected.Add(new());

    /// <summary>Goes on from a newer state of the return; what was typed stays.</summary>
    public void Take(ReturnView view)
    {
        if (Return?.Version == view.Version)
            return;
        var before = Rows;
        Rows = [.. view.Lines.Where(line => line.Outstanding > 0).Select(line => Row(line).Continue(before.FirstOrDefault(row => row.Id == Row(line).Id)))];
        Return = view;
    }

    public Result<ReceiveReturn> Command()
    {
        if (Rows.FirstOrDefault(row => !row.IsReadable) is { } unreadable)
            return new Problem.Invalid(unreadable.Id, Units.Sentence);
        if (Unexpected.Exists(each => Units.Read(each.Quantity) is null))
            return new Problem.Invalid("unexpected", Units.Sentence);
        sent = [.. Rows.SelectMany(row => Items(row).Select(item => (row, item)))];
        var unexpected = Unexpected.Where(each => !string.IsNullOrWhiteSpace(each.What)).Select(each => new UnexpectedItem(each.What!.Trim(), Units.Read(each.Quantity)!.Value)).ToList();
        if (sent.Count == 0 && unexpected.Count == 0)
            return new Problem.Invalid("items", "Count at least one item.");
        return new ReceiveReturn([.. sent.Select(each => each.Item)], unexpected, Text.Clean(Note), Return.Version, requestKey);
    }

    public string? ErrorOf(UnitsRow row, Problem? problem) => (problem as Problem.Invalid)?.Errors
        .FirstOrDefault(error => error.Path == row.Id || sent.Where((each, i) => each.Row == row && error.Path.StartsWith($"items[{i}]", StringComparison.Ordinal)).Any())?.Message;

    private static UnitsRow Row(ReturnLineView line) => new(
        $"receive-{line.LineItemId}", line.Name, string.Join(" · ", new[] { line.Sku, $"{line.Outstanding} of {line.Expected} expected" }.OfType<string>()), line.Outstanding, Columns.Count);

    // What is damaged is set aside at once; what becomes of the rest is for the inspection.
    private IEnumerable<ReceivedItem> Items(UnitsRow row)
    {
        var line = Return.Lines.First(each => Row(each).Id == row.Id).LineItemId;
        if (row.Of(Fine) + row.Of(NotThere) > 0)
            yield return new(line, row.Of(Fine), row.Of(NotThere));
        if (row.Of(Damaged) > 0)
            yield return new(line, row.Of(Damaged), Grade: Disposition.Quarantine, Note: "Arrived damaged");
    }
}

/// <summary>Something in the parcel that is not expected, as it is typed.</summary>
public sealed class UnexpectedDraft
{
    public string? What { get; set; }

    public string? Quantity { get; set; } = "1";
}
