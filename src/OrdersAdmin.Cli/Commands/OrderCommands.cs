using System.CommandLine;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>orders …</c></summary>
internal static class OrderCommands
{
    public static readonly string[] Statuses = ["pending", "partially_fulfilled", "fulfilled", "cancelled", "refunded", "returned"];
    public static readonly string[] PaymentStatuses = ["pending", "authorized", "paid", "partially_refunded", "refunded", "voided"];
    public static readonly string[] FulfillmentStatuses = ["unfulfilled", "partially_fulfilled", "fulfilled"];

    public static Command All(Desk desk) => new("orders", "Find orders and handle them.")
    {
        List(desk),
        Get(desk),
        Fulfill(desk),
        RefundCommands.Refund(desk),
        Cancel(desk),
        Update(desk),
        ImportCommand.Make(desk),
        ReturnCommands.All(desk),
        ExchangeCommands.All(desk),
    };

    public static string Path(ParseResult parse) => $"{Call.Orders}/{parse.Segment(Ids.Order)}";

    private static ListVerb List(Desk desk) => new(desk, "list", "List orders, the newest first.", _ => Call.Orders, OrderViews.List)
    {
        Options =
        {
            Fields.Text("--site-slug", "site_slug", "SITE", "Of one site."),
            Fields.Text("--status", "status", "STATUS", OneOf(Statuses), Statuses),
            Fields.Text("--payment-status", "payment_status", "STATUS", OneOf(PaymentStatuses), PaymentStatuses),
            Fields.Text("--fulfillment-status", "fulfillment_status", "STATUS", OneOf(FulfillmentStatuses), FulfillmentStatuses),
            Fields.Text("--customer-id", "customer_id", "CUSTOMER", "Of one customer (cus_…)."),
            Fields.Text("--created-after", "created_after", "TIME", "Placed after this moment: ISO 8601, such as 2026-05-01 or 2026-05-01T09:00:00Z."),
            Fields.Text("--created-before", "created_before", "TIME", "Placed before this moment."),
            Fields.Text("--modified-after", "modified_after", "TIME", "Changed after this moment; together with --modified-before."),
            Fields.Text("--modified-before", "modified_before", "TIME", "Changed before this moment; together with --modified-after."),
            Fields.Text("--currency", "currency", "CODE", "In one currency, such as EUR."),
            Fields.Text("--channel", "channel", "CHANNEL", "From one kind of channel: web, pos, api or platform.", "web", "pos", "api", "platform"),
            Fields.Text("--channel-name", "channel_name", "NAME", "From the channel of this name."),
            Fields.Text("--tag", "tag", "TAG", "With this tag."),
            Fields.Text("--number", "number", "NUMBER", "With this number, on every site that has one."),
            Fields.Text("--q", "q", "WORDS", "With these words anywhere, as in the search box."),
            ListVerb.Limit, ListVerb.Cursor, ListVerb.All, Flags.Json,
        },
        Examples =
        [
            "orders list --site-slug acme --limit 25",
            "orders list --status pending --created-after 2026-05-01 --json | jq -r '.[].id'",
            "orders list --customer-id cus_42 --all | jq -r .totals.total",
        ],
    };

    private static Verb Get(Desk desk) => new(desk, "get", "Show an order: its money, lines, shipments, refunds and returns.", parse => Call.Get(Path(parse)), OrderViews.One)
    {
        Arguments = { Ids.Order },
        Options = { Flags.Json },
        Examples = ["orders get ord_72…4b", "orders get ord_72…4b --json | jq .allowed_actions"],
    };

    private static Verb Fulfill(Desk desk) => new(
        desk, "fulfill", "Ship an order: everything that is left, or the items that are named.",
        parse => Call.Post($"{Path(parse)}/fulfill", Fields.Body(parse)), OrderViews.One)
    {
        Arguments = { Ids.Order },
        Options =
        {
            Fields.Text("--carrier", "carrier", "CARRIER", "Who carries it, such as USPS, UPS or DHL.").Required(),
            Fields.Text("--tracking", "tracking_number", "NUMBER", "The carrier's number of the parcel."),
            Fields.Items("Units of a line that are in this parcel; repeat it for each line. Without it: everything that is left."),
            Fields.Text("--service", "service", "SERVICE", "The carrier's service, such as Ground."),
            Fields.Text("--tracking-url", "tracking_url", "URL", "Where the parcel can be followed; known carriers need none."),
            Fields.Text("--ship-date", "ship_date", "TIME", "When it left; now when not given."),
            Fields.Switch("--notify", "notify", "Write to the customer."),
            Flags.IfVersion, Flags.Key, Flags.Json,
        },
        Examples =
        [
            "orders fulfill ord_72…4b --carrier USPS --tracking 9400111202555582846137",
            "orders fulfill ord_72…4b --carrier UPS --tracking 1Z999AA10123456784 --item li_1:1 --item li_2:2",
        ],
    };

    private static Verb Cancel(Desk desk) => new(
        desk, "cancel", "Cancel an order that has not shipped: what was paid is refunded.", parse => Call.Post($"{Path(parse)}/cancel", Fields.Body(parse)), OrderViews.One)
    {
        Arguments = { Ids.Order },
        Options =
        {
            Fields.Text("--reason", "reason", "REASON", "Why."),
            Fields.Switch("--restock", "restock", "Put the units back on the shelf."),
            Fields.Switch("--notify", "notify", "Write to the customer."),
            Flags.IfVersion, Flags.Key, Flags.Json,
        },
        Examples = ["orders cancel ord_72…4b --reason \"Customer asked\" --restock --notify"],
    };

    private static Verb Update(Desk desk) => new(
        desk, "update", "Change an order's note, tags, addresses or buyer; what is not named stays.", parse => Call.Patch(Path(parse), Fields.Body(parse)), OrderViews.One)
    {
        Arguments = { Ids.Order },
        Options =
        {
            Fields.Text("--note", "note", "TEXT", "For staff only; an empty text removes it."),
            Fields.Texts("--tag", "tags", "TAG", "Tags that the order has from now on; repeat it for each, in place of all that it had. An empty one removes them."),
            Fields.Text("--buyer-email", "buyer.email", "EMAIL", "The buyer's email address."),
            Fields.Text("--buyer-name", "buyer.name", "NAME", "The buyer's name."),
            Fields.Text("--buyer-phone", "buyer.phone", "PHONE", "The buyer's telephone number."),
            Fields.Json("--shipping-address", "shipping_address", "Where it goes: line1, city, postal_code, country_code and so on."),
            Fields.Json("--billing-address", "billing_address", "Who pays."),
            Flags.IfVersion, Flags.Json,
        },
        Examples =
        [
            "orders update ord_72…4b --note \"Call before delivery\" --tag vip --tag fragile",
            "orders update ord_72…4b --shipping-address \"$(jq .shipping_address order.json)\" --if-version 7",
        ],
    };

    private static string OneOf(string[] choices) => string.Join(", ", choices[..^1]) + " or " + choices[^1] + ".";
}
