using System.CommandLine;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary>A command with examples in its help.</summary>
internal class ExampledCommand(string name, string does) : Command(name, does)
{
    /// <summary>Whole lines as one would type them, without the tool's name.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>A command that asks the shop for one thing and shows what it answers.</summary>
internal sealed class Verb : ExampledCommand
{
    private readonly Func<ParseResult, Call> ask;

    public Verb(Desk desk, string name, string does, Func<ParseResult, Call> ask, View show) : base(name, does)
    {
        this.ask = ask;
        SetAction((parse, cancel) => desk.Handle(Asked(parse), parse.GetValue(Flags.Json), show, cancel));
    }

    private Call Asked(ParseResult parse)
    {
        var call = ask(parse);
        return call with { Key = parse.GetValue(Flags.Key) ?? call.Key, IfVersion = parse.GetValue(Flags.IfVersion) };
    }
}
