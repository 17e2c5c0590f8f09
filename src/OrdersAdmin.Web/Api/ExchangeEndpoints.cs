using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>Goods that come back for others. What is received is inspected as the return that belongs to the exchange.</summary>
internal static class ExchangeEndpoints
{
    public static void MapExchanges(this RouteGroupBuilder orders)
    {
        orders.MapPost("/{id}/exchanges", Request).Writes().WithSummary("Ask for an exchange").Produces<ExchangeDocument>(201)
            .Takes<RequestExchangeBody>("""{"items":[{"line_item_id":"li_01jd8x5w1zf7arq5m6d2kb1n3c","quantity":1,"new_variant_id":"var_01jd8x5w1zf7arq5m6d2kb1n3c"}],"reason":"Wrong color"}""");
        orders.MapPost("/{id}/exchanges/{exchangeId}/approve", Approve).Writes().WithSummary("Approve an exchange; the replacement is kept").Takes<ApproveBody>("{}").Produces<ExchangeDocument>();
        orders.MapPost("/{id}/exchanges/{exchangeId}/receive", Receive).Writes().WithSummary("Receive the goods of an exchange").Takes<ReceiveBody>("{}").Produces<ExchangeDocument>();
        orders.MapPost("/{id}/exchanges/{exchangeId}/reject", Reject).Writes().WithSummary("Reject an exchange").Takes<RejectBody>("""{"reason":"Worn"}""").Produces<ExchangeDocument>();
        orders.MapPost("/{id}/exchanges/{exchangeId}/cancel", Cancel).Writes().WithSummary("Take an exchange back").Produces<ExchangeDocument>();
    }

    private static Task<ApiAnswer> Request(ApiCall call, string id, ExchangeWorkflow workflow, OrderQueries orders) =>
        OrderAnswers.On<RequestExchangeBody>(call, id, async (order, body) =>
            (await workflow.Request(call.Actor, order, body.Command(call), call.Cancel)).TryGet(out var made, out var problem)
                ? await Now(call, order, made.ExchangeId, orders, 201)
                : ProblemHttp.Of(problem));

    private static Task<ApiAnswer> Approve(ApiCall call, string id, string exchangeId, ExchangeWorkflow workflow, OrderQueries orders) =>
        On<ApproveBody>(call, id, exchangeId, orders, (_, exchange, body) => workflow.Approve(call.Actor, exchange.Id, new ApproveExchange(body.Notify, Version(call, exchange)), call.Cancel));

    private static Task<ApiAnswer> Receive(ApiCall call, string id, string exchangeId, ExchangeWorkflow workflow, OrderQueries orders) =>
        On<ReceiveBody>(call, id, exchangeId, orders, (order, exchange, body) =>
        {
            var goods = order.Returns.First(back => back.Id == exchange.ReturnId);
            return workflow.Receive(call.Actor, exchange.Id, body.Command(call, goods, call.ExpectedVersion is null ? null : goods.Version), call.Cancel);
        });

    private static Task<ApiAnswer> Reject(ApiCall call, string id, string exchangeId, ExchangeWorkflow workflow, OrderQueries orders) =>
        On<RejectBody>(call, id, exchangeId, orders, (_, exchange, body) => workflow.Reject(call.Actor, exchange.Id, new RejectExchange(body.Why, body.CustomerSentence, Version(call, exchange)), call.Cancel));

    private static Task<ApiAnswer> Cancel(ApiCall call, string id, string exchangeId, ExchangeWorkflow workflow, OrderQueries orders) =>
        On<NoBody>(call, id, exchangeId, orders, (_, exchange, _) => workflow.Cancel(call.Actor, exchange.Id, Version(call, exchange), call.Cancel));

    private static Task<ApiAnswer> On<TBody>(
        ApiCall call, string id, string exchangeId, OrderQueries orders, Func<OrderDocument, ExchangeDocument, TBody, Task<Result<ExchangeChanged>>> act) where TBody : IBody =>
        OrderAnswers.OnPart<TBody, (OrderDocument Order, ExchangeDocument Exchange)?, ExchangeChanged>(
            call, id, orders,
            order => order.Exchanges.FirstOrDefault(each => each.Id.ToString() == exchangeId) is { } exchange ? (order, exchange) : null,
            "exchange", (found, body) => act(found!.Value.Order, found.Value.Exchange, body), (order, changed) => Now(call, order, changed.ExchangeId, orders));

    /// <summary>Where the request was decided on a state of the order, the exchange must be the one that was in it.</summary>
    private static int? Version(ApiCall call, ExchangeDocument exchange) => call.ExpectedVersion is null ? null : exchange.Version;

    private static async Task<ApiAnswer> Now(ApiCall call, Id<Order> id, Id<Exchange> exchangeId, OrderQueries orders, int status = 200) =>
        (await orders.Document(call.Actor, id)).Match(
            order => ApiAnswer.Json(status, order.Exchanges.First(each => each.Id == exchangeId), OrderJson.Options).Versioned(order.Version),
            ProblemHttp.Of);
}

/// <param name="Reason">In the program's own words; where it is one of the site's reasons it counts as that.</param>
/// <param name="Approve">Approves it in the same act.</param>
internal sealed record RequestExchangeBody(IReadOnlyList<ExchangeItem> Items, string Reason, string? Note = null, bool Approve = false, bool Notify = true) : IBody
{
    public IEnumerable<FieldError> Wrong() =>
    [
        .. GoodsBounds.Items(Items, item => item.Quantity),
        .. Bounds.Required("reason", Reason, GoodsBounds.LongestReason),
        .. Bounds.Longest("note", Note, GoodsBounds.LongestNote),
    ];

    public RequestExchange Command(ApiCall call) => new(Items, Reason, Note, Approve, Notify, null, call.ExpectedVersion, call.RequestKey("exchange"));
}
