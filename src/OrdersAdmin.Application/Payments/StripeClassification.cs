using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace OrdersAdmin.Payments;

/// <summary>Reads an answer of Stripe's by status, error type, error code and headers; never by its message.</summary>
internal static class StripeClassification
{
    /// <summary>The answer, and whether the very same request may be sent again at once.</summary>
    public static (StripeAnswer<T> Answer, bool Again) Of<T>(HttpResponseMessage response, byte[] body, JsonSerializerOptions json, ILogger log)
    {
        var status = response.StatusCode;
        var should = Header(response, "Stripe-Should-Retry");
        var replayed = Header(response, "Idempotent-Replayed") == "true";
        if (response.IsSuccessStatusCode)
            return Read<T>(body, json) is { } value ? (new StripeAnswer<T>.Ok(value), false) : (new StripeAnswer<T>.Unclear("unreadable_answer", StopPosting: false), false);

        var error = Read<ErrorAnswer>(body, json)?.Error;
        var code = error?.Code ?? error?.Type ?? $"http_{(int)status}";
        log.LogWarning("Stripe answered {Status} {Code}, request {Request}", (int)status, code, Header(response, "Request-Id"));
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (new StripeAnswer<T>.Paused(code), false),
            // Before the error's type: a key in use is a race with ourselves, whatever type it comes with.
            HttpStatusCode.Conflict => (new StripeAnswer<T>.Unclear(code, StopPosting: false), should != "false"),
            _ when error?.Type == "idempotency_error" => (new StripeAnswer<T>.KeyReused(code), false),
            HttpStatusCode.TooManyRequests => (new StripeAnswer<T>.Unclear(code, StopPosting: false), should == "true"),
            >= HttpStatusCode.InternalServerError => (new StripeAnswer<T>.Unclear(code, StopPosting: replayed || should == "false"), should == "true" || (should is null && !replayed)),
            HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.NotFound => should == "true"
                ? (new StripeAnswer<T>.Unclear(code, StopPosting: false), true)
                : (IsOverRemainder(error) ? new StripeAnswer<T>.Contested(code) : new StripeAnswer<T>.Refused(code), false),
            >= HttpStatusCode.BadRequest => (new StripeAnswer<T>.Refused(code), false),
            _ => (new StripeAnswer<T>.Unclear(code, StopPosting: false), false),
        };
    }

    /// <summary>Stripe says that the payment has less left than we asked for; perhaps because our own request arrived before. A partly refunded charge is told by no code, only by the parameter.</summary>
    private static bool IsOverRemainder(ErrorBody? error) =>
        error is { Code: "charge_already_refunded" or "amount_too_large" } or { Type: "invalid_request_error", Code: null, Param: "amount" };

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static T? Read<T>(byte[] body, JsonSerializerOptions json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, json);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private sealed record ErrorAnswer(ErrorBody? Error);

    private sealed record ErrorBody(string? Type, string? Code, string? Param);
}
