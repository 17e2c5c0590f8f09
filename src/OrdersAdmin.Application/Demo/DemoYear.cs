using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Demo;

/// <summary>A year of orders that ends now: the same for the same number and moment, on every machine.</summary>
internal sealed class DemoYear(int count, DateTimeOffset now)
{
    public static IReadOnlyList<IntakeVariant> Variants(DemoSite site) =>
        [new($"{site.Slug.ToUpperInvariant()}-TOTE", "tote", "Linen tote", 4200, site.Currency, 40)];

    /// <summary>Oldest first.</summary>
    public IEnumerable<(DemoSite Site, IntakeOrder Order)> Orders()
    {
        for (var i = 0; i < count; i++)
        {
            var random = SplitMix64.For("order", i);
            var site = DemoSite.All[i % 2];
            yield return (site, new IntakeOrder
            {
                Channel = Channel.Web,
                ChannelName = "Online store",
                ExternalOrderReference = $"DEMO-{i:D6}",
                CreatedOn = now - TimeSpan.FromSeconds((count - i) * 31_536_000L / count),
                Currency = site.Currency,
                PriceTaxInterpretation = TaxInterpretation.Inclusive,
                Customer = new($"customer{random.Below(400)}@example.com", "Ada Lovelace"),
                LineItems = [new() { Sku = $"{site.Slug.ToUpperInvariant()}-TOTE", Name = "Linen tote", Quantity = 1, UnitPrice = 4200 }],
                Totals = new(4200, 0, 0, 700, 4200),
                Payments = [new("stripe", $"pi_demo{i:D6}", "Visa ••4242", Captured: 4200)],
            });
        }
    }
}
