using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Checkout;

internal static class CheckoutEndpoints
{
    public static void MapCheckout(this StripeRoutes v1)
    {
        v1.Post("/v1/checkout/sessions", Create);
        v1.Get("/v1/checkout/sessions", List);
        v1.Get("/v1/checkout/sessions/{id}", call => Find(call).Then(session => Show(call, session)));
        v1.Post("/v1/checkout/sessions/{id}/expire", Expire);
    }

    private static Outcome<JsonObject> Create(Call call)
    {
        var form = call.Parameters;
        if (form.OneOf("mode", "payment") is null)
            form.Required("mode");
        var lines = Lines(form, out var currency);
        var order = new NewSession(
            currency,
            lines,
            Address(form, "success_url") ?? form.Required("success_url"),
            Address(form, "cancel_url"),
            form.Text("customer_email"),
            form.Text("client_reference_id"),
            form.Integer("expires_at", 0, 253_402_300_799) is { } at ? DateTimeOffset.FromUnixTimeSeconds(at) : null,
            form.Metadata(),
            form.Metadata("payment_intent_data[metadata]"),
            form.Text("payment_intent_data[description]"));
        if (form.Many("payment_method_types").FirstOrDefault(type => type != "card") is not null)
            form.Refuse(StripeError.Invalid(null, "The simulator takes cards.", "payment_method_types"));
        return form.Refusal() is { } refusal ? refusal : call.Ledger.Checkout.Create(order, call.Now).Then(session => Show(call, session));
    }

    private static List<CheckoutLine> Lines(Parameters form, out string currency)
    {
        var lines = new List<CheckoutLine>();
        currency = "";
        for (var i = 0; i == 0 || form.HasAny($"line_items[{i}]"); i++)
        {
            var of = $"line_items[{i}]";
            var here = form.Required($"{of}[price_data][currency]");
            if (i > 0 && here != currency)
                form.Refuse(StripeError.Invalid(null, "All line items of a Checkout Session have the same currency.", $"{of}[price_data][currency]"));
            currency = i == 0 ? here : currency;
            form.Text($"{of}[price_data][product_data][description]");
            lines.Add(new CheckoutLine(
                form.Required($"{of}[price_data][product_data][name]"),
                form.Integer($"{of}[price_data][unit_amount]", 0, 99_999_999) ?? Missing(form, $"{of}[price_data][unit_amount]"),
                form.Integer($"{of}[quantity]", 1, 999_999) ?? Missing(form, $"{of}[quantity]")));
        }

        return lines;
    }

    private static Outcome<JsonObject> List(Call call)
    {
        var page = PageRequest.Read(call.Parameters);
        var intent = call.Parameters.Text("payment_intent");
        return call.Parameters.Refusal() is { } refusal
            ? refusal
            : call.Ledger.Checkout.All
                .Page(page, "checkout.session", intent is null ? null : session => session.PaymentIntent == intent)
                .Then(found => found.ToJson("/v1/checkout/sessions", session => Show(call, session)));
    }

    private static Outcome<JsonObject> Expire(Call call)
    {
        var found = Find(call);
        return found.Value is { } session ? call.Ledger.Checkout.Expire(session, call.Now).Then(expired => Show(call, expired)) : found.Error!;
    }

    private static Outcome<CheckoutSession> Find(Call call)
    {
        if (call.Parameters.Refusal() is { } refusal)
            return refusal;
        return call.Ledger.Checkout.All.TryFind(call.Id, out var session)
            ? session
            : StripeError.Missing("checkout.session", call.Id, "session", inPath: true);
    }

    private static string? Address(Parameters form, string name)
    {
        if (form.Text(name) is not { } address)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            form.Refuse(StripeError.Invalid("url_invalid", "Not a valid URL", name));
        return address;
    }

    private static JsonObject Show(Call call, CheckoutSession session) => CheckoutJson.Of(session, call.Ledger.Checkout.PayPages);

    private static long Missing(Parameters form, string name)
    {
        form.Required(name);
        return 0;
    }
}
