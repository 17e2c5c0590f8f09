using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;

namespace OrdersAdmin.Demo;

/// <summary>How an order's goods travel, and how far they have come.</summary>
internal sealed class DemoParcels(DemoSite site, DemoCountry country, DateTimeOffset placedAt, DateTimeOffset now, SplitMix64 random)
{
    private static readonly string[] FromJapan = ["Japan Post|EMS|EG#########JP", "DHL|Express Worldwide|##########"];

    private readonly string[] carrier = random.Pick(site.Currency == "JPY" && country.Country != "JP" ? FromJapan : country.Carriers).Split('|');

    /// <summary>As the customer chose it: "Colissimo Home".</summary>
    public string Service => $"{carrier[0]} {carrier[1]}";

    public static IntakeFulfillment HandedOver(DateTimeOffset at) => new() { Carrier = "In store", Service = "Handed over", ShipDate = at, DeliveredOn = at };

    /// <summary>Everything, now and then in two parcels.</summary>
    public IReadOnlyList<IntakeFulfillment> All(IReadOnlyList<IntakeLine> lines)
    {
        var goods = Goods(lines);
        if (goods.Count == 0)
            return [];
        if (goods.Sum(each => each.Quantity) < 3 || !random.Chance(90))
            return [Parcel(null, ShipDate(earliest: placedAt))];
        var first = Some(goods);
        var left = ShipDate(earliest: placedAt);
        return [Parcel(first, left), Parcel(null, ShipDate(earliest: left))];
    }

    /// <summary>Some of it; at least one unit stays.</summary>
    public IReadOnlyList<IntakeFulfillment> Part(IReadOnlyList<IntakeLine> lines) => [Parcel(Some(Goods(lines)), ShipDate(earliest: placedAt))];

    private static List<IntakeShippedLine> Goods(IReadOnlyList<IntakeLine> lines) =>
        [.. lines.Select((line, i) => new IntakeShippedLine(i, line.RequiresShipping ? line.Quantity - line.Removed : 0)).Where(each => each.Quantity > 0)];

    private List<IntakeShippedLine> Some(List<IntakeShippedLine> goods)
    {
        var units = random.Between(1, goods.Sum(each => each.Quantity) - 1);
        var some = new List<IntakeShippedLine>();
        foreach (var line in goods.Where(_ => units > 0))
        {
            var taken = Math.Min(units, line.Quantity);
            some.Add(line with { Quantity = taken });
            units -= taken;
        }
        return some;
    }

    private IntakeFulfillment Parcel(IReadOnlyList<IntakeShippedLine>? items, DateTimeOffset shipped)
    {
        var number = DemoPattern.Fill(random, carrier[2]);
        var arrival = shipped.AddHours(random.Between(20, country.Country is "FR" or "JP" ? 72 : 190));
        // A few are lost on the way, as in life.
        var arrived = arrival < now && !random.Chance(12);
        return new()
        {
            Carrier = carrier[0],
            Service = carrier[1],
            TrackingNumber = number,
            TrackingUrl = Carriers.TrackingUrl(carrier[0], number),
            ShipDate = shipped,
            DeliveredOn = arrived ? arrival : null,
            Items = items,
        };
    }

    /// <summary>Within two working days, and never after now.</summary>
    private DateTimeOffset ShipDate(DateTimeOffset earliest)
    {
        var seconds = Math.Min((long)random.Between(3, 52) * 3600 + random.Below(3600), (long)(now - earliest).TotalSeconds * 3 / 4);
        return earliest.AddSeconds(seconds);
    }
}
