using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Refunds;

internal static class RefundEndpoints
{
    public static void MapRefunds(this StripeRoutes v1)
    {
        v1.Post("/v1/refunds", Create);
        v1.Get("/v1/refunds", List);
        v1.Get("/v1/refunds/{id}", call => Find(call).Then(RefundJson.Of));
        v1.Post("/v1/refunds/{id}", Update);
        v1.Post("/v1/refunds/{id}/cancel", Cancel);
    }

    private static Outcome<JsonObject> Create(Call call)
    {
        var form = call.Parameters;
        var order = new NewRefund(
            form.Text("payment_intent"),
            form.Text("charge"),
            form.Integer("amount", 1),
            form.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer"),
            form.Metadata());
        if (order is { PaymentIntent: null, Charge: null })
            form.Refuse(StripeError.Invalid("parameter_missing", "One of the following params should be provided for this request: payment_intent or charge.", "payment_intent"));
        return form.Refusal() is { } refusal ? refusal : call.Ledger.RefundDesk.Create(order, call.Now).Then(RefundJson.Of);
    }

    private static Outcome<JsonObject> List(Call call)
    {
        var page = PageRequest.Read(call.Parameters);
        var chargeId = call.Parameters.Text("charge");
        var intentId = call.Parameters.Text("payment_intent");
        if (call.Parameters.Refusal() is { } refusal)
            return refusal;
        if (intentId is not null)
        {
            if (!call.Ledger.Intents.TryFind(intentId, out var intent))
                return StripeError.Missing("payment_intent", intentId, "payment_intent");
            if (chargeId is not null && chargeId != intent.LatestCharge)
                return StripeError.Invalid(null, $"The charge {chargeId} does not belong to the PaymentIntent {intentId}.", "charge");
            chargeId = intent.LatestCharge;
        }

        if (chargeId is not null && !call.Ledger.Charges.TryFind(chargeId, out _))
            return StripeError.Missing("charge", chargeId, "charge");
        var refunds = (chargeId ?? intentId) is null
            ? call.Ledger.Refunds
            : (chargeId is null ? null : call.Ledger.Charges.Get(chargeId).Refunds) ?? new Register<Refund>();
        return refunds.Page(page, "refund").Then(found => found.ToJson("/v1/refunds", RefundJson.Of));
    }

    private static Outcome<JsonObject> Update(Call call)
    {
        var change = call.Parameters.Metadata();
        var found = Find(call);
        return found.Value is { } refund ? call.Ledger.RefundDesk.Update(refund, change, call.Now).Then(RefundJson.Of) : found.Error!;
    }

    private static Outcome<JsonObject> Cancel(Call call)
    {
        var found = Find(call);
        return found.Value is { } refund ? call.Ledger.RefundDesk.Cancel(refund, call.Now).Then(RefundJson.Of) : found.Error!;
    }

    private static Outcome<Refund> Find(Call call)
    {
        if (call.Parameters.Refusal() is { } refusal)
            return refusal;
        return call.Ledger.Refunds.TryFind(call.Id, out var refund)
            ? refund
            : StripeError.Missing("refund", call.Id, "refund", inPath: true);
    }
}
