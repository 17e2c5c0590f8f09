using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OrdersAdmin.Cli.Commands;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli;

/// <summary>The command line as a whole: reads the arguments, runs the command, and ends with one of the <see cref="ExitCodes"/>.</summary>
internal sealed class Tool(Surroundings around)
{
    public const string Name = "orders-admin";

    /// <summary>What a closed pipe is called on Linux and macOS (EPIPE).</summary>
    private const int ReaderIsGone = 32;

    // An argument that begins with @ is a text, not a file to read arguments from.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public RootCommand Commands()
    {
        var desk = new Desk(around);
        var root = new RootCommand("A shop's orders from the command line. Speaks the shop's REST API, with a token of its own.")
        {
            OrderCommands.All(desk),
            WebhookCommands.All(desk),
            LoginCommand.Make(desk),
            LogoutCommand.Make(desk),
            CompletionCommand.Make(desk),
        };
        root.HelpName = Name;
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show help, also of each command.";
        help.Action = new HelpText(desk.Printer);
        // Only the names that all systems have.
        help.Aliases.Clear();
        help.Aliases.Add("-h");
        return root;
    }

    public async Task<int> Run(IReadOnlyList<string> arguments)
    {
        var parsed = Commands().Parse(arguments, Plain);
        if (parsed.Action is ParseErrorAction)
            return await Explain(parsed);
        try
        {
            await using var output = new StreamWriter(around.Output, leaveOpen: true);
            return await parsed.InvokeAsync(new() { Output = output, Error = around.Words, EnableDefaultExceptionHandler = false });
        }
        catch (IOException e) when (e.HResult == ReaderIsGone)
        {
            // As in `orders list --all | head -3`: whoever read has enough.
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await around.Words.WriteLineAsync(e.Message);
            return ExitCodes.Other;
        }
    }

    private async Task<int> Explain(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            await around.Words.WriteLineAsync(Plainly.Of(error.Message));
        await around.Words.WriteLineAsync($"See: {HelpText.FullName(parsed.CommandResult.Command)} --help");
        return ExitCodes.Arguments;
    }
}
