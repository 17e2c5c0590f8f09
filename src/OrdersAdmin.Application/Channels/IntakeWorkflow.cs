using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Customers;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Channels;

/// <summary>The one door through which orders come in: files, other systems, the storefront.</summary>
public sealed class IntakeWorkflow(OrdersDatabase database, TimeProvider clock)
{
    private static readonly Func<OrdersContext, Id<Site>, Task<Site?>> FindSite =
        EF.CompileAsyncQuery((OrdersContext db, Id<Site> id) => db.Sites.SingleOrDefault(site => site.Id == id));

    private static readonly Func<OrdersContext, Id<Site>, string, string, Task<TakenIn?>> FindOrder =
        EF.CompileAsyncQuery((OrdersContext db, Id<Site> site, string channel, string reference) => db.Orders
            .Where(order => order.SiteId == site && order.ChannelName == channel && order.ExternalReference == reference)
            .Select(order => new TakenIn(order.Id, order.Number, true)).SingleOrDefault());

    private static readonly Func<OrdersContext, Id<Site>, string, Task<Variant?>> FindVariant =
        EF.CompileAsyncQuery((OrdersContext db, Id<Site> site, string sku) => db.Variants.SingleOrDefault(variant => variant.SiteId == site && variant.Sku == sku));

    /// <summary>Takes one order in. The same channel name and reference on the same site are the same order, which is answered as it is.</summary>
    public Task<Result<TakenIn>> TakeIn(Actor actor, Id<Site> siteId, IntakeOrder intake, CancellationToken cancel = default) =>
        database.Write(async db => await Place(db, actor, siteId, intake), cancel);

    /// <summary>Takes many orders in, one result each, in their order. A wrong order does not keep the others out.</summary>
    public async Task<IReadOnlyList<Result<TakenIn>>> TakeInAll(Actor actor, Id<Site> siteId, IEnumerable<IntakeOrder> intakes, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        const int atOnce = 64;
        var results = new List<Result<TakenIn>>();
        foreach (var chunk in intakes.Chunk(atOnce))
        {
            results.AddRange(await Task.WhenAll(chunk.Select(intake => TakeIn(actor, siteId, intake, cancel))));
            progress?.Report(results.Count);
        }
        return results;
    }

    private async Task<Result<TakenIn>> Place(OrdersContext db, Actor actor, Id<Site> siteId, IntakeOrder intake)
    {
        const string missing = "There is no such site.";
        if ((await Access.Of(db, actor)).Check(Permission.ImportOrders, siteId, missing) is { } forbidden)
            return forbidden;
        if (await FindSite(db, siteId) is not { } site)
            return new Problem.NotFound(missing);
        if (IntakeRules.Check(intake) is { } wrong)
            return wrong;
        if (await Existing(db, siteId, intake) is { } existing)
            return existing;

        var customer = await FindOrAddCustomer(db, siteId, intake);
        var variants = await Variants(db, siteId, intake);
        var now = clock.GetUtcNow();
        if (!Order.Place(intake, site, await PlaceInList.Next(db, intake.CreatedOn), customer, variants, actor, now).TryGet(out var order, out var problem))
            return problem;
        var cause = new StockCause(actor, now, $"Order #{order.Number} came in", order.Id);
        if (intake.InventoryBehavior == InventoryBehavior.Deduct && Deduct(intake, variants, cause) is { } scarce)
            return scarce;
        db.Orders.Add(order);
        if (intake.NotifyShopper && order is { BuyerEmail: not null, TestMode: false })
        {
            foreach (var fulfillment in order.Fulfillments)
                db.Mails.Add(await ShippedLetter.Write(db, order, fulfillment, clock.GetUtcNow()));
        }
        return new TakenIn(order.Id, order.Number, AlreadyHere: false);
    }

    private static async Task<TakenIn?> Existing(OrdersContext db, Id<Site> siteId, IntakeOrder intake) =>
        Text.Clean(intake.ExternalOrderReference) is { } reference
            ? await FindOrder(db, siteId, intake.ChannelName, reference) : null;

    private static async Task<Customer?> FindOrAddCustomer(OrdersContext db, Id<Site> siteId, IntakeOrder intake) =>
        Text.Clean(intake.Customer?.Email) is { } given && EmailAddress.Normalize(given) is var email
            ? await db.FindOrAddCustomer(siteId, email, Text.Clean(intake.Customer?.Name) ?? intake.ShippingAddress?.Name ?? email, Text.Clean(intake.Customer?.Phone))
            : null;

    private static async Task<Dictionary<string, Variant>> Variants(OrdersContext db, Id<Site> siteId, IntakeOrder intake)
    {
        // One by one: a compiled query for each of a few lines costs less than translating a list of them.
        var found = new Dictionary<string, Variant>(StringComparer.Ordinal);
        foreach (var sku in intake.LineItems.Select(line => line.Sku).OfType<string>().Distinct(StringComparer.Ordinal))
            if (await FindVariant(db, siteId, sku) is { } variant)
                found.Add(sku, variant);
        return found;
    }

    private static Problem? Deduct(IntakeOrder intake, Dictionary<string, Variant> variants, StockCause cause)
    {
        foreach (var line in intake.LineItems)
        {
            if (line.Sku is null || !variants.TryGetValue(line.Sku, out var variant))
                return new Problem.Refused($"{line.Name} has no stock here to deduct from.");
            if (variant.Deduct(line.Quantity, cause).Problem is { } refused)
                return refused;
        }
        return null;
    }
}

/// <summary>The order that came in, or the one that it turned out to be.</summary>
/// <param name="AlreadyHere">True when the order had come in before; nothing was changed then.</param>
public sealed record TakenIn(Id<Order> OrderId, int Number, bool AlreadyHere);
