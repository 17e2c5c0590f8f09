using OrdersAdmin.Exchanges;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;

namespace OrdersAdmin.Tests.Exchanges;

/// <summary>Short ways to exchange in a test's shop. Without a word about who, Sam the support agent decides.</summary>
internal static class ExchangeShop
{
    public static readonly Uri Thanks = new("https://shop.test/thanks");

    /// <summary>Without a payment provider that answers: what needs one is tested with a <see cref="Till"/>.</summary>
    public static ExchangeWorkflow Exchanges(this Shop shop, StripeGateway? stripe = null) =>
        new(shop.Database, stripe ?? RefundShop.Nowhere(shop), new RefundSignal(), shop.Returns(), shop.Clock);

    public static ExchangeQueries ExchangeQueries(this Shop shop) => new(shop.Database, shop.Clock);

    public static RequestExchange Request(OrderView order, Id<Variant> wanted, int units = 1, int line = 0) =>
        new([new ExchangeItem(order.Lines[line].Id, units, wanted)], ReturnShop.Reason);

    public static async Task<ExchangeView> Asked(this Shop shop, OrderView order, VariantView wanted, int units = 1, int line = 0) =>
        await shop.Read((await shop.Exchanges().Request(shop.Support, order.Id, Request(order, wanted.Id, units, line))).OrThrow().ExchangeId);

    public static async Task<ExchangeView> ApprovedExchange(this Shop shop, OrderView order, VariantView wanted, int units = 1, int line = 0) =>
        await shop.Read((await shop.Exchanges().Request(shop.Support, order.Id, Request(order, wanted.Id, units, line) with { Approve = true })).OrThrow().ExchangeId);

    public static async Task<ExchangeView> Read(this Shop shop, Id<Exchange> id) => (await shop.ExchangeQueries().Get(shop.Owner, id)).OrThrow();

    /// <summary>Everything that the order still has to ship leaves.</summary>
    public static async Task<ExchangeView> ShipReplacement(this Shop shop, ExchangeView exchange)
    {
        await shop.Ship(await shop.Read(exchange.OrderId));
        return await shop.Read(exchange.Id);
    }

    public static async Task<ExchangeView> GoodsArrive(this Shop shop, ExchangeView exchange)
    {
        await shop.Receive(exchange.Return);
        return await shop.Read(exchange.Id);
    }
}
