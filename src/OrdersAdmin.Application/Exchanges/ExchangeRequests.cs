using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Exchanges;

/// <summary>Units to exchange that were checked and priced; every wrong field is named.</summary>
internal static class ExchangeRequests
{
    public static async Task<Result<IReadOnlyList<ExchangeLine>>> Price(OrdersContext db, ReturnBook book, IReadOnlyList<ExchangeItem> items)
    {
        var order = book.Order;
        var wanted = await Variants(db, order, items.Select(item => item.NewVariantId));
        var sold = await Variants(db, order, order.Lines.Select(line => line.VariantId).OfType<Id<Variant>>());
        var amounts = new RefundAmounts(order, book.Refunds);
        var (errors, lines) = (new List<FieldError>(), new List<ExchangeLine>());
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (amounts.Lines.FirstOrDefault(each => each.Line.Id == item.LineItemId) is not { } rest || item.Quantity < 1)
                continue;
            if (!wanted.TryGetValue(item.NewVariantId, out var variant))
                errors.Add(new($"items[{i}].new_variant_id", "There is no such variant."));
            else if (WhyNot(variant, items) is { } why)
                errors.Add(new($"items[{i}].new_variant_id", why));
            else if (item.Quantity > rest.Units)
                errors.Add(new($"items[{i}].quantity", rest.Units == 0 ? $"All of {rest.Line.Name} is refunded or exchanged already." : $"Only {rest.Units} of {rest.Line.Name} are not refunded yet."));
            else if (!ExchangePricing.UnitPrice(order, rest.Line, rest.Line.VariantId is { } id ? sold.GetValueOrDefault(id) : null, variant).TryGet(out var price, out var unpriced))
                errors.Add(new($"items[{i}].new_variant_id", unpriced.Message));
            else
                lines.Add(ExchangePricing.Line(rest, item.Quantity, variant, price, order));
        }
        return errors.Count > 0 ? new Problem.Invalid(errors) : lines;
    }

    /// <summary>The same once more, at the price that was told the customer.</summary>
    public static Result<IReadOnlyList<ExchangeLine>> Again(ReturnBook book, Exchange exchange, IReadOnlyDictionary<Id<Variant>, Variant> variants)
    {
        var amounts = new RefundAmounts(book.Order, book.Refunds);
        var lines = new List<ExchangeLine>();
        foreach (var line in exchange.Lines)
        {
            var rest = amounts.Lines.First(each => each.Line.Id == line.LineItemId);
            if (!variants.TryGetValue(line.VariantId, out var variant) || variant.DeletedAt is not null)
                return new Problem.Refused($"{line.Name} ({line.Sku}) is no longer sold.");
            if (rest.Units < line.Quantity)
                return new Problem.Refused($"{rest.Line.Name} was refunded or exchanged meanwhile.");
            lines.Add(ExchangePricing.Line(rest, line.Quantity, variant, line.UnitPrice, book.Order));
        }
        return lines;
    }

    /// <summary>The site's variants among these.</summary>
    public static async Task<Dictionary<Id<Variant>, Variant>> Variants(OrdersContext db, Order order, IEnumerable<Id<Variant>> ids)
    {
        var wanted = ids.Distinct().ToList();
        return await db.Variants.Where(variant => variant.SiteId == order.SiteId && wanted.Contains(variant.Id)).ToDictionaryAsync(variant => variant.Id);
    }

    private static string? WhyNot(Variant variant, IReadOnlyList<ExchangeItem> items)
    {
        if (variant.DeletedAt is not null)
            return $"{variant.Name} is no longer sold.";
        var asked = items.Where(item => item.NewVariantId == variant.Id).Sum(item => (long)item.Quantity);
        return asked <= variant.Available ? null : variant.Available <= 0 ? $"{variant.Name} is sold out." : $"Only {variant.Available} of {variant.Name} are left.";
    }
}
