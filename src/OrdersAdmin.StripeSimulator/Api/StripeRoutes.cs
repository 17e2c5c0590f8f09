using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>The routes under /v1: every one of them goes through the same door.</summary>
internal sealed class StripeRoutes(IEndpointRouteBuilder routes, Door door)
{
    public void Get(string template, Endpoint endpoint) =>
        routes.MapGet(template, (RequestDelegate)(http => door.Enter(http, template, endpoint)));

    public void Post(string template, Endpoint endpoint) =>
        routes.MapPost(template, (RequestDelegate)(http => door.Enter(http, template, endpoint)));

    public void Otherwise() =>
        routes.MapFallback("{**path}", (RequestDelegate)(http => door.Enter(http, "unknown", call => new StripeError(
            404, "invalid_request_error", null,
            $"Unrecognized request URL ({http.Request.Method}: {http.Request.Path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/."))));
}
