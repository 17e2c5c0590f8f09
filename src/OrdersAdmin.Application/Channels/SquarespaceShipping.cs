using OrdersAdmin.Kernel;

namespace OrdersAdmin.Channels;

/// <summary>Squarespace's shipments carry tracking, but never say which items they hold.</summary>
internal static class SquarespaceShipping
{
    /// <summary>PENDING, FULFILLED or CANCELED; anything else counts as PENDING with a remark.</summary>
    public static string Status(JsonFields order, SourceRemarks remarks)
    {
        var given = order.Words("fulfillmentStatus");
        if (given is null or "PENDING" or "FULFILLED" or "CANCELED")
            return given ?? "PENDING";
        remarks.UnknownStatus("fulfillmentStatus", given);
        return "PENDING";
    }

    /// <summary>Of a fulfilled order the first shipment holds everything; which items the others held is not known, so they become remarks.</summary>
    public static IReadOnlyList<IntakeFulfillment> Shipments(JsonFields order, bool holdsEverything, SourceRemarks remarks)
    {
        var all = order.Objects("fulfillments").Select(Read).ToList();
        var kept = holdsEverything ? all.Take(1).ToList() : [];
        foreach (var each in all.Skip(kept.Count))
        {
            var parcel = Text.Clean($"{each.Carrier} {each.TrackingNumber}");
            remarks.Add($"{remarks.Source} lists a shipment with {parcel} on {each.ShipDate:yyyy-MM-dd}, without saying which items it holds.");
        }
        return kept;
    }

    private static IntakeFulfillment Read(JsonFields shipment) => new()
    {
        Carrier = shipment.Words("carrierName") ?? "Squarespace",
        Service = shipment.Words("service"),
        TrackingNumber = shipment.Words("trackingNumber"),
        TrackingUrl = shipment.Words("trackingUrl"),
        ShipDate = shipment.RequiredTime("shipDate"),
    };
}
