using OrdersAdmin.StripeSimulator.Checkout;
using OrdersAdmin.StripeSimulator.PaymentIntents;

namespace OrdersAdmin.StripeSimulator.Control;

internal sealed partial class ControlRoutes
{
    private void MapCheckout() =>
        Post<Payer>("/_control/checkout/sessions/{id}/complete", (payer, request) => ledger.Do(now =>
        {
            if (!ledger.Checkout.All.TryFind(Id(request), out var session))
                return Told.No("There is no such session.");
            var paid = ledger.Checkout.Pay(session, payer.PaymentMethod, now);
            return paid.Error is { } refused ? Told.No(refused.Message) : Told.Of(CheckoutJson.Of(session, ledger.Checkout.PayPages));
        }));

    private sealed record Payer
    {
        public string PaymentMethod { get; init; } = TestCard.Visa;
    }
}
