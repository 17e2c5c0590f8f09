using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>Orders: finding, reading and editing them.</summary>
internal static class OrderEndpoints
{
    public static void MapOrders(this RouteGroupBuilder orders)
    {
        orders.MapGet("", List).Reads().WithSummary("List orders").WithMetadata([.. OrderListParameters.Described]).Produces<OrderListDocument>();
        orders.MapGet("/{id}", Get).Reads().WithSummary("One order").Produces<OrderDocument>();
        orders.MapGet("/by-number/{number}", ByNumber).Reads().WithSummary("One order by its number").WithMetadata(new QueryParameter("site_slug", "Where a token of several sites means one of them.")).Produces<OrderDocument>();
        orders.MapGet("/{id}/timeline", Timeline).Reads().WithSummary("What happened to an order").Produces<TimelineDocument>();
        orders.MapPatch("/{id}", Edit).Writes().WithSummary("Edit an order").Takes<EditOrderBody>("""{"note":"Leave it with the neighbor.","tags":["vip"],"shipping_address":{"line1":"3 Rue Neuve"}}""").Produces<OrderDocument>();
        orders.MapPost("/{id}/cancel", Cancel).Writes().WithSummary("Cancel an order and refund what is left").Takes<CancelOrderBody>("""{"reason":"Ordered twice"}""").Produces<OrderDocument>();
        orders.MapIntake();
        orders.MapFulfillments();
        orders.MapRefunds();
        orders.MapReturns();
        orders.MapExchanges();
    }

    private static async Task<ApiAnswer> List(ApiCall call, OrderQueries orders, Cursors cursors)
    {
        if (!OrderListParameters.Read(call.Query, cursors).TryGet(out var asked, out var wrong))
            return ProblemHttp.Malformed((Problem.Invalid)wrong);
        return (await orders.Documents(call.Actor, asked.Query, asked.Last)).Match(
            page => ApiAnswer.Json(200, new OrderListDocument(page.Orders, page.Last is { } last ? cursors.Write(new OrderPlace(asked.Query, last)) : null), OrderJson.Options),
            ProblemHttp.Of);
    }

    private static async Task<ApiAnswer> Get(ApiCall call, string id, OrderAnswers answers)
    {
        if (!ApiCall.TryOrder(id, out var order, out var problem))
            return ProblemHttp.Of(problem);
        return Unchanged(call, await answers.Now(call, order));
    }

    private static async Task<ApiAnswer> ByNumber(ApiCall call, string number, OrderQueries orders, OrderAnswers answers)
    {
        var fields = new QueryFields(call.Query);
        var site = fields.Text("site_slug");
        if (fields.Close(number).Problem is Problem.Invalid wrong)
            return ProblemHttp.Malformed(wrong);
        var found = int.TryParse(number.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var exact) ? await orders.WithNumber(call.Actor, exact, site) : [];
        return found switch
        {
            [] => ProblemHttp.Of(new Problem.NotFound("There is no order with this number.")),
            [var only] => Unchanged(call, await answers.Now(call, only)),
            _ => ProblemHttp.Malformed(new Problem.Invalid("site_slug", "Several of the token's sites have an order with this number: name one with site_slug.")),
        };
    }

    private static async Task<ApiAnswer> Timeline(ApiCall call, string id, OrderQueries orders)
    {
        if (!ApiCall.TryOrder(id, out var order, out var problem))
            return ProblemHttp.Of(problem);
        return (await orders.Get(call.Actor, order)).Match(view => ApiAnswer.Json(200, new TimelineDocument(view.Timeline), OrderJson.Options), ProblemHttp.Of);
    }

    private static Task<ApiAnswer> Edit(ApiCall call, string id, OrderWorkflow workflow, OrderAnswers answers) =>
        OrderAnswers.On<EditOrderBody>(call, id, (order, body) => answers.After(call, order, workflow.Edit(call.Actor, order, body.Command(call), call.Cancel)));

    private static Task<ApiAnswer> Cancel(ApiCall call, string id, OrderCancellationWorkflow workflow, OrderAnswers answers) =>
        OrderAnswers.On<CancelOrderBody>(call, id, (order, body) => answers.After(call, order, workflow.Cancel(call.Actor, order, body.Command(call), call.Cancel)));

    private static ApiAnswer Unchanged(ApiCall call, ApiAnswer answer) =>
        answer.ETag is { } version && call.Has(version) ? new ApiAnswer(304, []) { ETag = version } : answer;
}

/// <param name="NextCursor">Null on the last page.</param>
public sealed record OrderListDocument(IReadOnlyList<OrderDocument> Data, string? NextCursor);

/// <param name="Data">The newest first.</param>
public sealed record TimelineDocument(IReadOnlyList<TimelineView> Data);
