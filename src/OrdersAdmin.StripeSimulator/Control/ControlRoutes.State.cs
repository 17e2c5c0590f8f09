using OrdersAdmin.StripeSimulator.PaymentIntents;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.StripeSimulator.Control;

internal sealed partial class ControlRoutes
{
    private void MapState()
    {
        // The whole account, or what belongs to one payment: ?payment_intent=pi_….
        Get("/_control/state", request => ledger.Do(now =>
        {
            var only = request.Query["payment_intent"].ToString();
            return new
            {
                now = now.ToUnixTimeSeconds(),
                payment_intents = ledger.Intents.All.Where(intent => only.Length == 0 || intent.Id == only).Select(PaymentIntentJson.Of).ToList(),
                charges = ledger.Charges.All.Where(charge => only.Length == 0 || charge.PaymentIntent == only).Select(ChargeJson.Of).ToList(),
                refunds = ledger.Refunds.All.Where(refund => only.Length == 0 || refund.PaymentIntent == only).Select(RefundJson.Of).ToList(),
                idempotency_keys = ledger.Keys.All.Select(key => new { key.Key, key.Endpoint, key.Parameters, first_used = key.First.ToUnixTimeSeconds(), status = key.Answer?.Status }).ToList(),
                events = ledger.Events.All.Count,
            };
        }));
        Get("/_control/requests", _ => new { requests = log.All() });
        Post<Nothing>("/_control/reset", (_, _) =>
        {
            ledger.Do(_ => ledger.Reset());
            log.Clear();
            return Told.Done;
        });
        Post<List<SeededIntent>>("/_control/payment_intents", (seeds, _) =>
        {
            var (created, refusal) = ledger.Do(now => new Seeding(ledger).Seed(seeds, now));
            return refusal is null ? Told.Of(new { created, existing = seeds.Count - created }) : Told.No(refusal);
        });
        Post<Nothing>("/_control/charges/{id}/dispute", (_, request) => ledger.Do(now =>
            ledger.Charges.TryFind(Id(request), out var charge) ? Told.Of(ChargeJson.Of(ledger.Payments.Dispute(charge, now))) : Told.No("There is no such charge.")));
    }
}
