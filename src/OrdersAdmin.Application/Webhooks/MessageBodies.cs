using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Webhooks;

/// <summary>Renders messages. Each once, when it is first sent, and never again: what a receiver is told under one id does not change.</summary>
internal sealed class MessageBodies(OrdersDatabase database)
{
    private static readonly Actor Reader = Actor.System("Webhooks");
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Endpoints that get the same message at the same moment wait for one rendering.
    private readonly ConcurrentDictionary<Id<OutboxEvent>, Lazy<Task<string?>>> underWay = new();

    /// <summary>The body that is on disk by then; null when the event has been cleared away.</summary>
    public async Task<string?> Of(Id<OutboxEvent> id)
    {
        var rendering = underWay.GetOrAdd(id, key => new Lazy<Task<string?>>(() => Render(key)));
        try
        {
            return await rendering.Value;
        }
        finally
        {
            underWay.TryRemove(KeyValuePair.Create(id, rendering));
        }
    }

    public static string OfTest(Id<OutboxEvent> id, DateTimeOffset at) => Envelope(id, WebhookEvents.Test, at, null, 0, []);

    private async Task<string?> Render(Id<OutboxEvent> id)
    {
        var body = await database.Read(async db =>
            await db.Outbox.SingleOrDefaultAsync(each => each.Id == id) is { } message ? message.Body ?? await Render(db, message) : null);
        if (body is null)
            return null;
        return (await database.Write<string>(async db => (await db.Outbox.SingleAsync(each => each.Id == id)).Freeze(body))).OrThrow();
    }

    private static async Task<string> Render(OrdersContext db, OutboxEvent message)
    {
        var site = await db.Sites.Where(each => each.Id == message.SiteId).Select(each => each.Slug).SingleAsync();
        var order = (await db.FindOrder(message.OrderId, Reader, Permission.ViewOrders)).OrThrow();
        var document = await OrderDocuments.Of(db, order, await Access.Of(db, Reader), Reader);
        var data = new JsonObject { ["order"] = JsonSerializer.SerializeToNode(document, OrderJson.Options) };
        // What became of which refund, with its amount, without a search through the order.
        if (message.Type is "order.refunded" or "refund.failed" or "refund.awaiting_approval" && JsonNode.Parse(message.Data)?["facts"] is JsonObject facts)
            data["refund"] = facts.DeepClone();
        return Envelope(message.Id, message.Type, message.CreatedAt, site, message.Sequence, data);
    }

    private static string Envelope(Id<OutboxEvent> id, string type, DateTimeOffset at, string? site, int sequence, JsonObject data) => new JsonObject
    {
        ["id"] = id.ToString(),
        ["type"] = type,
        ["created_at"] = at.UtcDateTime,
        ["site_slug"] = site,
        ["sequence"] = sequence,
        ["data"] = data,
    }.ToJsonString(Json);
}
