using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.PaymentIntents;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>Replaces ids by the objects they name, as <c>expand[]</c> asks.</summary>
internal static class Expansion
{
    /// <summary>Refuses before anything is executed what could not be expanded afterwards.</summary>
    public static StripeError? Refuse(StripeRequest request, IReadOnlyList<string> paths)
    {
        var isList = request.Method == "GET" && request.Template.Count(letter => letter == '/') == 2;
        foreach (var path in paths)
        {
            var inList = path.StartsWith("data.", StringComparison.Ordinal);
            var name = inList ? path[5..] : path;
            var known = request.Template.Split('/')[2] switch
            {
                "refunds" => name is "charge" or "payment_intent",
                "charges" => name is "payment_intent",
                "payment_intents" => name is "latest_charge",
                _ => false,
            };
            if (!known || inList != isList)
                return StripeError.Invalid(null, $"This property cannot be expanded ({path}).", "expand");
        }

        return null;
    }

    public static void Apply(Ledger ledger, JsonObject answer, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            var inList = path.StartsWith("data.", StringComparison.Ordinal);
            var name = inList ? path[5..] : path;
            foreach (var subject in inList ? [.. answer["data"]!.AsArray().Select(item => item!.AsObject())] : new[] { answer })
            {
                if (subject[name] is JsonValue id)
                    subject[name] = name == "payment_intent" ? PaymentIntentJson.Of(ledger.Intents.Get((string)id!)) : ChargeJson.Of(ledger.Charges.Get((string)id!));
            }
        }
    }
}
