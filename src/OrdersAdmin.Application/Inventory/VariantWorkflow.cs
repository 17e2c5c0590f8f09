using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Inventory;

/// <summary>Brings a site's catalogue in.</summary>
public sealed class VariantWorkflow(OrdersDatabase database, TimeProvider clock)
{
    /// <summary>Adds the variants that are new by SKU; those that are known keep what they have. Answers how many were added.</summary>
    public Task<Result<int>> TakeIn(Actor actor, Id<Site> siteId, IReadOnlyList<IntakeVariant> catalogue, CancellationToken cancel = default) => database.Write<int>(async db =>
    {
        if ((await Access.Of(db, actor)).Check(Permission.ImportOrders, siteId, "There is no such site.") is { } forbidden)
            return forbidden;
        if (Check(catalogue) is { } wrong)
            return wrong;
        var known = (await db.Variants.Where(variant => variant.SiteId == siteId).Select(variant => variant.Sku).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var cause = new StockCause(actor, clock.GetUtcNow(), "The catalogue came in");
        var added = catalogue.Where(each => known.Add(each.Sku))
            .Select(each => new Variant(siteId, each.Sku, each.ProductId, each.Name, each.Price, Currency.Parse(each.Currency), each.OnHand, cause)).ToList();
        db.Variants.AddRange(added);
        return added.Count;
    }, cancel);

    private static Problem.Invalid? Check(IReadOnlyList<IntakeVariant> catalogue)
    {
        var errors = new List<FieldError>();
        for (var i = 0; i < catalogue.Count; i++)
        {
            var each = catalogue[i];
            if (each.Sku.Length is 0 or > 100)
                errors.Add(new($"variants[{i}].sku", "A SKU has 1 to 100 characters."));
            if (each.Name.Length is 0 or > 500)
                errors.Add(new($"variants[{i}].name", "A name has 1 to 500 characters."));
            if (each.Price < 0)
                errors.Add(new($"variants[{i}].price", "A price cannot be negative."));
            if (each.OnHand < 0)
                errors.Add(new($"variants[{i}].on_hand", "Stock cannot be negative."));
            if (!Currency.TryParse(each.Currency, null, out _))
                errors.Add(new($"variants[{i}].currency", "Not an ISO 4217 currency code."));
        }
        return errors.Count > 0 ? new(errors) : null;
    }
}

/// <summary>A variant of a catalogue that comes in.</summary>
/// <param name="Price">Minor units of <paramref name="Currency"/>.</param>
public sealed record IntakeVariant(string Sku, string ProductId, string Name, long Price, string Currency, int OnHand);
