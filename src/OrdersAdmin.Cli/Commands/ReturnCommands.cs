using System.CommandLine;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>orders return …</c></summary>
internal static class ReturnCommands
{
    public static readonly string[] Tabs = ["open", "requested", "expected", "received", "closed", "refused", "all"];

    public static Command All(Desk desk) => new("return", "Take goods back.") { Create(desk), Approve(desk), Receive(desk), Reject(desk), List(desk) };

    private static Verb Create(Desk desk) => new(
        desk, "create", "Ask for a return of goods that have shipped.", parse => Call.Post($"{OrderCommands.Path(parse)}/returns", Fields.Body(parse)), ReturnViews.One)
    {
        Arguments = { Ids.Order },
        Options =
        {
            Fields.Items("Units of a line that come back; repeat it for each line.").Required(),
            Fields.Text("--reason", "reason", "REASON", "Why.").Required(),
            Fields.Text("--note", "note", "TEXT", "For staff only."),
            Fields.Switch("--approve", "approve", "Approve it in the same act."),
            Flags.IfVersion, Flags.Key, Flags.Json,
        },
        Examples = ["orders return create ord_72…4b --item li_1:1 --reason \"Wrong size\""],
    };

    private static Verb Approve(Desk desk) => new(desk, "approve", "Approve a return; this issues its RMA number.", parse => Post(parse, "approve"), ReturnViews.One)
    {
        Arguments = { Ids.Order, Ids.Return },
        Options = { Flags.IfVersion, Flags.Key, Flags.Json },
        Examples = ["orders return approve ord_72…4b ret_8c…"],
    };

    private static Verb Receive(Desk desk) => new(
        desk, "receive", "Say what has arrived: everything that was announced, in good condition, or the items that are named.", parse => Post(parse, "receive"), ReturnViews.One)
    {
        Arguments = { Ids.Order, Ids.Return },
        Options = { Fields.Items("Units of a line that arrived; repeat it for each line. Without it: everything that is expected."), Flags.IfVersion, Flags.Key, Flags.Json },
        Examples = ["orders return receive ord_72…4b ret_8c…", "orders return receive ord_72…4b ret_8c… --item li_1:1"],
    };

    private static Verb Reject(Desk desk) => new(desk, "reject", "Refuse a return.", parse => Post(parse, "reject"), ReturnViews.One)
    {
        Arguments = { Ids.Order, Ids.Return },
        Options = { Fields.Text("--reason", "reason", "REASON", "Why not, for staff."), Flags.IfVersion, Flags.Key, Flags.Json },
        Examples = ["orders return reject ord_72…4b ret_8c… --reason \"Outside window\""],
    };

    private static ListVerb List(Desk desk) => new(desk, "list", "List returns of all orders, the newest first.", _ => $"{Call.Orders}/returns", ReturnViews.List)
    {
        Options =
        {
            Fields.Text("--site-slug", "site_slug", "SITE", "Of one site."),
            Fields.Text("--status", "status", "STATUS", "In this state; open is everything that somebody has to do something about.", Tabs),
            Fields.Text("--q", "q", "WORDS", "With this RMA number, order number or buyer."),
            ListVerb.Limit, ListVerb.Cursor, ListVerb.All, Flags.Json,
        },
        Examples = ["orders return list --status approved", "orders return list --all | jq -r .rma"],
    };

    private static Call Post(ParseResult parse, string act) =>
        Call.Post($"{OrderCommands.Path(parse)}/returns/{parse.Segment(Ids.Return)}/{act}", Fields.Body(parse));
}
