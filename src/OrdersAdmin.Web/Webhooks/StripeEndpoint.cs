using Microsoft.AspNetCore.Http.Features;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;

namespace OrdersAdmin.Web.Webhooks;

/// <summary>Where Stripe tells what became of refunds: <c>POST /webhooks/stripe</c>.</summary>
internal static class StripeEndpoint
{
    public static void MapStripeWebhook(this WebApplication app) =>
        app.MapPost("/webhooks/stripe", Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Receive(HttpRequest request, StripeWebhook webhook, CancellationToken cancel)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = StripeWebhook.LargestBody;
        if (request.ContentLength > StripeWebhook.LargestBody)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

        // The signature is over the bytes as they came: nothing may read them as text before.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        var received = await webhook.Receive(request.Headers["Stripe-Signature"].ToString(), body.ToArray());
        return received.Problem switch
        {
            null => Results.Ok(),
            Problem.Forbidden or Problem.Invalid => Results.BadRequest(),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }
}
