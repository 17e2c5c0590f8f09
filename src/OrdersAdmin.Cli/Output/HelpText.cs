using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using OrdersAdmin.Cli.Commands;

namespace OrdersAdmin.Cli.Output;

/// <summary>The help of a command: what it does, how it is called, and examples. docs/cli.md is made of these.</summary>
internal sealed class HelpText(Printer printer) : SynchronousCommandLineAction
{
    private const int Narrow = 64;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        printer.Text(Of(parseResult.CommandResult.Command));
        return ExitCodes.Done;
    }

    /// <summary>As it is typed: <c>orders-admin orders refund approve</c>.</summary>
    public static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{FullName(parent)} {command.Name}" : Tool.Name;

    public static string Of(Command command)
    {
        var text = new StringBuilder().Append(command.Description).Append('\n');
        Section(text, "Usage", Usages(command));
        Section(text, "Arguments", Columns(command.Arguments.Select(each => (each.Name, each.Description ?? ""))));
        Section(text, "Options", Columns(command.Options.Where(each => !each.Hidden && (each is not HelpOption || command is RootCommand)).Select(Row)));
        Section(text, "Commands", Columns(command.Subcommands.Where(each => !each.Hidden).Select(each => (each.Name, each.Description ?? ""))));
        if (command is RootCommand)
        {
            Section(text, "Environment", Columns(Variables));
            Section(text, "Exit codes", Columns(ExitCodes.All.Select(each => ($"{each.Code}", each.Means))));
        }
        Section(text, "Examples", (command as ExampledCommand)?.Examples.Select(line => $"{Tool.Name} {line}") ?? []);
        return text.ToString();
    }

    private static readonly (string, string)[] Variables =
    [
        (Http.Account.UrlVariable, "The shop's address, such as https://shop.example."),
        (Http.Account.TokenVariable, "An API token, made in the shop's settings. Without it: the one that login keeps."),
        ("NO_COLOR", "Set to anything: no colors on a terminal either."),
    ];

    private static IEnumerable<string> Usages(Command command)
    {
        var arguments = string.Concat(command.Arguments.Select(each => " " + each.Name));
        var required = string.Concat(command.Options.Where(each => each.Required).Select(each => $" {each.Name} {each.HelpName}"));
        if (command.Action is not null)
            yield return $"{FullName(command)}{arguments}{required}{(command.Options.Any(each => !each.Required && each is not HelpOption) ? " [options]" : "")}";
        if (command.Subcommands.Count > 0)
            yield return $"{FullName(command)} COMMAND";
    }

    private static (string, string) Row(Option option) =>
        ($"{option.Name} {option.HelpName}".TrimEnd(), (option.Required ? "Required. " : "") + option.Description);

    private static IEnumerable<string> Columns(IEnumerable<(string Name, string Does)> rows)
    {
        var all = rows.ToList();
        var width = all.Select(row => row.Name.Length).DefaultIfEmpty().Max() + 2;
        return all.SelectMany(row => Wrapped(row.Does).Select((line, i) => ((i == 0 ? row.Name : "").PadRight(width) + line).TrimEnd()));
    }

    private static List<string> Wrapped(string text)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > Narrow)
                lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }
        return lines;
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        text.Append('\n').Append(title).Append(":\n");
        foreach (var line in all)
            text.Append("  ").Append(line).Append('\n');
    }
}
