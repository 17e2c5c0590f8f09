namespace OrdersAdmin.Cli.Output;

/// <summary>How an answer reads: one table after the other.</summary>
internal delegate IEnumerable<Table> View(System.Text.Json.JsonElement answer);

/// <summary>Rows under heads; what is in a cell is text of others, not markup.</summary>
internal sealed class Table(params string[] heads) : System.Collections.IEnumerable
{
    private readonly List<string[]> rows = [];

    public string? Title { get; init; }

    public IReadOnlyList<string> Heads => heads;

    public IReadOnlyList<string[]> Rows => rows;

    public void Add(params string[] cells) => rows.Add([.. cells.Select(Plainly.Of)]);

    public System.Collections.IEnumerator GetEnumerator() => rows.GetEnumerator();
}
