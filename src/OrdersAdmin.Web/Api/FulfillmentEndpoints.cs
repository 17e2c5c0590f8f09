using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>Shipping orders, and what becomes of shipments.</summary>
internal static class FulfillmentEndpoints
{
    public static void MapFulfillments(this RouteGroupBuilder orders)
    {
        orders.MapPost("/{id}/fulfill", Fulfill).Writes().WithSummary("Record a shipment").Takes<FulfillBody>("""{"carrier":"USPS","tracking_number":"9400111202555582846137","items":[{"line_item_id":"li_01jd8x5w1zf7arq5m6d2kb1n3c","quantity":1}]}""").Produces<OrderDocument>();
        orders.MapPost("/{id}/fulfillments/{fulfillmentId}/deliver", Deliver).Writes().WithSummary("Mark a shipment as delivered").Takes<DeliverBody>("""{"delivered_at":"2026-05-02T14:00:00Z"}""").Produces<OrderDocument>();
        orders.MapPost("/{id}/fulfillments/{fulfillmentId}/cancel", Cancel).Writes().WithSummary("Undo a shipment that did not leave").Produces<OrderDocument>();
    }

    private static Task<ApiAnswer> Fulfill(ApiCall call, string id, FulfillmentWorkflow workflow, OrderAnswers answers) =>
        OrderAnswers.On<FulfillBody>(call, id, (order, body) => answers.After(call, order, workflow.Fulfill(call.Actor, order, body.Command(call), call.Cancel)));

    private static Task<ApiAnswer> Deliver(ApiCall call, string id, string fulfillmentId, FulfillmentWorkflow workflow, OrderAnswers answers) =>
        OrderAnswers.On<DeliverBody>(call, id, (order, body) => ApiCall.TryId<Fulfillment>(fulfillmentId, "fulfillment on this order", out var fulfillment, out var missing)
            ? answers.After(call, order, workflow.Deliver(call.Actor, order, fulfillment, call.ExpectedVersion, body.DeliveredAt, call.Cancel))
            : Task.FromResult(ProblemHttp.Of(missing)));

    private static Task<ApiAnswer> Cancel(ApiCall call, string id, string fulfillmentId, FulfillmentWorkflow workflow, OrderAnswers answers) =>
        OrderAnswers.On<NoBody>(call, id, (order, _) => ApiCall.TryId<Fulfillment>(fulfillmentId, "fulfillment on this order", out var fulfillment, out var missing)
            ? answers.After(call, order, workflow.Cancel(call.Actor, order, fulfillment, call.ExpectedVersion, call.Cancel))
            : Task.FromResult(ProblemHttp.Of(missing)));
}

/// <param name="Items">Left out means everything that is left.</param>
/// <param name="Notify">Writes to the buyer.</param>
internal sealed record FulfillBody(
    string Carrier, string? Service = null, string? TrackingNumber = null, string? TrackingUrl = null, DateTimeOffset? ShipDate = null, bool Notify = false,
    IReadOnlyList<FulfillItem>? Items = null) : IBody
{
    public IEnumerable<FieldError> Wrong() =>
    [
        .. Bounds.Required("carrier", Carrier, FulfillItemsRules.LongestName),
        .. Bounds.Longest("service", Service, FulfillItemsRules.LongestName),
        .. Bounds.Longest("tracking_number", TrackingNumber, FulfillItemsRules.LongestName),
        .. Bounds.Longest("tracking_url", TrackingUrl, FulfillItemsRules.LongestUrl),
        .. Bounds.Few("items", Items, 1, 500),
        .. Bounds.Each("items", Items, (item, path) => Bounds.Positive($"{path}.quantity", item.Quantity)),
    ];

    public FulfillItems Command(ApiCall call) => new(
        Carrier, Service, TrackingNumber, TrackingUrl, ShipDate?.ToUniversalTime(), Notify, Items, call.ExpectedVersion, call.RequestKey("fulfill"));
}

/// <param name="DeliveredAt">Now when left out.</param>
internal sealed record DeliverBody(DateTimeOffset? DeliveredAt = null) : IBody
{
    public IEnumerable<FieldError> Wrong() => [];
}

internal sealed record NoBody : IBody
{
    public IEnumerable<FieldError> Wrong() => [];
}
