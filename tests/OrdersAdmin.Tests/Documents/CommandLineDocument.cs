using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OrdersAdmin.Cli;
using OrdersAdmin.Cli.Commands;
using OrdersAdmin.Cli.Output;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Webhooks;
using Printed = OrdersAdmin.Cli.Output.Amounts;

namespace OrdersAdmin.Tests.Documents;

/// <summary>docs/cli.md is the tool's own help; UPDATE_DOCS=1 writes it anew. What the tool knows by heart of the shop is compared with the shop.</summary>
public sealed class CommandLineDocument
{
    [Fact]
    public void Is_the_help_as_it_is()
    {
        var path = Path.Combine(Repository(), "docs", "cli.md");
        var written = Write();

        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, written);

        Assert.True(File.Exists(path) && File.ReadAllText(path) == written,
            "docs/cli.md is not the tool's help. Run: UPDATE_DOCS=1 dotnet test tests/OrdersAdmin.Tests");
    }

    [Fact]
    public void Every_command_that_does_something_has_an_example_that_can_be_typed()
    {
        foreach (var command in Commands(Root()).Where(command => command is not RootCommand && command.Action is not null))
        {
            var examples = Assert.IsAssignableFrom<ExampledCommand>(command).Examples;
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                var typed = Root().Parse(example.Split([" | ", " > ", " < "], StringSplitOptions.None)[0].Replace("$(jq .shipping_address order.json)", "{}", StringComparison.Ordinal));
                Assert.Empty(typed.Errors.Select(error => $"{example}: {error.Message}"));
                Assert.Equal(HelpText.FullName(command), HelpText.FullName(typed.CommandResult.Command));
            }
        }
    }

    [Fact]
    public void The_words_that_it_offers_are_the_shops()
    {
        Assert.Equal(Words<OrderStatus>(), OrderCommands.Statuses.Order(StringComparer.Ordinal));
        Assert.Equal(Words<PaymentState>(), OrderCommands.PaymentStatuses.Order(StringComparer.Ordinal));
        Assert.Equal(Words<FulfillmentState>(), OrderCommands.FulfillmentStatuses.Order(StringComparer.Ordinal));
        Assert.Equal(Words<ReturnTab>(), ReturnCommands.Tabs.Order(StringComparer.Ordinal));
        Assert.Equal(WebhookEvents.All.Select(type => type.Name), WebhookCommands.Events);
        Assert.All(Currency.All, currency => Assert.Equal($"{new Money(-1234567, currency).ToPlainString()} {currency}", Printed.Of(-1234567, currency.Code)));
        Assert.All(Currency.All, currency => Assert.Equal($"{new Money(7, currency).ToPlainString()} {currency}", Printed.Of(7, currency.Code)));
    }

    private static string Write()
    {
        var text = new StringBuilder("""
            # The command line

            The help of `orders-admin`, command by command; do not edit.
            A test compares this file with the tool. To write it anew: `UPDATE_DOCS=1 dotnet test tests/OrdersAdmin.Tests`.

            Data goes to standard output, words to standard error. On a terminal answers are drawn as tables; into a pipe go fields between tabs, and with `--json`
            the bytes that the shop sent. Tables may change between versions; JSON is the API's and stays.

            Every command that changes something by POST sends an `Idempotency-Key`, so that it repeats itself safely after a lost answer (three times, and as long as the
            shop asks to wait, at most a minute). What then still failed prints its key, and the same command with `--idempotency-key` is done once.

            """);
        foreach (var command in Commands(Root()))
            text.Append("\n## ").Append(HelpText.FullName(command)).Append("\n\n```\n").Append(HelpText.Of(command)).Append("```\n");
        return text.ToString();
    }

    private static RootCommand Root() => new Tool(new Surroundings { Output = Stream.Null, Words = TextWriter.Null, Input = Stream.Null, Variable = _ => null }).Commands();

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);

    private static IEnumerable<string> Words<T>() where T : struct, Enum =>
        Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).Order(StringComparer.Ordinal);

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
