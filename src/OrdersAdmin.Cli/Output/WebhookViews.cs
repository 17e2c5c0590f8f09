using System.Text.Json;
using OrdersAdmin.Cli.Http;

namespace OrdersAdmin.Cli.Output;

/// <summary>Webhook endpoints and what was sent to them, as people read it.</summary>
internal static class WebhookViews
{
    public static IEnumerable<Table> List(JsonElement endpoints) => [Of(endpoints.Items())];

    public static IEnumerable<Table> One(JsonElement endpoint) => [Of([endpoint])];

    /// <summary>The shop tells a secret once: when its answer got lost and was asked for again, there is none.</summary>
    public static IEnumerable<Table> Created(JsonElement endpoint) =>
    [
        Of([endpoint]),
        new Table("SECRET") { { endpoint.Text("secret") is { Length: > 0 } secret ? secret : "was in an answer that got lost; make a new one with rotate" } },
    ];

    public static IEnumerable<Table> Deliveries(JsonElement deliveries) => [Sent(deliveries.Items())];

    public static IEnumerable<Table> Delivery(JsonElement delivery) => [Sent([delivery])];

    private static Table Of(IReadOnlyList<JsonElement> endpoints)
    {
        var table = new Table("ENDPOINT", "STATUS", "URL", "EVENTS", "SITES");
        foreach (var endpoint in endpoints)
        {
            table.Add(
                endpoint.Text("id"), endpoint.Text("status"), endpoint.Text("url"), Joined(endpoint, "events"),
                endpoint.Text("every_site") == "true" ? "*" : Joined(endpoint, "sites"));
        }
        return table;
    }

    private static Table Sent(IReadOnlyList<JsonElement> deliveries)
    {
        var table = new Table("MESSAGE", "EVENT", "ORDER", "STATUS", "TRIES", "LAST ANSWER", "CREATED");
        foreach (var sent in deliveries)
        {
            table.Add(
                sent.Text("id"), sent.Text("type"), sent.Text("order_id"), sent.Text("status"), sent.Text("attempts"),
                $"{sent.Text("last_attempt", "status_code")} {sent.Text("last_attempt", "error")}".Trim(), Times.Of(sent.Text("created_at")));
        }
        return table;
    }

    private static string Joined(JsonElement element, string list) => string.Join(", ", element.Items(list).Select(each => each.GetString()));
}
