using System.CommandLine;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>orders refund …</c>: asks for a refund itself, and has the two answers of whoever decides on one.</summary>
internal static class RefundCommands
{
    public static Command Refund(Desk desk) => new Verb(
        desk, "refund", "Give money back: everything that is left, an amount, or what named items cost. A refund above the limits waits for a second person.",
        parse => Call.Post($"{OrderCommands.Path(parse)}/refund", Fields.Body(parse)), RefundViews.One)
    {
        Arguments = { Ids.Order },
        Options =
        {
            Fields.Text("--reason", "reason", "REASON", "Why.").Required(),
            Fields.Amount("--amount", "amount", "How much, in the currency's smallest unit: 1500 is 15.00 USD. Without it, and without items: everything that is left."),
            Fields.Items("Units of a line whose price goes back; repeat it for each line."),
            Fields.Amount("--shipping", "shipping", "How much of the shipping costs goes back."),
            Fields.Text("--note", "note", "TEXT", "For staff only."),
            Fields.Switch("--restock", "restock", "Items that will not ship go back on the shelf."),
            Fields.Switch("--notify", "notify", "Write to the customer once the money is on its way."),
            Flags.IfVersion, Flags.Key, Flags.Json,
        },
        Subcommands = { Approve(desk), Decline(desk) },
        Examples =
        [
            "orders refund ord_72…4b --reason \"Buyer request\"",
            "orders refund ord_72…4b --amount 1500 --reason \"Damaged in transit\"",
        ],
    };

    private static Verb Approve(Desk desk) => new(
        desk, "approve", "Let a refund go out that somebody else asked for.", parse => Call.Post($"{Path(parse)}/approve", Fields.Body(parse)), RefundViews.One)
    {
        Arguments = { Ids.Order, Ids.Refund },
        Options = { Revision(), Flags.Key, Flags.Json },
        Examples = ["orders refund approve ord_72…4b ref_5d…"],
    };

    private static Verb Decline(Desk desk) => new(
        desk, "decline", "Say no to a refund that waits for approval; whoever asked for it gets a letter.",
        parse => Call.Post($"{Path(parse)}/decline", Fields.Body(parse)), RefundViews.One)
    {
        Arguments = { Ids.Order, Ids.Refund },
        Options = { Fields.Text("--reason", "reason", "REASON", "Why not.").Required(), Revision(), Flags.Key, Flags.Json },
        Examples = ["orders refund decline ord_72…4b ref_5d… --reason \"Outside the policy\""],
    };

    private static Field<int> Revision() => Fields.Number("--revision", "revision", "N", "Only the revision that was looked at; refused when the refund was changed since.");

    private static string Path(ParseResult parse) => $"{OrderCommands.Path(parse)}/refunds/{parse.Segment(Ids.Refund)}";
}
