using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Api;

/// <summary>What comes back after an act on an order: the order as it is now, or what stood in the way.</summary>
internal sealed class OrderAnswers(OrderQueries orders)
{
    public async Task<ApiAnswer> Now(ApiCall call, Id<Order> id, int status = 200) =>
        (await orders.Document(call.Actor, id)).Match(order => Of(order, status), ProblemHttp.Of);

    public async Task<ApiAnswer> After<T>(ApiCall call, Id<Order> id, Task<Result<T>> act, int status = 200) =>
        (await act).Problem is { } problem ? ProblemHttp.Of(problem) : await Now(call, id, status);

    public static ApiAnswer Of(OrderDocument order, int status = 200) =>
        (ApiAnswer.Json(status, order, OrderJson.Options) with { Location = status == 201 ? $"{ApiDoor.Root}/merchant/orders/{order.Id}" : null }).Versioned(order.Version);

    /// <summary>Acts on the order of this id with a body; what is wrong with either is answered here.</summary>
    public static async Task<ApiAnswer> On<TBody>(ApiCall call, string id, Func<Id<Order>, TBody, Task<ApiAnswer>> act) where TBody : IBody
    {
        if (!call.Body.Read<TBody>().TryGet(out var body, out var wrong))
            return ProblemHttp.Malformed((Problem.Invalid)wrong);
        return ApiCall.TryOrder(id, out var order, out var missing) ? await act(order, body) : ProblemHttp.Of(missing);
    }

    /// <summary>Acts on a part of just this order, as it was read a moment ago; the workflow looks at its state again.</summary>
    public static Task<ApiAnswer> OnPart<TBody, TPart, TDone>(
        ApiCall call, string id, OrderQueries orders, Func<OrderDocument, TPart?> find, string what, Func<TPart, TBody, Task<Result<TDone>>> act, Func<Id<Order>, TDone, Task<ApiAnswer>> answer)
        where TBody : IBody =>
        On<TBody>(call, id, async (orderId, body) =>
        {
            if (!(await orders.Document(call.Actor, orderId)).TryGet(out var order, out var problem))
                return ProblemHttp.Of(problem);
            if (find(order) is not { } part)
                return ProblemHttp.Of(new Problem.NotFound($"There is no such {what} on this order."));
            if (call.ExpectedVersion is { } expected && expected != order.Version)
                return ProblemHttp.Of(new Problem.Stale($"Order #{order.Number} is at version {order.Version}. Look at it again."));
            return (await act(part, body)).TryGet(out var done, out problem) ? await answer(orderId, done) : ProblemHttp.Of(problem);
        });
}
