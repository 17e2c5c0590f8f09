using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>Goods that come back: announced, approved with an RMA number, received, inspected.</summary>
internal static class ReturnEndpoints
{
    public static void MapReturns(this RouteGroupBuilder orders)
    {
        orders.MapGet("/returns", List).Reads().WithSummary("List returns of all orders").WithMetadata([.. ReturnListParameters.Described]).Produces<ReturnListDocument>();
        orders.MapPost("/{id}/returns", Request).Writes().WithSummary("Announce a return").Produces<ReturnDocument>(201)
            .Takes<RequestReturnBody>("""{"items":[{"line_item_id":"li_01jd8x5w1zf7arq5m6d2kb1n3c","quantity":1}],"reason":"Does not fit"}""");
        orders.MapPost("/{id}/returns/{returnId}/approve", Approve).Writes().WithSummary("Approve a return; it gets its RMA number").Takes<ApproveBody>("{}").Produces<ReturnDocument>();
        orders.MapPost("/{id}/returns/{returnId}/receive", Receive).Writes().WithSummary("Receive goods; without items all that is expected, in good condition").Produces<ReturnDocument>()
            .Takes<ReceiveBody>("""{"items":[{"line_item_id":"li_01jd8x5w1zf7arq5m6d2kb1n3c","quantity":1,"grade":"quarantine"}]}""");
        orders.MapPost("/{id}/returns/{returnId}/inspect", Inspect).Writes().WithSummary("Decide what becomes of received goods").Produces<ReturnDocument>()
            .Takes<InspectBody>("""{"items":[{"line_item_id":"li_01jd8x5w1zf7arq5m6d2kb1n3c","quantity":1,"disposition":"restock"}]}""");
        orders.MapPost("/{id}/returns/{returnId}/reject", Reject).Writes().WithSummary("Reject a return").Takes<RejectBody>("""{"reason":"Worn"}""").Produces<ReturnDocument>();
        orders.MapPost("/{id}/returns/{returnId}/cancel", Cancel).Writes().WithSummary("Take the announcement of a return back").Produces<ReturnDocument>();
    }

    private static async Task<ApiAnswer> List(ApiCall call, ReturnQueries returns, Cursors cursors)
    {
        if (!ReturnListParameters.Read(call.Query, cursors).TryGet(out var query, out var wrong))
            return ProblemHttp.Malformed((Problem.Invalid)wrong);
        return (await returns.Documents(call.Actor, query)).Match(
            page => ApiAnswer.Json(200, new ReturnListDocument(page.Returns, page.Older is { } older ? cursors.Write(query with { Cursor = older }) : null), OrderJson.Options),
            ProblemHttp.Of);
    }

    private static Task<ApiAnswer> Request(ApiCall call, string id, ReturnWorkflow workflow, OrderQueries orders) =>
        OrderAnswers.On<RequestReturnBody>(call, id, async (order, body) =>
            (await workflow.Request(call.Actor, order, body.Command(call), call.Cancel)).TryGet(out var made, out var problem)
                ? await Now(call, order, made.ReturnId, orders, 201)
                : ProblemHttp.Of(problem));

    private static Task<ApiAnswer> Approve(ApiCall call, string id, string returnId, ReturnWorkflow workflow, OrderQueries orders) =>
        On<ApproveBody>(call, id, returnId, orders, (back, body) => workflow.Approve(call.Actor, back.Id, new ApproveReturn(body.Notify, Version(call, back)), call.Cancel));

    private static Task<ApiAnswer> Receive(ApiCall call, string id, string returnId, ReturnWorkflow workflow, OrderQueries orders) =>
        On<ReceiveBody>(call, id, returnId, orders, (back, body) => workflow.Receive(call.Actor, back.Id, body.Command(call, back, Version(call, back)), call.Cancel));

    private static Task<ApiAnswer> Inspect(ApiCall call, string id, string returnId, ReturnWorkflow workflow, OrderQueries orders) =>
        On<InspectBody>(call, id, returnId, orders, (back, body) => workflow.Inspect(call.Actor, back.Id, new InspectReturn(body.Items, Version(call, back), call.RequestKey("inspect")), call.Cancel));

    private static Task<ApiAnswer> Reject(ApiCall call, string id, string returnId, ReturnWorkflow workflow, OrderQueries orders) =>
        On<RejectBody>(call, id, returnId, orders, (back, body) => workflow.Reject(call.Actor, back.Id, new RejectReturn(body.Why, body.CustomerSentence, Version(call, back)), call.Cancel));

    private static Task<ApiAnswer> Cancel(ApiCall call, string id, string returnId, ReturnWorkflow workflow, OrderQueries orders) =>
        On<NoBody>(call, id, returnId, orders, (back, _) => workflow.Cancel(call.Actor, back.Id, Version(call, back), call.Cancel));

    private static Task<ApiAnswer> On<TBody>(ApiCall call, string id, string returnId, OrderQueries orders, Func<ReturnDocument, TBody, Task<Result<ReturnChanged>>> act) where TBody : IBody =>
        OrderAnswers.OnPart<TBody, ReturnDocument, ReturnChanged>(
            call, id, orders, order => order.Returns.FirstOrDefault(each => each.Id.ToString() == returnId), "return", act, (order, changed) => Now(call, order, changed.ReturnId, orders));

    /// <summary>Where the request was decided on a state of the order, the return must be the one that was in it.</summary>
    private static int? Version(ApiCall call, ReturnDocument back) => call.ExpectedVersion is null ? null : back.Version;

    private static async Task<ApiAnswer> Now(ApiCall call, Id<Order> id, Id<Return> returnId, OrderQueries orders, int status = 200) =>
        (await orders.Document(call.Actor, id)).Match(
            order => ApiAnswer.Json(status, order.Returns.First(each => each.Id == returnId), OrderJson.Options).Versioned(order.Version),
            ProblemHttp.Of);
}

/// <param name="NextCursor">Null on the last page.</param>
public sealed record ReturnListDocument(IReadOnlyList<ReturnDocument> Data, string? NextCursor);
