using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrdersAdmin.Channels;
using OrdersAdmin.Customers;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Web.ForeignSites;

/// <summary>The running application with the sites ours and theirs. Everything of theirs has a secret in each of its texts, and of the people who are tried only the owner works there.</summary>
public sealed class TwoSites : IAsyncLifetime
{
    /// <summary>In every text of the foreign site, and nowhere else.</summary>
    public const string Secret = "canary7q";

    private const string TheirSlug = "theirs-" + Secret;
    private static readonly Actor Test = Actor.System("Test");

    private readonly Dictionary<string, Visitor> visitors = new(StringComparer.Ordinal);

    public static TheoryData<string> Roles => new(nameof(Role.Staff), nameof(Role.Support), nameof(Role.Manager));

    // Without the workers: what is compared before and after is changed by nobody else.
    public ShopFactory Shop { get; } = new("Production", services => Workers(services).ForEach(worker => services.Remove(worker)),
        ("OrdersAdmin:Stripe:SecretKey", "sk_test_1"), ("OrdersAdmin:Stripe:WebhookSecrets:0", "whsec_1"), ("OrdersAdmin:Stripe:BaseUrl", "http://127.0.0.1:1"));

    public OrdersDatabase Database => Shop.Service<OrdersDatabase>();

    /// <summary>The ids of what belongs to the foreign site, by their type.</summary>
    public Dictionary<Type, object> Ids { get; } = [];

    public async ValueTask InitializeAsync()
    {
        (await Shop.OpenSite("ours")).OrThrow();
        var site = (await Shop.Service<SiteWorkflow>().Open(Test, new SiteDetails(TheirSlug, $"Site {Secret}", "EUR", "UTC"))).OrThrow();
        foreach (var role in Enum.GetValues<Role>())
            await Shop.Hire($"{role}@shop.test", role, "ours");

        (await Shop.Service<VariantWorkflow>().TakeIn(Test, site.Id, [new IntakeVariant($"sku-{Secret}", "p1", $"Lamp {Secret}", 40_000, "EUR", 9)])).OrThrow();
        var taken = (await Shop.Service<IntakeWorkflow>().TakeIn(Test, site.Id, Order())).OrThrow();
        (await Shop.Service<OrderWorkflow>().Edit(Test, taken.OrderId, new EditOrder($"Note {Secret}", $"Wish {Secret}", [$"tag-{Secret}"]))).OrThrow();
        (await Shop.Service<FulfillmentWorkflow>().Fulfill(Test, taken.OrderId, new FulfillItems($"Carrier {Secret}", $"Service {Secret}", $"track-{Secret}"))).OrThrow();
        var asked = Actor.Staff(await Shop.Hire("their.support@shop.test", Role.Support, TheirSlug), $"Sam {Secret}");
        var refund = (await Shop.Service<RefundWorkflow>().Request(asked, taken.OrderId, new RequestRefund(new RefundChoice { Amount = 60_000 }, "Goodwill", $"Why {Secret}"))).OrThrow();

        var order = (await Shop.Service<OrderQueries>().Get(Test, taken.OrderId)).OrThrow();
        Ids[typeof(Id<Order>)] = order.Id;
        Ids[typeof(Id<Site>)] = site.Id;
        Ids[typeof(Id<LineItem>)] = order.Lines[0].Id;
        Ids[typeof(Id<Fulfillment>)] = order.Fulfillments[0].Id;
        Ids[typeof(Id<Customer>)] = order.Buyer.CustomerId!.Value;
        Ids[typeof(Id<Refund>)] = refund.RefundId;
        await SendBack(order);
    }

    private async Task SendBack(OrderView order)
    {
        var lamp = (await Shop.Service<StockQueries>().List(Test, new StockListQuery())).OrThrow().Rows[0].Id;
        Ids[typeof(Id<Variant>)] = lamp;
        Ids[typeof(Id<Return>)] = (await Shop.Service<ReturnWorkflow>().Request(Test, order.Id, new RequestReturn(
            [new(order.Lines[0].Id, 1)], "Does not fit", $"Return {Secret}"))).OrThrow().ReturnId;
        Ids[typeof(Id<Exchange>)] = (await Shop.Service<ExchangeWorkflow>().Request(Test, order.Id, new RequestExchange(
            [new(order.Lines[0].Id, 1, lamp)], "Does not fit", $"Exchange {Secret}"))).OrThrow().ExchangeId;
    }

    public async Task<Actor> Person(Role role) =>
        (await Shop.Service<StaffQueries>().List(Test)).OrThrow().Where(each => string.Equals(each.Email, $"{role}@shop.test", StringComparison.OrdinalIgnoreCase)).Select(each => Actor.Staff(each.Id, each.Name)).Single();

    /// <summary>A browser in which somebody of this role has signed in.</summary>
    public async Task<Visitor> Browser(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor))
            visitors[role] = visitor = await Shop.SignedIn($"{role}@shop.test");
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Values)
            visitor.Dispose();
        await Shop.DisposeAsync();
    }

    private static List<ServiceDescriptor> Workers(IServiceCollection services) =>
        [.. services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(OrdersDatabase).Assembly)];

    private static IntakeOrder Order() => Given.Intake(Given.Line($"Lamp {Secret}", 4, 40_000, $"sku-{Secret}")) with
    {
        ChannelName = $"ch-{Secret}",
        Customer = new IntakeCustomer($"zoe-{Secret}@example.com", $"Zoë {Secret}"),
        ShippingAddress = new Address { Name = $"Zoë {Secret}", Line1 = $"1 Rue {Secret}", PostalCode = "75002", City = Secret, CountryCode = "FR" },
        CreatedOn = DateTimeOffset.UnixEpoch.AddYears(56),
    };
}
