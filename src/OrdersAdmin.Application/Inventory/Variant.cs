using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Inventory;

/// <summary>Something that can be sold, as one size and color of it, with the units on the shelf.</summary>
public sealed class Variant : IIdentified
{
    private Variant() { }

    internal Variant(Id<Site> siteId, string sku, string productId, string name, long price, Currency currency, int onHand) =>
        (Id, SiteId, Sku, ProductId, Name, Price, Currency, OnHand) = (Id<Variant>.New(), siteId, sku, productId, name, price, currency, onHand);

    public static string IdPrefix => "var_";

    public Id<Variant> Id { get; private set; }

    public Id<Site> SiteId { get; private set; }

    public string Sku { get; private set; } = "";

    public string ProductId { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public long Price { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>Units on the shelf.</summary>
    public int OnHand { get; private set; }

    public int Version { get; private set; }

    internal Result<Done> Deduct(int units)
    {
        if (units > OnHand)
            return new Problem.Refused($"Only {OnHand} of {Sku} are on hand; the order asks for {units}.");
        OnHand -= units;
        Version++;
        return new Done();
    }

    /// <summary>Units are on the shelf again.</summary>
    internal void Restock(int units)
    {
        OnHand += units;
        Version++;
    }
}
