using System.Text.Json.Nodes;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>A refusal in Stripe's own words; <see cref="ExecutionBegan"/> tells whether an idempotency key remembers it.</summary>
internal sealed record StripeError(int Status, string Type, string? Code, string Message, string? Param = null)
{
    public bool ExecutionBegan { get; init; }

    /// <summary>The request itself is wrong: refused before anything is looked at, so no key remembers it.</summary>
    public static StripeError Invalid(string? code, string message, string? param = null) =>
        new(400, "invalid_request_error", code, message, param);

    /// <summary>The request is well formed but the state of the account forbids it: the endpoint has begun to execute.</summary>
    public static StripeError Refused(string? code, string message, string? param = null) =>
        Invalid(code, message, param) with { ExecutionBegan = true };

    /// <summary>Stripe answers 404 for an id in the path and 400 for an id in a parameter.</summary>
    public static StripeError Missing(string noun, string id, string param, bool inPath = false) =>
        Invalid("resource_missing", $"No such {noun}: '{id}'", param) with { Status = inPath ? 404 : 400 };

    public static StripeError Internal { get; } =
        new(500, "api_error", null, "An unknown error occurred. Please try again; if it persists, let us know at https://support.stripe.com/.");

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = Type };
        if (Code is not null)
        {
            error["code"] = Code;
            error["doc_url"] = "https://stripe.com/docs/error-codes/" + Code.Replace('_', '-');
        }

        if (Param is not null)
            error["param"] = Param;
        return new JsonObject { ["error"] = error };
    }
}
