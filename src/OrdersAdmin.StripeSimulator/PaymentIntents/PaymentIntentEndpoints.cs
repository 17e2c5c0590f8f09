using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.PaymentIntents;

internal static class PaymentIntentEndpoints
{
    public static void MapPaymentIntents(this StripeRoutes v1)
    {
        v1.Post("/v1/payment_intents", Create);
        v1.Get("/v1/payment_intents", List);
        v1.Get("/v1/payment_intents/{id}", call => Find(call).Then(PaymentIntentJson.Of));
        v1.Post("/v1/payment_intents/{id}/confirm", Confirm);
        v1.Post("/v1/payment_intents/{id}/capture", Capture);
        v1.Post("/v1/payment_intents/{id}/cancel", Cancel);
        v1.Get("/v1/charges", ListCharges);
        v1.Get("/v1/charges/{id}", FindCharge);
    }

    private static Outcome<JsonObject> Create(Call call)
    {
        var form = call.Parameters;
        var order = new NewIntent(
            form.Integer("amount", 1) ?? Missing(form, "amount"),
            form.Required("currency"),
            form.OneOf("capture_method", "automatic", "automatic_async", "manual") ?? "automatic",
            form.Text("payment_method"),
            form.Flag("confirm") ?? false,
            form.Text("description"),
            form.Metadata());
        if (form.Many("payment_method_types").FirstOrDefault(type => type != "card") is { } type)
            form.Refuse(StripeError.Invalid(null, $"The payment method type \"{type}\" is invalid. The simulator takes cards.", "payment_method_types"));
        form.Flag("automatic_payment_methods[enabled]");
        form.OneOf("automatic_payment_methods[allow_redirects]", "always", "never");
        return form.Refusal() is { } refusal ? refusal : call.Ledger.Payments.Create(order, call.Now).Then(PaymentIntentJson.Of);
    }

    private static Outcome<JsonObject> Confirm(Call call)
    {
        var method = call.Parameters.Text("payment_method");
        var found = Find(call);
        return found.Value is { } intent ? call.Ledger.Payments.Confirm(intent, method, call.Now).Then(PaymentIntentJson.Of) : found.Error!;
    }

    private static Outcome<JsonObject> Capture(Call call)
    {
        var amount = call.Parameters.Integer("amount_to_capture", 1);
        var found = Find(call);
        return found.Value is { } intent ? call.Ledger.Payments.Capture(intent, amount, call.Now).Then(PaymentIntentJson.Of) : found.Error!;
    }

    private static Outcome<JsonObject> Cancel(Call call)
    {
        var reason = call.Parameters.OneOf("cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned");
        var found = Find(call);
        return found.Value is { } intent ? call.Ledger.Payments.Cancel(intent, reason, call.Now).Then(PaymentIntentJson.Of) : found.Error!;
    }

    private static Outcome<JsonObject> List(Call call)
    {
        var page = PageRequest.Read(call.Parameters);
        return call.Parameters.Refusal() is { } refusal
            ? refusal
            : call.Ledger.Intents.Page(page, "payment_intent").Then(found => found.ToJson("/v1/payment_intents", PaymentIntentJson.Of));
    }

    private static Outcome<JsonObject> ListCharges(Call call)
    {
        var page = PageRequest.Read(call.Parameters);
        var intent = call.Parameters.Text("payment_intent");
        if (call.Parameters.Refusal() is { } refusal)
            return refusal;
        if (intent is not null && !call.Ledger.Intents.TryFind(intent, out _))
            return StripeError.Missing("payment_intent", intent, "payment_intent");
        return call.Ledger.Charges
            .Page(page, "charge", intent is null ? null : charge => charge.PaymentIntent == intent)
            .Then(found => found.ToJson("/v1/charges", ChargeJson.Of));
    }

    private static Outcome<PaymentIntent> Find(Call call)
    {
        if (call.Parameters.Refusal() is { } refusal)
            return refusal;
        return call.Ledger.Intents.TryFind(call.Id, out var intent)
            ? intent
            : StripeError.Missing("payment_intent", call.Id, "intent", inPath: true);
    }

    private static Outcome<JsonObject> FindCharge(Call call)
    {
        if (call.Parameters.Refusal() is { } refusal)
            return refusal;
        return call.Ledger.Charges.TryFind(call.Id, out var charge)
            ? ChargeJson.Of(charge)
            : StripeError.Missing("charge", call.Id, "charge", inPath: true);
    }

    private static long Missing(Parameters form, string name)
    {
        form.Required(name);
        return 0;
    }
}
