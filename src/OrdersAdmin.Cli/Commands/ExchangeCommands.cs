using System.CommandLine;
using System.Text.Json.Nodes;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>orders exchange …</c></summary>
internal static class ExchangeCommands
{
    private static readonly Field<string[]> Items = Fields.Items("Units of a line that come back; repeat it for each line.").Required();

    /// <summary>Not a member by itself: each item has its own.</summary>
    private static readonly Option<string[]> NewVariants = new("--new-variant-id")
    {
        HelpName = "VARIANT",
        Description = "What goes out instead (var_…): once for all items, or once for each in the same order.",
        Required = true,
    };

    public static Command All(Desk desk) => new("exchange", "Take goods back and send others.") { Create(desk), Approve(desk), Receive(desk), Reject(desk) };

    private static Verb Create(Desk desk)
    {
        var create = new Verb(desk, "create", "Ask for an exchange of goods that have shipped.", Ask, ExchangeViews.One)
        {
            Arguments = { Ids.Order },
            Options =
            {
                Items, NewVariants,
                Fields.Text("--reason", "reason", "REASON", "Why.").Required(),
                Fields.Text("--note", "note", "TEXT", "For staff only."),
                Fields.Switch("--approve", "approve", "Approve it in the same act."),
                Flags.IfVersion, Flags.Key, Flags.Json,
            },
            Examples = ["orders exchange create ord_72…4b --item li_1:1 --new-variant-id var_2 --reason \"Wrong color\""],
        };
        create.Validators.Add(command =>
        {
            var (items, variants) = (command.GetResult(Items)?.Tokens.Count ?? 0, command.GetResult(NewVariants)?.Tokens.Count ?? 0);
            if (variants > 1 && variants != items)
                command.AddError($"Give --new-variant-id once, or once for each of the {items} items.");
        });
        return create;
    }

    private static Call Ask(ParseResult parse)
    {
        var variants = parse.GetRequiredValue(NewVariants);
        var body = Fields.Body(parse);
        foreach (var (i, item) in ((JsonArray)body["items"]!).Index())
            item!["new_variant_id"] = variants[variants.Length == 1 ? 0 : i];
        return Call.Post($"{OrderCommands.Path(parse)}/exchanges", body);
    }

    private static Verb Approve(Desk desk) => new(desk, "approve", "Approve an exchange; the replacement is set aside.", parse => Post(parse, "approve"), ExchangeViews.One)
    {
        Arguments = { Ids.Order, Ids.Exchange },
        Options = { Flags.IfVersion, Flags.Key, Flags.Json },
        Examples = ["orders exchange approve ord_72…4b exc_3f…"],
    };

    private static Verb Receive(Desk desk) => new(
        desk, "receive", "Say what has arrived: everything that was announced, in good condition, or the items that are named.", parse => Post(parse, "receive"), ExchangeViews.One)
    {
        Arguments = { Ids.Order, Ids.Exchange },
        Options = { Fields.Items("Units of a line that arrived; repeat it for each line. Without it: everything that is expected."), Flags.IfVersion, Flags.Key, Flags.Json },
        Examples = ["orders exchange receive ord_72…4b exc_3f…"],
    };

    private static Verb Reject(Desk desk) => new(desk, "reject", "Refuse an exchange.", parse => Post(parse, "reject"), ExchangeViews.One)
    {
        Arguments = { Ids.Order, Ids.Exchange },
        Options = { Fields.Text("--reason", "reason", "REASON", "Why not, for staff."), Flags.IfVersion, Flags.Key, Flags.Json },
        Examples = ["orders exchange reject ord_72…4b exc_3f… --reason \"Outside window\""],
    };

    private static Call Post(ParseResult parse, string act) =>
        Call.Post($"{OrderCommands.Path(parse)}/exchanges/{parse.Segment(Ids.Exchange)}/{act}", Fields.Body(parse));
}
