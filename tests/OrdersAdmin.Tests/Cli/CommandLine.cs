using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.Web.Api;

namespace OrdersAdmin.Tests.Cli;

/// <summary>One shop that listens on a port, for all tests of the command line; each test makes orders of its own.</summary>
[CollectionDefinition(nameof(CommandLine))]
public sealed class CommandLine : ICollectionFixture<CommandLine>, IAsyncLifetime
{
    internal ApiShop Shop { get; private set; } = default!;

    internal Uri Address => Shop.Factory.Address!;

    public async ValueTask InitializeAsync() => Shop = await ApiShop.Listening(("OrdersAdmin:Webhooks:AllowPrivateAddresses", "true"));

    public ValueTask DisposeAsync() => Shop.DisposeAsync();

    /// <summary>Somebody at a terminal who has set both variables.</summary>
    internal Terminal Terminal() => new(("ORDERS_ADMIN_URL", Address.ToString()), ("ORDERS_ADMIN_TOKEN", Shop.Writer));

    internal Task<OrderDocument> Order() => Shop.Order();

    internal Task<OrderDocument> Now(OrderDocument order) => Shop.Read(order.Id);

    /// <summary>An order whose refund needs a second person.</summary>
    internal Task<OrderDocument> Expensive() => Shop.Order(intake => intake with
    {
        LineItems = [Given.Line("Desk", 1, 20_000)],
        Totals = new OrderTotals(20_000, 0, 0, 0, 20_000),
        Payments = [intake.Payments[0] with { Captured = 20_000 }],
    });

    /// <summary>The token of a second owner.</summary>
    internal async Task<string> SomebodyElse() =>
        await Shop.Token(Actor.Staff(await Shop.Factory.Hire($"{Guid.NewGuid():N}@shop.test"), "Somebody"), "Second person", writes: true, expires: null, "acme");

    internal async Task<OrderDocument> Shipped()
    {
        var order = await Order();
        (await Shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", """{"carrier":"DHL","tracking_number":"1"}""")).Ok();
        return await Now(order);
    }
}
