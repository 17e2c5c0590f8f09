using System.Security.Cryptography;
using OrdersAdmin.Idempotency;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Api;

/// <summary>A request that carries an <c>Idempotency-Key</c> is carried out once; whoever sends it again gets the first answer.</summary>
internal sealed class OnceOnly(KeyedRequests requests) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var call = new ApiCall(http);
        if (!HttpMethods.IsPost(http.Request.Method))
            return await next(context);
        if (call.IdempotencyKey is not { } key)
            return http.GetEndpoint()?.Metadata.GetMetadata<KeyRequired>() is null
                ? await next(context)
                : ProblemHttp.Of(ProblemKind.KeyMissing, "Send a header Idempotency-Key, and the same one when you repeat the request.");
        if (key.Length is 0 or > ApiCall.LongestKey || key.Any(char.IsControl))
            return ProblemHttp.Malformed(new Problem.Invalid("Idempotency-Key", $"An Idempotency-Key has 1 to {ApiCall.LongestKey} characters."));

        var start = await requests.Start(new RequestKey(call.Actor.TokenId!.Value, Route(http.Request), key), SHA256.HashData(call.Body.Bytes));
        return start switch
        {
            KeyedStart.Replay replay => ApiAnswer.Again(replay.Answer),
            KeyedStart.InFlight => ProblemHttp.Of(ProblemKind.InFlight, "A request with this key has not been answered yet.") with { RetryAfter = 1 },
            KeyedStart.OtherBody => ProblemHttp.Of(ProblemKind.KeyReused, "This key was sent with another body before."),
            KeyedStart.Run run => await CarryOut(run.Keyed, context, next),
            _ => throw new InvalidOperationException("There is no other way to begin."),
        };
    }

    private async Task<object?> CarryOut(KeyedRun run, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using (run)
        {
            run.Begin();
            var answer = await next(context);
            if (answer is ApiAnswer { IsFinal: true } final)
                await requests.Keep(run, final.Kept);
            return answer;
        }
    }

    /// <summary>The same under both of the addresses that an order has.</summary>
    private static string Route(HttpRequest request) => $"{request.Method} {request.Path.Value!.Replace("/api/storefront/v1/", "/api/v1/", StringComparison.Ordinal)}";
}

/// <summary>Without an <c>Idempotency-Key</c> the request is refused: it makes something new.</summary>
internal sealed class KeyRequired;
