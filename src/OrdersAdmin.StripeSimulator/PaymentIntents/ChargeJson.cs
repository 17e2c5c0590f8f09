using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.PaymentIntents;

/// <summary>A charge in Stripe's shape; of the card only its brand and last four digits exist.</summary>
internal static class ChargeJson
{
    public static JsonObject Of(Charge charge) => new()
    {
        ["id"] = charge.Id,
        ["object"] = "charge",
        ["amount"] = charge.Amount,
        ["amount_captured"] = charge.AmountCaptured,
        ["amount_refunded"] = charge.AmountRefunded,
        ["application"] = null,
        ["application_fee"] = null,
        ["application_fee_amount"] = null,
        ["balance_transaction"] = charge.Captured ? Ids.Under("txn", charge.Id) : null,
        ["billing_details"] = new JsonObject { ["address"] = null, ["email"] = null, ["name"] = null, ["phone"] = null, ["tax_id"] = null },
        ["calculated_statement_descriptor"] = "SIMULATED SHOP",
        ["captured"] = charge.Captured,
        ["created"] = charge.Created,
        ["currency"] = charge.Currency,
        ["customer"] = null,
        ["description"] = charge.Description,
        ["disputed"] = charge.Disputed,
        ["failure_balance_transaction"] = null,
        ["failure_code"] = null,
        ["failure_message"] = null,
        ["fraud_details"] = new JsonObject(),
        ["livemode"] = false,
        ["metadata"] = MetadataJson.Of(charge.Metadata),
        ["on_behalf_of"] = null,
        ["outcome"] = new JsonObject
        {
            ["network_status"] = "approved_by_network",
            ["reason"] = null,
            ["risk_level"] = "normal",
            ["risk_score"] = 12,
            ["seller_message"] = "Payment complete.",
            ["type"] = "authorized",
        },
        ["paid"] = true,
        ["payment_intent"] = charge.PaymentIntent,
        ["payment_method"] = charge.PaymentMethod,
        ["payment_method_details"] = new JsonObject { ["card"] = Card(charge), ["type"] = "card" },
        ["receipt_email"] = null,
        ["receipt_number"] = null,
        ["receipt_url"] = null,
        ["refunded"] = charge.IsFullyRefunded,
        ["review"] = null,
        ["shipping"] = null,
        ["source_transfer"] = null,
        ["statement_descriptor"] = null,
        ["statement_descriptor_suffix"] = null,
        ["status"] = "succeeded",
        ["transfer_data"] = null,
        ["transfer_group"] = null,
    };

    public static JsonObject Dispute(Charge charge, string id, long created) => new()
    {
        ["id"] = id,
        ["object"] = "dispute",
        ["amount"] = charge.Remaining,
        ["charge"] = charge.Id,
        ["created"] = created,
        ["currency"] = charge.Currency,
        ["is_charge_refundable"] = false,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = charge.PaymentIntent,
        ["reason"] = "fraudulent",
        ["status"] = "needs_response",
    };

    private static JsonObject Card(Charge charge) => new()
    {
        ["amount_authorized"] = charge.Amount,
        ["brand"] = charge.Brand,
        ["checks"] = new JsonObject { ["address_line1_check"] = null, ["address_postal_code_check"] = null, ["cvc_check"] = "pass" },
        ["country"] = "US",
        ["exp_month"] = 12,
        ["exp_year"] = 2034,
        ["fingerprint"] = "sim" + charge.Brand + charge.Last4,
        ["funding"] = "credit",
        ["installments"] = null,
        ["last4"] = charge.Last4,
        ["mandate"] = null,
        ["network"] = charge.Brand,
        ["three_d_secure"] = null,
        ["wallet"] = null,
    };
}
