using System.Net.Http.Json;
using System.Text.Json;
using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Returns;
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

    /// <summary>An order whose payment the provider knows, so that it can be refunded.</summary>
    public Task<OrderView> PaidOrder(params IntakeLine[] lines) => Paid($"pi_e2e{Guid.NewGuid():N}", lines);

    /// <summary>The same, and what becomes of its refund is told beforehand.</summary>
    /// <param name="fate">As the simulator's control endpoint takes it; it counts for this payment alone, because journeys run at the same time.</param>
    public async Task<OrderView> OrderWhoseRefund(object fate, params IntakeLine[] lines)
    {
        var intent = $"pi_e2e{Guid.NewGuid():N}";
        var order = await Paid(intent, lines);
        var own = JsonSerializer.SerializeToNode(fate)!;
        own["payment_intent"] = intent;
        await Control("/_control/fates", own);
        return order;
    }

    /// <summary>The order as it is now.</summary>
    public async Task<OrderView> Now(Id<Order> id) => (await shop.Service<OrderQueries>().Get(Storefront, id)).OrThrow();

    /// <summary>An order whose payment the provider knows, and whose goods are with the customer.</summary>
    public async Task<OrderView> ShippedOrder(params IntakeLine[] lines)
    {
        var order = await PaidOrder(lines);
        (await shop.Service<FulfillmentWorkflow>().Fulfill(Actor.System("Ana Ruiz"), order.Id, new FulfillItems("DHL", RequestKey: $"shipped-{order.Id}"))).OrThrow();
        return await Now(order.Id);
    }

    /// <summary>So many units of the order's first line are on their way back.</summary>
    public async Task<ReturnView> Return(OrderView order, int units)
    {
        var command = new RequestReturn([new ReturnItem(order.Lines[0].Id, units)], "Does not fit", Approve: true, Notify: false);
        (await shop.Service<ReturnWorkflow>().Request(Storefront, order.Id, command)).OrThrow();
        return (await Now(order.Id)).Returns[^1];
    }

    /// <summary>Somebody of the demo shop.</summary>
    public async Task<Actor> Staff(string email)
    {
        var member = (await shop.Service<StaffQueries>().List(Storefront)).OrThrow().First(each => each.Email == email);
        return Actor.Staff(member.Id, member.Name);
    }

    private async Task<OrderView> Paid(string intent, IntakeLine[] lines)
    {
        var order = await Order("acme", intake => intake with { Payments = [intake.Payments[0] with { IntentId = intent }] }, lines);
        var total = order.Money.Single(figure => figure.Kind == MoneyFigureKind.Total).Amount;
        await Control("/_control/payment_intents", new[] { new { id = intent, amount = total.Minor, captured = total.Minor, currency = "eur" } });
        return order;
    }

    private async Task Control(string path, object body)
    {
        using var client = new HttpClient { BaseAddress = new Uri(shop.Service<StripeOptions>().BaseUrl) };
        (await client.PostAsJsonAsync(path, body)).EnsureSuccessStatusCode();
    }
}
