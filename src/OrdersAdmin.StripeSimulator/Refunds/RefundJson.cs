using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Refunds;

/// <summary>A refund in Stripe's shape.</summary>
internal static class RefundJson
{
    public static JsonObject Of(Refund refund)
    {
        var json = new JsonObject
        {
            ["id"] = refund.Id,
            ["object"] = "refund",
            ["amount"] = refund.Amount,
            ["balance_transaction"] = refund.Status == RefundStatus.RequiresAction ? null : Ids.Under("txn", refund.Id),
            ["charge"] = refund.Charge,
            ["created"] = refund.Created,
            ["currency"] = refund.Currency,
            ["destination_details"] = new JsonObject
            {
                ["card"] = new JsonObject
                {
                    ["reference_status"] = "pending",
                    ["reference_type"] = "acquirer_reference_number",
                    ["type"] = "refund",
                },
                ["type"] = "card",
            },
            ["metadata"] = MetadataJson.Of(refund.Metadata),
            ["payment_intent"] = refund.PaymentIntent,
            ["reason"] = refund.Reason,
            ["receipt_number"] = null,
            ["source_transfer_reversal"] = null,
            ["status"] = refund.Status,
            ["transfer_reversal"] = null,
        };
        if (refund.Status == RefundStatus.Pending)
            json["pending_reason"] = "processing";
        if (refund.Status == RefundStatus.RequiresAction)
            json["next_action"] = new JsonObject { ["type"] = "display_details", ["display_details"] = new JsonObject { ["email_sent"] = null, ["expires_at"] = refund.Created + 3_888_000 } };
        if (refund.Status == RefundStatus.Failed)
        {
            json["failure_reason"] = refund.FailureReason;
            json["failure_balance_transaction"] = Ids.Under("txn", refund.Id) + "_failed";
        }

        return json;
    }
}
