using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using OrdersAdmin.StripeSimulator.Faults;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>What every API request passes: version, key, rate, faults on arrival; then it is executed and answered.</summary>
internal sealed partial class Door(Ledger ledger, Execution execution, RequestLog log)
{
    private readonly RateLimit rate = new(ledger.Options);
    private readonly SecretKey secret = new(ledger.Options.SecretKey);

    public async Task Enter(HttpContext http, string template, Endpoint endpoint)
    {
        var id = Ids.New("req");
        var headers = http.Response.Headers;
        headers["Request-Id"] = id;
        headers.CacheControl = "no-cache, no-store";
        var version = http.Request.Headers["Stripe-Version"].ToString();
        headers["Stripe-Version"] = version.Length > 0 && Version().IsMatch(version) ? version : ledger.Options.ApiVersion;

        var request = await StripeRequest.ReadAsync(http, id, template);
        var entry = log.Arrived(request, ledger.Clock.GetUtcNow());
        if (Refuse(http, request, version) is { } refusal)
        {
            await Write(http, Answer.Of(refusal, id), entry);
            return;
        }

        var fault = ledger.Look(_ => ledger.Faults.Take(request, FaultMoment.Arrival));
        if (fault?.Kind == FaultKind.DropBefore)
        {
            Drop(http, entry);
            return;
        }

        if (fault is not null)
        {
            await Write(http, Answer.Of(fault.Error, id, fault.ShouldRetry), entry);
            return;
        }

        var execute = await execution.Run(request, http.Request.RouteValues["id"] as string ?? "", endpoint);
        if (execute.IsReplay)
            headers["Idempotent-Replayed"] = "true";
        if (request.Key is { } key && execute.Answer.Status != 409)
        {
            headers["Idempotency-Key"] = key;
            headers["Original-Request"] = execute.Answer.RequestId;
        }

        if (ledger.Look(_ => ledger.Faults.Take(request, FaultMoment.Answer)) is not null)
            Drop(http, entry);
        else
            await Write(http, execute.Answer, entry, execute.IsReplay);
    }

    private StripeError? Refuse(HttpContext http, StripeRequest request, string version)
    {
        if (secret.Refuse(http.Request.Headers.Authorization.ToString()) is { } unauthorized)
            return unauthorized;
        if (version.Length > 0 && !Version().IsMatch(version))
            return StripeError.Invalid(null, $"Invalid Stripe API version: {version}.");
        if (!request.IsForm)
            return StripeError.Invalid(null, "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.");
        if (request.Key?.Length > Idempotency.IdempotencyKeys.MostLength)
            return StripeError.Invalid(null, $"Idempotency keys can have up to {Idempotency.IdempotencyKeys.MostLength} characters.", "Idempotency-Key");
        if (rate.IsExceeded(request.Method + " " + request.Template, ledger.Clock.GetUtcNow()))
        {
            http.Response.Headers["Stripe-Rate-Limited-Reason"] = "endpoint-rate";
            return new StripeError(429, "invalid_request_error", "rate_limit", "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.");
        }

        return null;
    }

    private static void Drop(HttpContext http, LoggedRequest entry)
    {
        entry.Outcome = "dropped";
        http.Abort();
    }

    private static async Task Write(HttpContext http, Answer answer, LoggedRequest entry, bool isReplay = false)
    {
        entry.Status = answer.Status;
        entry.Outcome = isReplay ? "replayed" : "answered";
        if (answer.ShouldRetry is { } retry)
            http.Response.Headers["Stripe-Should-Retry"] = retry ? "true" : "false";
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Version();
}
