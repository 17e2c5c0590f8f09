using OrdersAdmin.Channels;

namespace OrdersAdmin.Demo;

/// <summary>What somebody put in the basket. Prices are minor units of the order's currency; money comes later.</summary>
internal static class DemoBasket
{
    private static readonly int[] Sizes = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5];
    private static readonly int[] Quantities = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4];

    /// <param name="goods">At least two units that ship, since something is to happen to some of them.</param>
    public static List<(DemoVariant Variant, IntakeLine Line)> Fill(DemoSite site, string currency, DemoChannel channel, bool goods, SplitMix64 random)
    {
        var catalogue = DemoCatalogue.Of(site);
        var size = channel.Wholesale ? random.Between(3, 8) : random.Pick(Sizes);
        var chosen = new List<DemoVariant>();
        while (chosen.Count < size)
        {
            var variant = random.Weighted(goods && chosen.Count == 0 || channel.Wholesale || channel.InStore ? catalogue.Goods : catalogue.All, each => each.Popularity);
            if (!chosen.Contains(variant))
                chosen.Add(variant);
        }
        return [.. chosen.Select((variant, i) =>
        {
            var quantity = channel.Wholesale ? random.Between(1, 8) * 6 : random.Pick(Quantities);
            return (variant, new IntakeLine
            {
                Sku = variant.Sku,
                ProductId = variant.ProductId,
                Name = variant.Name,
                Quantity = goods && i == 0 ? Math.Max(2, quantity) : quantity,
                UnitPrice = currency == site.Currency ? variant.Price : InDollars(variant.Price),
                RequiresShipping = variant.Ships,
            });
        })];
    }

    /// <summary>A tenth more than in euro, up to the next half dollar.</summary>
    private static long InDollars(long euroCents) => (euroCents * 11 / 10 + 49) / 50 * 50;
}
