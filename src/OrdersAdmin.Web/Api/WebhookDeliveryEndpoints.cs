using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Api;

/// <summary>What an endpoint was told, and telling it again.</summary>
internal static class WebhookDeliveryEndpoints
{
    private const int UsualLimit = 25;

    public static void MapWebhookDeliveries(this RouteGroupBuilder hooks)
    {
        hooks.MapGet("/{id}/deliveries", List).Writes().WithSummary("What an endpoint was told, newest first").Produces<DeliveryListDocument>();
        hooks.MapGet("/{id}/deliveries/{messageId}", Get).Writes().WithSummary("One message with every attempt").Produces<DeliveryDetail>();
        hooks.MapPost("/{id}/deliveries/{messageId}/replay", Replay).Writes().WithSummary("Send a message again").Produces<DeliveryView>(202);
    }

    private static async Task<ApiAnswer> List(ApiCall call, string id, WebhookQueries webhooks, DeliveryCursors cursors)
    {
        if (!WebhookEndpoints.TryEndpoint(id, out var endpoint, out var missing))
            return ProblemHttp.Of(missing);
        if (!Read(call.Query, cursors).TryGet(out var page, out var wrong))
            return ProblemHttp.Malformed((Problem.Invalid)wrong);
        return (await webhooks.Deliveries(call.Actor, endpoint, page.Status, page.Limit, page.Before)).Match(
            log => ApiAnswer.Json(200, new DeliveryListDocument(log.Items, log.Older is { } older ? cursors.Write(page with { Before = long.Parse(older, System.Globalization.CultureInfo.InvariantCulture) }) : null), OrderJson.Options),
            ProblemHttp.Of);
    }

    private static async Task<ApiAnswer> Get(ApiCall call, string id, string messageId, WebhookQueries webhooks)
    {
        if (!WebhookEndpoints.TryEndpoint(id, out var endpoint, out var missing) || !TryMessage(messageId, out var message, out missing))
            return ProblemHttp.Of(missing);
        return (await webhooks.Delivery(call.Actor, endpoint, message)).Match(found => ApiAnswer.Json(200, found, OrderJson.Options), ProblemHttp.Of);
    }

    private static async Task<ApiAnswer> Replay(ApiCall call, string id, string messageId, WebhookWorkflow workflow)
    {
        if (call.Body.Read<NoBody>().Problem is Problem.Invalid wrong)
            return ProblemHttp.Malformed(wrong);
        if (!WebhookEndpoints.TryEndpoint(id, out var endpoint, out var missing) || !TryMessage(messageId, out var message, out missing))
            return ProblemHttp.Of(missing);
        return (await workflow.Replay(call.Actor, endpoint, message, call.ExpectedVersion, call.Cancel)).Match(sent => ApiAnswer.Json(202, sent, OrderJson.Options), ProblemHttp.Of);
    }

    private static bool TryMessage(string text, out Id<OutboxEvent> id, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Problem? problem) => ApiCall.TryId(text, "message at this endpoint", out id, out problem);

    private static Result<DeliveryPage> Read(IQueryCollection parameters, DeliveryCursors cursors)
    {
        var fields = new QueryFields(parameters);
        var limit = fields.Count("limit", 1, WebhookQueries.MostRows);
        if (fields.Text("cursor", 4000) is not { } cursor)
            return fields.Close(new DeliveryPage(fields.Choice<DeliveryStatus>("status"), limit ?? UsualLimit, null));
        var place = cursors.Read(cursor);
        if (place is null)
            fields.Refuse("cursor", "This is not a cursor of ours. Take next_cursor of the page before, as it is.");
        fields.RefuseBesides("With a cursor only limit is accepted: the cursor carries the filters that its list began with.", "cursor", "limit");
        place ??= new DeliveryPage(null, UsualLimit, null);
        return fields.Close(place with { Limit = limit ?? place.Limit });
    }
}

/// <param name="NextCursor">Null on the last page.</param>
public sealed record DeliveryListDocument(IReadOnlyList<DeliveryView> Data, string? NextCursor);
