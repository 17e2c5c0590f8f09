using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Checkout;

/// <summary>A checkout session in Stripe's shape.</summary>
internal static class CheckoutJson
{
    public static JsonObject Of(CheckoutSession session, Uri payPages) => new()
    {
        ["id"] = session.Id,
        ["object"] = "checkout.session",
        ["after_expiration"] = null,
        ["amount_subtotal"] = session.Total,
        ["amount_total"] = session.Total,
        ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["status"] = null },
        ["billing_address_collection"] = null,
        ["cancel_url"] = session.CancelUrl,
        ["client_reference_id"] = session.ClientReferenceId,
        ["created"] = session.Created,
        ["currency"] = session.Currency,
        ["customer"] = null,
        ["customer_details"] = session.CustomerEmail is null ? null : new JsonObject { ["email"] = session.CustomerEmail },
        ["customer_email"] = session.CustomerEmail,
        ["expires_at"] = session.ExpiresAt.ToUnixTimeSeconds(),
        ["livemode"] = false,
        ["locale"] = null,
        ["metadata"] = MetadataJson.Of(session.Metadata),
        ["mode"] = "payment",
        ["payment_intent"] = session.PaymentIntent,
        ["payment_link"] = null,
        ["payment_method_types"] = new JsonArray("card"),
        ["payment_status"] = session.Status == CheckoutSession.Complete ? "paid" : "unpaid",
        ["status"] = session.Status,
        ["success_url"] = session.SuccessUrl,
        ["total_details"] = new JsonObject { ["amount_discount"] = 0, ["amount_shipping"] = 0, ["amount_tax"] = 0 },
        ["ui_mode"] = "hosted",
        ["url"] = session.Status == CheckoutSession.Open ? new Uri(payPages, "/c/pay/" + session.Id).ToString() : null,
    };
}
