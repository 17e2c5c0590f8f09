using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>Giving money back. Nothing is sent to the provider from here; the answer is 202 and says where the refund stands.</summary>
internal static class RefundEndpoints
{
    public static void MapRefunds(this RouteGroupBuilder orders)
    {
        orders.MapPost("/{id}/refund", Request).Writes().WithSummary("Refund an order in part or whole").Takes<RefundBody>("""{"amount":5076,"reason":"Buyer request"}""").Produces<RefundDocument>(202);
        orders.MapPost("/{id}/refunds/{refundId}/approve", Approve).Writes().WithSummary("Let a refund go out").Takes<ApproveRefundBody>("""{"revision":1}""").Produces<RefundDocument>(202);
        orders.MapPost("/{id}/refunds/{refundId}/decline", Decline).Writes().WithSummary("Say no to a refund").Takes<DeclineRefundBody>("""{"reason":"The parcel was delivered."}""").Produces<RefundDocument>();
        orders.MapPost("/{id}/refunds/{refundId}/cancel", Cancel).Writes().WithSummary("Take back a refund that was not sent yet").Produces<RefundDocument>();
    }

    private static Task<ApiAnswer> Request(ApiCall call, string id, RefundWorkflow workflow, OrderQueries orders) =>
        OrderAnswers.On<RefundBody>(call, id, async (order, body) =>
            (await workflow.Request(call.Actor, order, body.Command(call), call.Cancel)).TryGet(out var made, out var problem)
                ? await Now(call, order, made.RefundId, orders, 202)
                : ProblemHttp.Of(problem));

    private static Task<ApiAnswer> Approve(ApiCall call, string id, string refundId, RefundWorkflow workflow, OrderQueries orders) =>
        OnRefund<ApproveRefundBody>(call, id, refundId, orders, 202, (refund, body) => workflow.Approve(call.Actor, refund.Id, body.Revision ?? refund.Revision, call.Cancel));

    private static Task<ApiAnswer> Decline(ApiCall call, string id, string refundId, RefundWorkflow workflow, OrderQueries orders) =>
        OnRefund<DeclineRefundBody>(call, id, refundId, orders, 200, (refund, body) => workflow.Decline(call.Actor, refund.Id, body.Revision ?? refund.Revision, body.Reason, call.Cancel));

    private static Task<ApiAnswer> Cancel(ApiCall call, string id, string refundId, RefundWorkflow workflow, OrderQueries orders) =>
        OnRefund<NoBody>(call, id, refundId, orders, 200, (refund, _) => workflow.Cancel(call.Actor, refund.Id, call.Cancel));

    private static Task<ApiAnswer> OnRefund<TBody>(
        ApiCall call, string id, string refundId, OrderQueries orders, int status, Func<RefundDocument, TBody, Task<Result<RefundMade>>> act) where TBody : IBody =>
        OrderAnswers.OnPart<TBody, RefundDocument, RefundMade>(
            call, id, orders, order => order.Refunds.FirstOrDefault(each => each.Id.ToString() == refundId), "refund", act, (order, made) => Now(call, order, made.RefundId, orders, status));

    private static async Task<ApiAnswer> Now(ApiCall call, Id<Order> id, Id<Refund> refundId, OrderQueries orders, int status) =>
        (await orders.Document(call.Actor, id)).Match(
            order => ApiAnswer.Json(status, order.Refunds.First(each => each.Id == refundId), OrderJson.Options).Versioned(order.Version),
            ProblemHttp.Of);
}

/// <param name="Amount">Minor units; without amount, items and shipping everything that is left is refunded.</param>
/// <param name="Shipping">Of the shipping costs, in minor units.</param>
/// <param name="Restock">Items that will not ship go back on the shelf.</param>
internal sealed record RefundBody(
    string Reason, long? Amount = null, IReadOnlyList<RefundItem>? Items = null, long? Shipping = null, string? Note = null, bool Restock = false, bool Notify = false) : IBody
{
    private const int LongestReason = 200;
    private const int LongestNote = 2000;

    public IEnumerable<FieldError> Wrong() =>
    [
        .. Bounds.Required("reason", Reason, LongestReason),
        .. Bounds.Longest("note", Note, LongestNote),
        .. Bounds.Positive("amount", Amount),
        .. Bounds.Positive("shipping", Shipping),
        .. Bounds.Few("items", Items, 1, 500),
        .. Bounds.Each("items", Items, (item, path) => Bounds.Positive($"{path}.quantity", item.Quantity)),
    ];

    public RequestRefund Command(ApiCall call) => new(
        new RefundChoice { Items = Items ?? [], Shipping = Shipping ?? 0, Amount = Amount, Everything = (Items, Shipping, Amount) is (null, null, null) },
        Reason, Note, Restock, Notify, call.ExpectedVersion, call.RequestKey("refund"));
}

/// <param name="Revision">The one that was looked at; the current one when left out.</param>
internal sealed record ApproveRefundBody(int? Revision = null) : IBody
{
    public IEnumerable<FieldError> Wrong() => Bounds.Positive("revision", Revision);
}

/// <param name="Reason">The requester is told.</param>
internal sealed record DeclineRefundBody(string Reason, int? Revision = null) : IBody
{
    public IEnumerable<FieldError> Wrong() => [.. Bounds.Required("reason", Reason, 2000), .. Bounds.Positive("revision", Revision)];
}
