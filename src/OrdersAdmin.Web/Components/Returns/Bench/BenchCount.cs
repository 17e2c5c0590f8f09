using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Web.Components.Returns.Bench;

/// <summary>What was counted of one parcel so far, item by item, each with its grade.</summary>
public sealed class BenchCount(ReturnView view)
{
    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private readonly List<(Id<LineItem> Line, Disposition? Grade)> counted = [];
    private readonly List<string> unexpected = [];

    public ReturnView Return => view;

    public int Units => counted.Count;

    public IReadOnlyList<string> Unexpected => unexpected;

    public bool IsEmpty => counted.Count + unexpected.Count == 0;

    public int Outstanding => view.Lines.Sum(line => line.Outstanding);

    /// <summary>Everything that was expected is here.</summary>
    public bool IsComplete => Units == Outstanding;

    public int Of(Id<LineItem> line) => counted.Count(each => each.Line == line);

    /// <summary>"2 fine, 1 quarantine"; null while there is none.</summary>
    public string? Grades(Id<LineItem> line) => counted.Exists(each => each.Line == line)
        ? string.Join(", ", counted.Where(each => each.Line == line).GroupBy(each => each.Grade).OrderBy(group => group.Key).Select(group => $"{group.Count()} {BenchGrade.Word(group.Key)}"))
        : null;

    /// <summary>Counts one more; false when all that is expected of the line is counted.</summary>
    public bool Add(Id<LineItem> line, Disposition? grade)
    {
        if (Of(line) >= view.Lines.First(each => each.LineItemId == line).Outstanding)
            return false;
        counted.Add((line, grade));
        return true;
    }

    /// <summary>Takes back the last one of a line, or of all; false when there is none.</summary>
    public bool TakeBack(Id<LineItem>? line = null)
    {
        var last = counted.FindLastIndex(each => line is null || each.Line == line);
        if (last < 0)
            return false;
        counted.RemoveAt(last);
        return true;
    }

    public void AddUnexpected(string what) => unexpected.Add(what);

    public ReceiveReturn Command() => new(
        [.. counted.GroupBy(each => each).Select(units => new ReceivedItem(units.Key.Line, units.Count(), Grade: units.Key.Grade))],
        [.. unexpected.GroupBy(what => what, StringComparer.Ordinal).Select(same => new UnexpectedItem(same.Key, same.Count()))],
        Note: null, view.Version, requestKey);
}
