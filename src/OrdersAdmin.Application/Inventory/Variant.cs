using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Inventory;

/// <summary>Something that can be sold, as one size and color of it, with its units. The units change only by movements, which stay.</summary>
public sealed class Variant : IIdentified
{
    private readonly List<StockMovement> movements = [];

    private Variant() { }

    internal Variant(Id<Site> siteId, string sku, string productId, string name, long price, Currency currency, int onHand, StockCause cause)
    {
        (Id, SiteId, Sku, ProductId, Name, Price, Currency, OnHand) = (Id<Variant>.New(), siteId, sku, productId, name, price, currency, onHand);
        movements.Add(new StockMovement(this, StockKind.Opening, new(onHand, 0, 0), cause));
    }

    public static string IdPrefix => "var_";

    public Id<Variant> Id { get; private set; }

    public Id<Site> SiteId { get; private set; }

    public string Sku { get; private set; } = "";

    public string ProductId { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public long Price { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>Units on the shelf, those that are kept for somebody included.</summary>
    public int OnHand { get; private set; }

    /// <summary>Of the units on the shelf, those that are kept for replacements.</summary>
    public int Reserved { get; private set; }

    /// <summary>Units that came back and are not for sale until somebody decides.</summary>
    public int Quarantined { get; private set; }

    public int Version { get; private set; }

    /// <summary>No longer sold; it still shows wherever it was.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>What may still be sold or kept for somebody.</summary>
    public int Available => OnHand - Reserved;

    /// <summary>Only what was added since the variant was loaded.</summary>
    internal IReadOnlyList<StockMovement> Movements => movements;

    internal Result<Done> Deduct(int units, StockCause cause) => units > Available
        ? new Problem.Refused($"Only {Available} of {Sku} are on hand; the order asks for {units}.")
        : Move(StockKind.Deduct, new(-units, 0, 0), cause);

    internal Result<Done> Restock(int units, StockCause cause) => Move(StockKind.Restock, new(units, 0, 0), cause);

    internal Result<Done> Quarantine(int units, StockCause cause) => Move(StockKind.Quarantine, new(0, 0, units), cause);

    /// <summary>Keeps units for a replacement; refused when the shelf has too few that nobody waits for.</summary>
    internal Result<Done> Reserve(int units, StockCause cause) => units > Available
        ? new Problem.Refused(Available <= 0 ? $"{Name} ({Sku}) is sold out." : $"Only {Available} of {Name} ({Sku}) are left; the exchange needs {units}.")
        : Move(StockKind.Reserve, new(0, units, 0), cause);

    internal Result<Done> Release(int units, StockCause cause) => Move(StockKind.Release, new(0, -units, 0), cause);

    internal Result<Done> Ship(int units, StockCause cause) => Move(StockKind.Ship, new(-units, -units, 0), cause);

    internal Result<Done> Unship(int units, StockCause cause) => Move(StockKind.Unship, new(units, units, 0), cause);

    internal Result<Done> Clear(int units, StockCause cause) => FromQuarantine(StockKind.Clear, units, new(units, 0, -units), cause);

    internal Result<Done> Discard(int units, StockCause cause) => FromQuarantine(StockKind.Discard, units, new(0, 0, -units), cause);

    /// <summary>By hand; below nothing, or below what is kept for somebody, only with an override.</summary>
    internal Result<Done> Adjust(int units, StockCause cause) => units < 0 && Available + units < 0 && !cause.Override
        ? new Problem.Refused(Reserved > 0
            ? $"{OnHand} of {Sku} are on hand and {Reserved} of them are kept for replacements. Say that you mean it to go below that."
            : $"Only {OnHand} of {Sku} are on hand. Say that you mean it to go below nothing.")
        : Move(StockKind.Adjust, new(units, 0, 0), cause);

    internal Result<Done> Delete(DateTimeOffset now)
    {
        if (Reserved > 0)
            return new Problem.Refused($"{Text.Count(Reserved, "unit")} of {Sku} are kept for replacements that have not shipped.");
        DeletedAt ??= now;
        return new Done();
    }

    private Result<Done> FromQuarantine(StockKind kind, int units, StockChange change, StockCause cause) => units > Quarantined
        ? new Problem.Refused($"Only {Quarantined} of {Sku} are in quarantine.")
        : Move(kind, change, cause);

    private Result<Done> Move(StockKind kind, StockChange change, StockCause cause)
    {
        checked
        {
            (OnHand, Reserved, Quarantined) = (OnHand + change.OnHand, Reserved + change.Reserved, Quarantined + change.Quarantined);
        }
        Version++;
        movements.Add(new StockMovement(this, kind, change, cause));
        return new Done();
    }
}
