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
}
