using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Orders.Model;

/// <summary>What an order must be after any sequence of commands, said once more without the product's code.</summary>
internal sealed class OrderModel(IntakeOrder intake)
{
    private readonly int[] toShip = [.. intake.LineItems.Select(line => line.RequiresShipping ? line.Quantity - line.Removed : 0)];
    private readonly bool isTakenFrom = intake.LineItems.Any(line => line.RequiresShipping && line.Removed > 0);
    private readonly int[] returned = [.. intake.LineItems.Select(line => line.Returned)];
    private readonly List<Parcel> parcels =
        [.. intake.Fulfillments.Select(given => new Parcel([.. intake.LineItems.Select((_, i) => given.Items!.Where(item => item.Line == i).Sum(item => item.Quantity))]))];

    private bool isCancelled = intake.CancelledOn is not null;
    private string? note;
    private HashSet<string> tags = [];

    public int Version { get; private set; } = 1;

    public int[] Shipped => [.. toShip.Select((_, i) => parcels.Where(parcel => parcel.Status != FulfillmentStatus.Cancelled).Sum(parcel => parcel.Units[i]))];

    public IEnumerable<FulfillmentStatus> Parcels => parcels.Select(parcel => parcel.Status);

    public string? Note => note;

    public IEnumerable<string> Tags => tags;

    public OrderStatus Status
    {
        get
        {
            var (captured, refunded) = (intake.Payments.Sum(each => each.Captured), intake.Payments.Sum(each => each.Refunded));
            if (isCancelled)
                return OrderStatus.Cancelled;
            if (captured > 0 && captured == refunded)
                return OrderStatus.Refunded;
            if (Shipped.Sum() > 0 && Shipped.Sum() == returned.Sum())
                return OrderStatus.Returned;
            return Fulfillment switch { FulfillmentState.Fulfilled => OrderStatus.Fulfilled, FulfillmentState.PartiallyFulfilled => OrderStatus.PartiallyFulfilled, _ => OrderStatus.Pending };
        }
    }

    public FulfillmentState Fulfillment => (isCancelled || isTakenFrom) && Shipped.Sum() == 0 ? FulfillmentState.Unfulfilled : Shipped.Sum() == toShip.Sum() ? FulfillmentState.Fulfilled : Shipped.Sum() > 0 ? FulfillmentState.PartiallyFulfilled : FulfillmentState.Unfulfilled;

    /// <summary>Carries the command out where it is legal; tells whether it is.</summary>
    public bool Accepts(Command command)
    {
        var version = Version;
        switch (command)
        {
            case Command.Ship ship:
                if (!MayShip || ship.Quantities.All(units => units == 0) || ship.Quantities.Where((units, i) => units < 0 || units > toShip[i] - Shipped[i]).Any())
                    return false;
                parcels.Add(new Parcel(ship.Quantities));
                break;
            case Command.ShipTheRest:
                if (!MayShip || Shipped.Sum() == toShip.Sum())
                    return false;
                parcels.Add(new Parcel([.. toShip.Zip(Shipped, (all, gone) => all - gone)]));
                break;
            case Command.Deliver deliver:
                if (parcels.ElementAtOrDefault(deliver.Parcel) is not { Status: FulfillmentStatus.Shipped } delivered)
                    return false;
                delivered.Status = FulfillmentStatus.Delivered;
                break;
            case Command.CancelParcel cancel:
                if (parcels.ElementAtOrDefault(cancel.Parcel) is not { Status: FulfillmentStatus.Shipped } cancelled
                    || Status is not (OrderStatus.PartiallyFulfilled or OrderStatus.Fulfilled or OrderStatus.Refunded)
                    || cancelled.Units.Where((units, i) => Shipped[i] - units < returned[i]).Any())
                    return false;
                cancelled.Status = FulfillmentStatus.Cancelled;
                break;
            case Command.CancelOrder:
                if (isCancelled || !Shipped.SequenceEqual(returned))
                    return false;
                Shipped.CopyTo(toShip, 0);
                isCancelled = true;
                break;
            case Command.Edit edit:
                if (note == edit.Note && tags.SetEquals(edit.Tags))
                    return true;
                (note, tags) = (edit.Note, [.. edit.Tags]);
                break;
        }
        Version = version + 1;
        return true;
    }

    private bool MayShip => Status is OrderStatus.Pending or OrderStatus.PartiallyFulfilled or OrderStatus.Returned;

    private sealed class Parcel(int[] units)
    {
        public int[] Units { get; } = units;

        public FulfillmentStatus Status { get; set; } = FulfillmentStatus.Shipped;
    }
}
