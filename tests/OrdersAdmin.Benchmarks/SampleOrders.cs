using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Benchmarks;

/// <summary>Orders with a shop's proportions, the same ones each time: mostly shipped, a few per cent in every other state.</summary>
internal sealed class SampleOrders(int seed)
{
    private static readonly string[] FirstNames = ["Maria", "Ana", "Jürgen", "Chloé", "Søren", "Łukasz", "Ольга", "Δημήτρης", "Yuki", "Wei", "Amina", "John", "Emily", "Noah", "Olivia", "Marta"];
    private static readonly string[] LastNames = ["García", "Müller", "Dupont", "Jensen", "Kowalski", "Иванова", "Παππάς", "Tanaka", "Chen", "Okafor", "Smith", "Johnson", "Brown", "Martin", "Rossi", "Silva"];
    private static readonly string[] Cities = ["Paris", "Berlin", "København", "Warszawa", "Tokyo", "London", "Roma", "Lisboa", "Lyon", "München"];
    private static readonly string[] Goods = ["Mug", "Bowl", "Plate", "Lamp", "Vase", "Scarf", "Candle", "Notebook", "Apron", "Teapot"];
    private static readonly string[] Looks = ["Ceramic", "Linen", "Oak", "Walnut", "Blue", "Ochre", "Forest", "Speckled", "Large", "Small"];
    private static readonly string[] Channels = ["web", "web", "web", "web", "web", "web", "pos", "api", "etsy", "shopify"];
    private static readonly string[] Tags = ["vip", "gift", "wholesale", "fragile", "check address"];
    private static readonly DateTimeOffset End = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);
    private int made;

    public static IReadOnlyList<IntakeVariant> Catalogue { get; } =
        [.. from good in Goods from look in Looks select new IntakeVariant(Sku(good, look), good, $"{look} {good}", Price(good, look), "EUR", 1_000_000)];

    public IEnumerable<IntakeOrder> Take(int count) => Enumerable.Range(0, count).Select(_ => Next());

    /// <summary>An order of which nothing shipped yet.</summary>
    public IntakeOrder NextPending() => Make("pending", End.AddMinutes(-random.Next(500_000)));

    private IntakeOrder Next()
    {
        var placed = End.AddMinutes(-random.Next(500_000));
        var age = (End - placed).TotalDays;
        return Make(random.Next(100) switch
        {
            < 3 => "cancelled",
            < 6 => "refunded",
            < 8 => "returned",
            < 10 => "unpaid",
            < 13 => "partial",
            < 20 when age < 120 => "pending",
            _ => age < 2 ? "pending" : "shipped",
        }, placed);
    }

    private IntakeOrder Make(string state, DateTimeOffset placed)
    {
        var name = $"{Pick(FirstNames)} {Pick(LastNames)}";
        var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (Good: Pick(Goods), Look: Pick(Looks))).Distinct().Select(each => new IntakeLine
        {
            Sku = Sku(each.Good, each.Look),
            ProductId = each.Good,
            Name = $"{each.Look} {each.Good}",
            Quantity = 2,
            UnitPrice = Price(each.Good, each.Look),
            Returned = state == "returned" ? 2 : 0,
        }).ToList();
        var subtotal = lines.Sum(line => line.UnitPrice * line.Quantity);
        var totals = new OrderTotals(subtotal, 0, 490, subtotal / 5, subtotal + 490 + (subtotal / 5));
        var address = new Address { Name = name, Line1 = $"{random.Next(1, 200)} Rue de la Paix", City = Pick(Cities), PostalCode = $"{random.Next(10000, 99999)}", CountryCode = "FR" };
        made++;
        return new IntakeOrder
        {
            ChannelName = Pick(Channels),
            ExternalOrderReference = $"S{seed}-{made}",
            CreatedOn = placed,
            Customer = new IntakeCustomer($"buyer{random.Next(30_000)}@example.com", name),
            ShippingAddress = address,
            BillingAddress = address,
            LineItems = lines,
            ShippingLine = new IntakeShipping("Tracked", 490),
            Totals = totals,
            Payments = [Payment(state, totals.Total)],
            Fulfillments = state is "shipped" or "returned" ? [Shipment(placed, null)] : state == "partial" ? [Shipment(placed, [new IntakeShippedLine(0, 1)])] : [],
            CancelledOn = state == "cancelled" ? placed.AddHours(3) : null,
            Tags = random.Next(20) switch { 0 => [Pick(Tags)], 1 => ["vip"], _ => [] },
        };
    }

    private IntakeFulfillment Shipment(DateTimeOffset placed, IReadOnlyList<IntakeShippedLine>? items) => new()
    {
        Carrier = "DHL",
        TrackingNumber = $"JJD{random.NextInt64(1_000_000_000, 9_999_999_999)}",
        ShipDate = placed.AddDays(1),
        Items = items,
    };

    private static IntakePayment Payment(string state, long total) => state switch
    {
        "unpaid" => new("stripe", "pi_1", "Card", Authorized: total),
        "refunded" => new("stripe", "pi_1", "Card", total, total, total),
        _ => new("stripe", "pi_1", "Card", total, total),
    };

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private static string Sku(string good, string look) => $"{good[..3]}-{look[..3]}".ToUpperInvariant();

    private static long Price(string good, string look) => 1000 + (good.Length * 250) + (look.Length * 110);
}
