using System.CommandLine;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>webhooks …</c></summary>
internal static class WebhookCommands
{
    private const string Root = "/api/v1/webhooks";

    private static readonly Argument<string> Endpoint = Ids.Id("ENDPOINT", "The endpoint's id (whk_…).");
    private static readonly Argument<string> Message = Ids.Id("MESSAGE", "The message's id (evt_…), as in webhook-id.");

    public static readonly string[] Events =
    [
        "order.created", "order.updated", "order.partially_fulfilled", "order.fulfilled", "order.cancelled", "order.refunded",
        "return.requested", "return.approved", "return.received", "return.rejected",
        "exchange.requested", "exchange.approved", "exchange.completed", "refund.awaiting_approval", "refund.failed",
    ];

    public static Command All(Desk desk) => new("webhooks", "Have the shop tell other systems what happens.")
    {
        Create(desk),
        List(desk),
        Update(desk),
        Rotate(desk),
        Act(desk, "test", "Send a test message, once.", WebhookViews.Delivery),
        Act(desk, "disable", "Send nothing more to an address until it is enabled.", WebhookViews.One),
        Act(desk, "enable", "Send to an address again.", WebhookViews.One),
        Delete(desk),
        new Command("deliveries", "What was sent to an address.") { Deliveries(desk), Replay(desk) },
    };

    private static Verb Create(Desk desk) => new(
        desk, "create", "Register an address. Its secret is shown once, here.", parse => Call.Post(Root, Fields.Body(parse)), WebhookViews.Created)
    {
        Options =
        {
            Fields.Text("--url", "url", "URL", "Where to send.").Required(),
            Fields.Texts("--event", "events", "EVENT", "What to tell of; repeat it for each. Without it: everything, also what comes later.", Events),
            Fields.Texts("--site-slug", "sites", "SITE", "Of which site; repeat it for each. Without it: of all that the token sees."),
            Flags.Key, Flags.Json,
        },
        Examples = ["webhooks create --url https://erp.example/orders --event order.created --event order.refunded", "webhooks create --url https://erp.example/orders --site-slug acme"],
    };

    private static ListVerb List(Desk desk) => new(desk, "list", "List the addresses, the oldest first.", _ => Root, WebhookViews.List)
    {
        Options = { Flags.Json },
        Examples = ["webhooks list"],
    };

    private static Verb Update(Desk desk) => new(
        desk, "update", "Change where, what and of which sites is told; what is not named stays.", parse => Call.Patch(Path(parse), Fields.Body(parse)), WebhookViews.One)
    {
        Arguments = { Endpoint },
        Options =
        {
            Fields.Text("--url", "url", "URL", "Where to send."),
            Fields.Texts("--event", "events", "EVENT", "What to tell of, in place of what it was; * is everything.", Events),
            Fields.Texts("--site-slug", "sites", "SITE", "Of which sites, in place of what it was."),
            Flags.IfVersion, Flags.Json,
        },
        Examples = ["webhooks update whk_1a… --event order.created --event order.cancelled"],
    };

    private static Verb Rotate(Desk desk) => new(
        desk, "rotate", "Make a new secret, shown once, here. For a while messages are signed with both.",
        parse => Call.Post($"{Path(parse)}/rotate", Fields.Body(parse)), WebhookViews.Created)
    {
        Arguments = { Endpoint },
        Options =
        {
            Fields.Number("--overlap-hours", "overlap_hours", "HOURS", "How long the old secret signs too, at most 168; 24 when not given, 0 when it has leaked."),
            Flags.IfVersion, Flags.Key, Flags.Json,
        },
        Examples = ["webhooks rotate whk_1a… --overlap-hours 48"],
    };

    private static Verb Act(Desk desk, string name, string does, View show) => new(desk, name, does, parse => Call.Post($"{Path(parse)}/{name}"), show)
    {
        Arguments = { Endpoint },
        Options = { Flags.Key, Flags.Json },
        Examples = [$"webhooks {name} whk_1a…"],
    };

    private static Verb Delete(Desk desk) => new(desk, "delete", "Remove an address; nothing more is sent there.", parse => Call.Delete(Path(parse)), _ => [])
    {
        Arguments = { Endpoint },
        Options = { Flags.Json },
        Examples = ["webhooks delete whk_1a…"],
    };

    private static ListVerb Deliveries(Desk desk) => new(
        desk, "list", "What was sent to an endpoint, the newest first.", parse => $"{Path(parse)}/deliveries", WebhookViews.Deliveries)
    {
        Arguments = { Endpoint },
        Options =
        {
            Fields.Text("--status", "status", "STATUS", "waiting, delivered or failed.", "waiting", "delivered", "failed"),
            ListVerb.Limit, ListVerb.Cursor, ListVerb.All, Flags.Json,
        },
        Examples = ["webhooks deliveries list whk_1a… --status failed"],
    };

    private static Verb Replay(Desk desk) => new(
        desk, "replay", "Send a message once more, with the same id.",
        parse => Call.Post($"{Path(parse)}/deliveries/{parse.Segment(Message)}/replay"), WebhookViews.Delivery)
    {
        Arguments = { Endpoint, Message },
        Options = { Flags.Key, Flags.Json },
        Examples = ["webhooks deliveries replay whk_1a… evt_9c…"],
    };

    private static string Path(ParseResult parse) => $"{Root}/{parse.Segment(Endpoint)}";
}
