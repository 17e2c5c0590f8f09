using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.E2E.Browser;

/// <summary>Brings orders in through the same workflow that files go through.</summary>
public sealed class Scenario(Shop shop)
{
    private static readonly Actor Storefront = Actor.System("Storefront");

    public async Task<OrderView> Order(string site = "acme", Func<IntakeOrder, IntakeOrder>? change = null, params IntakeLine[] lines)
    {
        var sites = await shop.Service<SiteQueries>().List(Storefront);
        if (lines.Length == 0)
            lines = [new IntakeLine { Name = "Linen Tote, natural", Sku = "LT-NAT", Quantity = 3, UnitPrice = 4200 }];
        var subtotal = lines.Sum(line => line.UnitPrice * line.Quantity);
        var intake = new IntakeOrder
        {
            ChannelName = "web",
            Channel = Channel.Web,
            CreatedOn = DateTimeOffset.UtcNow.AddMinutes(-3),
            Customer = new IntakeCustomer("zoe@example.com", "Zoë Martin"),
            ShippingAddress = new Address { Name = "Zoë Martin", Line1 = "12 rue des Lilas", PostalCode = "69002", City = "Lyon", CountryCode = "FR" },
            LineItems = lines,
            Totals = new OrderTotals(subtotal, 0, 500, 0, subtotal + 500),
            ShippingLine = new IntakeShipping("Standard", 500),
            Payments = [new IntakePayment("stripe", $"pi_{Guid.NewGuid():N}", "Visa ••4242", Captured: subtotal + 500)],
        };
        var taken = await shop.Service<IntakeWorkflow>().TakeIn(Storefront, sites.First(each => each.Slug == site).Id, change?.Invoke(intake) ?? intake);
        return await Now(taken.OrThrow().OrderId);
    }

    /// <summary>The order as it is now.</summary>
    public async Task<OrderView> Now(Id<Order> id) => (await shop.Service<OrderQueries>().Get(Storefront, id)).OrThrow();
}
