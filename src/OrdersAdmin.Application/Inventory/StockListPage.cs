using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Inventory;

/// <summary>A page of variants by SKU; the id decides between two sites that have the same.</summary>
internal static class StockListPage
{
    public static IQueryable<Variant> Filter(OrdersContext db, IQueryable<Variant> variants, StockListQuery query)
    {
        if (query.SiteSlug is { } slug)
            variants = variants.Where(variant => db.Sites.Any(site => site.Id == variant.SiteId && site.Slug == slug));
        if (Text.Clean(query.Search) is { } search)
        {
            var pattern = LikePattern.Containing(search);
            variants = variants.Where(variant => EF.Functions.Like(variant.Sku, pattern, LikePattern.Escape) || EF.Functions.Like(variant.Name, pattern, LikePattern.Escape));
        }
        return query.LowOnly ? Low(variants) : variants;
    }

    public static IQueryable<Variant> Low(IQueryable<Variant> variants) =>
        variants.Where(variant => variant.DeletedAt == null && variant.OnHand - variant.Reserved <= StockListQuery.LowAt);

    public static async Task<(IReadOnlyList<StockRow> Rows, string? Newer, string? Older)> Load(OrdersContext db, IQueryable<Variant> variants, StockCursor? cursor, int limit)
    {
        var backwards = cursor is { Backwards: true };
        if (cursor is { } from)
            variants = backwards
                ? variants.Where(each => string.Compare(each.Sku, from.Sku) < 0 || (each.Sku == from.Sku && each.Id < from.Id))
                : variants.Where(each => string.Compare(each.Sku, from.Sku) > 0 || (each.Sku == from.Sku && each.Id > from.Id));
        var ordered = backwards ? variants.OrderByDescending(each => each.Sku).ThenByDescending(each => each.Id) : variants.OrderBy(each => each.Sku).ThenBy(each => each.Id);
        var found = await ordered.Take(limit + 1)
            .Select(each => new { Variant = each, Slug = db.Sites.Where(site => site.Id == each.SiteId).Select(site => site.Slug).First() }).ToListAsync();
        var more = found.Count > limit;
        var page = found.Take(limit).ToList();
        if (backwards)
            page.Reverse();
        return ([.. page.Select(each => Row(each.Variant, each.Slug))],
            page.Count > 0 && (backwards ? more : cursor is not null) ? new StockCursor(page[0].Variant.Sku, page[0].Variant.Id, Backwards: true).ToString() : null,
            page.Count > 0 && (backwards || more) ? new StockCursor(page[^1].Variant.Sku, page[^1].Variant.Id, Backwards: false).ToString() : null);
    }

    private static StockRow Row(Variant variant, string slug) => new(
        variant.Id, variant.Sku, variant.Name, slug, new(variant.Price, variant.Currency), variant.OnHand, variant.Reserved, variant.Quarantined, variant.Available,
        variant.DeletedAt is null && variant.Available <= StockListQuery.LowAt, variant.DeletedAt is not null);
}

/// <summary>Where a page of variants ended or began.</summary>
internal sealed record StockCursor(string Sku, Id<Variant> Id, bool Backwards)
{
    public static bool TryRead(string? text, out StockCursor? cursor)
    {
        cursor = null;
        if (text is null)
            return true;
        if (text.Split('~', 3) is not [("b" or "f") and var way, var id, var sku] || !Id<Variant>.TryParse(id, null, out var variant))
            return false;
        cursor = new(sku, variant, way == "b");
        return true;
    }

    public override string ToString() => $"{(Backwards ? "b" : "f")}~{Id}~{Sku}";
}
