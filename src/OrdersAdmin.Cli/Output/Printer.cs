using System.Text;
using Spectre.Console;

namespace OrdersAdmin.Cli.Output;

/// <summary>Prints answers: drawn tables on a terminal, fields between tabs into a pipe, or the bytes as they came.</summary>
internal sealed class Printer(Surroundings around)
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    public Surroundings Around => around;

    /// <summary>The bytes and nothing else; a terminal gets the line's end that its prompt needs.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        around.Output.Write(bytes);
        if (around.OutputIsTerminal)
            around.Output.Write(NewLine);
        around.Output.Flush();
    }

    public void Line(ReadOnlySpan<byte> bytes)
    {
        // In one write: whoever reads the pipe gets whole lines.
        around.Output.Write([.. bytes, .. NewLine]);
        around.Output.Flush();
    }

    public void Text(string text)
    {
        around.Output.Write(Encoding.UTF8.GetBytes(text));
        around.Output.Flush();
    }

    /// <summary>Does it under a bar that moves, where somebody looks: on a terminal, beside the data.</summary>
    /// <param name="source">How far it has been read is how far it is.</param>
    /// <param name="act">Is told how many are done.</param>
    public async Task<T> WithProgress<T>(Stream source, string what, Func<Action<int>, Task<T>> act)
    {
        if (!around.WordsIsTerminal || around.Variable("TERM") == "dumb")
            return await act(_ => { });
        return await Console(around.Words, isLive: true).Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask(what, maxValue: source.CanSeek ? Math.Max(1, source.Length) : 1);
            bar.IsIndeterminate = !source.CanSeek;
            return act(done =>
            {
                bar.Description = $"{done} {what}";
                if (source.CanSeek)
                    bar.Value = source.Position;
            });
        });
    }

    public void Say(string sentence) => around.Words.WriteLine(Plainly.Of(sentence));

    public void Tables(IEnumerable<Table> tables)
    {
        var drawn = new StringBuilder();
        foreach (var table in tables)
        {
            if (around.OutputIsTerminal)
                Draw(table, drawn);
            else
                Separate(table, drawn);
        }
        Text(drawn.ToString());
    }

    private static void Separate(Table table, StringBuilder into)
    {
        if (into.Length > 0)
            into.Append('\n');
        foreach (var cells in table.Rows.Prepend(table.Heads))
            into.AppendJoin('\t', cells).Append('\n');
    }

    private void Draw(Table table, StringBuilder into)
    {
        using var writer = new StringWriter(into);
        var grid = new Spectre.Console.Table().Border(TableBorder.Simple);
        if (table.Title is not null)
            grid.Title(Markup.Escape(table.Title)).LeftAligned();
        foreach (var head in table.Heads)
            grid.AddColumn(new TableColumn(new Text(head, new Style(decoration: Decoration.Bold))));
        foreach (var cells in table.Rows)
            grid.AddRow(cells.Select(cell => new Text(cell)));
        Console(writer, isLive: false).Write(grid);
    }

    private IAnsiConsole Console(TextWriter writer, bool isLive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = around.Color || isLive ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = around.Color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isLive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = around.Width;
        return console;
    }
}
