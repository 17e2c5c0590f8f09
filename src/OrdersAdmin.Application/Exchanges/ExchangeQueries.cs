using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Exchanges;

/// <summary>Reads exchanges for whoever may see them. An exchange of a site without a grant is not found.</summary>
public sealed class ExchangeQueries(OrdersDatabase database, TimeProvider clock)
{
    private const int MostChoices = 50;

    public Task<Result<ExchangeView>> Get(Actor actor, Id<Exchange> id) => database.Read<Result<ExchangeView>>(async db =>
        (await Find(db, id, actor, Permission.ViewOrders)).TryGet(out var found, out var problem)
            ? await ExchangeProjection.One(db, found.Book, found.Exchange, await Access.Of(db, actor))
            : problem);

    /// <summary>A page of exchanges over all orders, newest first.</summary>
    public Task<Result<ExchangeListView>> List(Actor actor, ExchangeListQuery query) => database.Read<Result<ExchangeListView>>(async db =>
    {
        if (query.Limit is < 1 or > ExchangeListQuery.MostPerPage)
            return new Problem.Invalid("limit", $"The limit must be from 1 to {ExchangeListQuery.MostPerPage}.");
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ViewOrders) is { } forbidden)
            return forbidden;
        if (!IdCursor<Exchange>.TryRead(query.Cursor, out var cursor))
            return new Problem.Invalid("cursor", "This page's address is not complete. Start again from the first page.");
        var seen = db.Exchanges.Where(exchange => access.EverySite || access.Sites.Contains(exchange.SiteId));
        return await ExchangeListPage.Load(db, seen, query, cursor, clock.GetUtcNow());
    });

    /// <summary>How many somebody still has to do something about, for the navigation.</summary>
    public Task<int> Open(Actor actor) => database.Read(async db =>
    {
        var access = await Access.Of(db, actor);
        return access.May(Permission.ViewOrders)
            ? await db.Exchanges.CountAsync(exchange => (access.EverySite || access.Sites.Contains(exchange.SiteId)) && (exchange.Status == ExchangeStatus.Requested || exchange.Status == ExchangeStatus.Approved))
            : 0;
    });

    /// <summary>What a line could be exchanged for: the same product's variants first, with what is on the shelf.</summary>
    /// <param name="search">Part of the SKU or the name; without it only the same product's are offered.</param>
    public Task<Result<IReadOnlyList<ExchangeChoice>>> Choices(Actor actor, Id<Order> orderId, Id<LineItem> lineId, string? search = null) =>
        database.Read<Result<IReadOnlyList<ExchangeChoice>>>(async db =>
        {
            if (!(await db.FindOrder(orderId, actor, Permission.HandleReturns)).TryGet(out var order, out var problem))
                return problem;
            if (order.Lines.FirstOrDefault(each => each.Id == lineId) is not { } line)
                return new Problem.NotFound("There is no such line on this order.");
            var sold = line.VariantId is { } id ? await db.Variants.SingleOrDefaultAsync(variant => variant.Id == id) : null;
            var product = sold?.ProductId ?? line.ProductId ?? "";
            var text = Text.Clean(search) is { } words ? LikePattern.Containing(words) : null;
            var found = await db.Variants.Where(variant => variant.SiteId == order.SiteId && variant.DeletedAt == null)
                .Where(variant => text == null ? variant.ProductId == product : EF.Functions.Like(variant.Sku, text, LikePattern.Escape) || EF.Functions.Like(variant.Name, text, LikePattern.Escape))
                .OrderByDescending(variant => variant.ProductId == product).ThenBy(variant => variant.Name).Take(MostChoices).ToListAsync();
            return found.ConvertAll(variant => Choice(order, line, sold, variant, variant.ProductId == product));
        });

    internal static async Task<Result<(ExchangeBook Book, Exchange Exchange)>> Find(OrdersContext db, Id<Exchange> id, Actor actor, Permission permission)
    {
        if (await db.Exchanges.Where(exchange => exchange.Id == id).Select(exchange => new { exchange.OrderId }).SingleOrDefaultAsync() is not { } found)
            return new Problem.NotFound(ExchangeWorkflow.Missing);
        if (!(await db.FindOrder(found.OrderId, actor, permission)).TryGet(out var order, out var problem))
            return problem is Problem.NotFound ? new Problem.NotFound(ExchangeWorkflow.Missing) : problem;
        var book = await ExchangeBook.Open(db, order);
        return (book, book.Exchanges.First(exchange => exchange.Id == id));
    }

    private static ExchangeChoice Choice(Order order, LineItem line, Variant? sold, Variant variant, bool sameProduct)
    {
        var price = ExchangePricing.UnitPrice(order, line, sold, variant);
        var money = price.TryGet(out var minor, out var unpriced) ? new Money(minor, order.Currency) : new Money(variant.Price, variant.Currency);
        return new(variant.Id, variant.Sku, variant.Name, money, variant.Available, sameProduct, variant.Available <= 0 ? $"{variant.Name} is sold out." : unpriced?.Message);
    }
}
