using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Returns;

/// <summary>Short ways to bring goods back in a test's shop. Without a word about who, Sam the support agent decides and Ana in the warehouse receives.</summary>
internal static class ReturnShop
{
    /// <summary>The customer's own doing: fees are kept.</summary>
    public const string Reason = "Changed their mind";

    public static ReturnWorkflow Returns(this Shop shop) => new(shop.Database, shop.Clock);

    public static ReturnQueries ReturnQueries(this Shop shop) => new(shop.Database, shop.Clock);

    public static ReturnPolicyWorkflow ReturnPolicies(this Shop shop) => new(shop.Database);

    public static StockWorkflow Stock(this Shop shop) => new(shop.Database, shop.Clock);

    public static StockQueries StockQueries(this Shop shop) => new(shop.Database);

    /// <summary>A variant of acme with its units on the shelf.</summary>
    public static async Task<VariantView> Variant(this Shop shop, string sku, int onHand = 10, long price = 1000, string product = "p1", string currency = "EUR", string? name = null)
    {
        (await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [new IntakeVariant(sku, product, name ?? sku, price, currency, onHand)])).OrThrow();
        var list = (await shop.StockQueries().List(shop.Owner, new StockListQuery(Search: sku, SiteSlug: "acme"))).OrThrow();
        return await shop.StockOf(list.Rows.Single(row => row.Sku == sku).Id);
    }

    public static async Task<VariantView> StockOf(this Shop shop, Id<Variant> id) => (await shop.StockQueries().Get(shop.Owner, id)).OrThrow();

    /// <summary>An order of these lines that has shipped whole.</summary>
    public static async Task<OrderView> Shipped(this Shop shop, params IntakeLine[] lines) => await shop.Ship(await shop.Order(lines));

    /// <summary>Units of the order's lines, in their order.</summary>
    public static RequestReturn Request(OrderView order, params int[] quantities) =>
        new([.. quantities.Select((quantity, i) => new ReturnItem(order.Lines[i].Id, quantity)).Where(item => item.Quantity != 0)], Reason);

    public static async Task<ReturnView> Announced(this Shop shop, OrderView order, params int[] quantities) =>
        await shop.Read((await shop.Returns().Request(shop.Support, order.Id, Request(order, quantities))).OrThrow().ReturnId);

    public static async Task<ReturnView> Approved(this Shop shop, OrderView order, params int[] quantities) =>
        await shop.Read((await shop.Returns().Request(shop.Support, order.Id, Request(order, quantities) with { Approve = true })).OrThrow().ReturnId);

    /// <summary>Units of the return's lines, in their order, count in; without quantities everything that is expected.</summary>
    public static async Task<ReturnView> Receive(this Shop shop, ReturnView back, params int[] quantities)
    {
        (await shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn(quantities.Length == 0 ? null : Items(back, quantities)))).OrThrow();
        return await shop.Read(back.Id);
    }

    public static IReadOnlyList<ReceivedItem> Items(ReturnView back, params int[] quantities) =>
        [.. quantities.Select((quantity, i) => new ReceivedItem(back.Lines[i].LineItemId, quantity)).Where(item => item.Quantity != 0)];

    public static async Task<ReturnView> Inspect(this Shop shop, ReturnView back, Disposition disposition, int units, int line = 0, bool accepted = true)
    {
        (await shop.Returns().Inspect(shop.Ana, back.Id, Decide(back, disposition, units, line, accepted))).OrThrow();
        return await shop.Read(back.Id);
    }

    public static InspectReturn Decide(ReturnView back, Disposition disposition, int units, int line = 0, bool accepted = true) =>
        new([new InspectedItem(back.Lines[line].LineItemId, units, disposition, Accepted: accepted)]);

    /// <summary>Everything of an order came back and is on the shelf.</summary>
    public static async Task<ReturnView> AllBack(this Shop shop, OrderView order, params int[] quantities)
    {
        var back = await shop.Receive(await shop.Approved(order, quantities));
        for (var i = 0; i < back.Lines.Count; i++)
            back = await shop.Inspect(back, Disposition.Restock, back.Lines[i].ToInspect, i);
        return back;
    }

    public static async Task<ReturnView> Read(this Shop shop, Id<Return> id) => (await shop.ReturnQueries().Get(shop.Owner, id)).OrThrow();

    public static async Task Policy(this Shop shop, Func<ReturnRules, ReturnRules> change, Id<OrdersAdmin.Sites.Site>? site = null)
    {
        var policies = shop.ReturnPolicies();
        var now = (await policies.Get(shop.Owner, site ?? shop.Acme.Id)).OrThrow();
        (await policies.Change(shop.Owner, now.SiteId, change(now.Rules), now.Version)).OrThrow();
    }
}
