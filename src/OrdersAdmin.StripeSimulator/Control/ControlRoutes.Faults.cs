using OrdersAdmin.StripeSimulator.Faults;

namespace OrdersAdmin.StripeSimulator.Control;

internal sealed partial class ControlRoutes
{
    private void MapFaults()
    {
        Get("/_control/faults", _ => ledger.Look(_ => new { faults = ledger.Faults.Left.ToList() }));
        Post<FaultOrder>("/_control/faults", (order, _) =>
        {
            if (order.Refuse() is { } refusal)
                return Told.No(refusal);
            ledger.Do(_ => ledger.Faults.Add(order));
            return Told.Done;
        });
        Post<Nothing>("/_control/faults/release", (_, _) =>
        {
            ledger.Do(_ => ledger.Faults.Release());
            return Told.Done;
        });
        Post<Nothing>("/_control/faults/clear", (_, _) =>
        {
            ledger.Do(_ => ledger.Faults.Clear());
            return Told.Done;
        });
    }
}
