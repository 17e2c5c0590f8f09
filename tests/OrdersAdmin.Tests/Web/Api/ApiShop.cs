using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.StripeSimulator;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Tests.Web.Api;

/// <summary>The application over HTTP with two sites, an owner who made the tokens, and a payment provider.</summary>
internal sealed class ApiShop : IAsyncDisposable
{
    public const string Orders = "/api/v1/merchant/orders";
    public const string Webhooks = "/api/v1/webhooks";

    private readonly Simulator simulator;
    private readonly HttpClient client;
    private int made;

    private ApiShop(ShopFactory factory, Simulator simulator)
    {
        (Factory, this.simulator) = (factory, simulator);
        client = factory.Client();
    }

    public ShopFactory Factory { get; }

    public Actor Owner { get; private set; } = default!;

    /// <summary>The id of a variant that mugs are exchanged for.</summary>
    public string BlueMug { get; private set; } = "";

    /// <summary>Of support on acme; beyond 10.00 Sam's refunds wait for somebody.</summary>
    public Actor Sam { get; private set; } = default!;

    /// <summary>Reads and writes on acme.</summary>
    public string Writer { get; private set; } = "";

    /// <summary>Only reads, on acme.</summary>
    public string Reader { get; private set; } = "";

    /// <summary>Reads and writes on kumo.</summary>
    public string Foreign { get; private set; } = "";

    public static Task<ApiShop> Open(params (string Key, string Value)[] settings) => Open(listening: false, settings);

    /// <summary>On a port of this machine.</summary>
    public static Task<ApiShop> Listening(params (string Key, string Value)[] settings) => Open(listening: true, settings);

    private static async Task<ApiShop> Open(bool listening, (string Key, string Value)[] settings)
    {
        var stripe = await Simulator.Start();
        var factory = new ShopFactory("Development", null, [("OrdersAdmin:Demo", "false"), ("OrdersAdmin:Stripe:BaseUrl", stripe.Address.ToString()), ("OrdersAdmin:Stripe:SecretKey", Simulator.Key),
            ("OrdersAdmin:Stripe:WebhookSecrets:0", "whsec_of_the_test"), ("OrdersAdmin:Api:RequestsPerMinute", "1000000"), .. settings]);
        if (listening)
            factory.Listen();
        var shop = new ApiShop(factory, stripe);
        (await shop.Factory.OpenSite("acme")).OrThrow();
        (await shop.Factory.OpenSite("kumo", "JPY")).OrThrow();
        shop.Owner = Actor.Staff(await shop.Factory.Hire("olga@shop.test"), "olga");
        shop.Sam = Actor.Staff(await shop.Factory.Hire("sam@shop.test", Role.Support, "acme"), "sam");
        await shop.LimitSupport();
        var acme = (await shop.Factory.Service<SiteQueries>().List(shop.Owner)).First(site => site.Slug == "acme");
        (await shop.Factory.Service<VariantWorkflow>().TakeIn(shop.Owner, acme.Id,
            [new("MUG", "mug", "Mug", 1000, "EUR", 10_000), new("PLATE", "plate", "Plate", 1000, "EUR", 10_000), new("MUG-BLUE", "mug", "Blue mug", 1000, "EUR", 10_000)])).OrThrow();
        shop.BlueMug = (await shop.Factory.Service<StockQueries>().List(shop.Owner, new StockListQuery(Search: "MUG-BLUE"))).OrThrow().Rows[0].Id.ToString();
        shop.Writer = await shop.Token("Warehouse", writes: true, "acme");
        shop.Reader = await shop.Token("Reports", writes: false, "acme");
        shop.Foreign = await shop.Token("Kumo sync", writes: true, "kumo");
        return shop;
    }

    /// <summary>Whoever asks as support does, tokens too, refunds 10.00 at a time on acme without a second person.</summary>
    private async Task LimitSupport()
    {
        var policies = Factory.Service<RefundPolicyWorkflow>();
        var site = (await Factory.Service<SiteQueries>().List(Owner)).First(each => each.Slug == "acme");
        var policy = (await policies.Get(Owner, site.Id)).OrThrow();
        var limits = policy.Limits.Select(limit => limit.Role == Role.Support ? limit with { PerRefund = 1000 } : limit).ToList();
        (await policies.Change(Owner, site.Id, new RefundPolicyDetails(policy.SecondPersonAbove, limits, policy.Reasons), policy.Version)).OrThrow();
    }

    public async Task<string> Token(string name, bool writes, params string[] sites) => await Token(Owner, name, writes, null, sites);

    public async Task<string> Token(Actor maker, string name, bool writes, DateTimeOffset? expires, params string[] sites) =>
        (await Factory.Service<ApiTokenWorkflow>().Make(maker, new MakeApiToken(name, writes, sites, expires))).OrThrow().Secret;

    /// <summary>A paid order of acme with two lines: two mugs and three plates of 10.00 each.</summary>
    public async Task<OrderDocument> Order(Func<IntakeOrder, IntakeOrder>? change = null)
    {
        var intent = $"pi_api{++made}";
        await simulator.Control("payment_intents", $$"""[{"id":"{{intent}}","amount":5000,"currency":"eur"}]""");
        var intake = Given.Intake(Given.Line("Mug", 2, 1000, "MUG"), Given.Line("Plate", 3, 1000, "PLATE")) with { Payments = [new IntakePayment("stripe", intent, "Visa ••4242", Captured: 5000)] };
        var site = (await Factory.Service<SiteQueries>().List(Owner)).First(each => each.Slug == (change?.Invoke(intake).SiteSlug ?? "acme"));
        return await Read((await Factory.Service<IntakeWorkflow>().TakeIn(Owner, site.Id, change?.Invoke(intake) ?? intake)).OrThrow().OrderId);
    }

    /// <summary>The order as the owner would read it.</summary>
    public async Task<OrderDocument> Read(Id<Order> id) => (await Factory.Service<OrderQueries>().Document(Owner, id)).OrThrow();

    /// <summary>Sam asks for a refund of so much, of everything when it is null, which somebody else has to approve; the refund's id.</summary>
    public async Task<string> AskForRefund(string order, long? amount)
    {
        var choice = amount is null ? new RefundChoice { Everything = true } : new RefundChoice { Amount = amount };
        var refund = (await Factory.Service<RefundWorkflow>().Request(Sam, Id<Order>.Parse(order), new RequestRefund(choice, "Goodwill"))).OrThrow();
        Assert.Equal(RefundState.AwaitingApproval, refund.State);
        return refund.RefundId.ToString();
    }

    /// <summary>Somebody who may approve what Olga or her tokens asked for.</summary>
    public async Task<Actor> SecondOwner() => Actor.Staff(await Factory.Hire("otto@shop.test"), "otto");

    /// <summary>The provider pays out whatever it was asked to, and is asked what became of it, until the order has this status.</summary>
    public async Task Becomes(OrderDocument order, OrderStatus status)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var patience = Stopwatch.StartNew(); (await Read(order.Id)).Status != status; await timer.WaitForNextTickAsync())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"The order did not become {status}.");
            await simulator.Advance(TimeSpan.FromMinutes(1));
            await Factory.Service<RefundWorkflow>().Retry(Owner, (await Read(order.Id)).Refunds[0].Id);
        }
    }

    /// <summary>The id of the order's first line.</summary>
    public async Task<string> FirstLine(string order) => (await Read(Id<Order>.Parse(order))).Items[0].Id.ToString();

    /// <summary>As if the process had ended between the effect of the request with this key and its answer.</summary>
    public Task ForgetAnswer(string key) => Factory.Service<OrdersDatabase>().WriteApart<Done>(async db =>
    {
        Assert.Equal(1, await db.KeyedRequests.Where(each => each.Key == key).ExecuteUpdateAsync(set => set.SetProperty(each => each.Status, (int?)null)));
        return new Done();
    });

    /// <summary>How often tokens have acted on the order.</summary>
    public async Task<int> ActsOfTokens(Id<Order> order) =>
        (await Factory.Service<OrderQueries>().Get(Owner, order)).OrThrow().Timeline.Count(entry => entry.ActorKind == ActorKind.Token);

    public async Task<ApiReply> Send(string method, string path, string? token, string? body = null, string? key = null, int? version = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        using var response = await client.SendAsync(request);
        return await ApiReply.Of(response);
    }

    public Task<ApiReply> Get(string path, string? token = null) => Send("GET", path, token ?? Writer);

    public Task<ApiReply> Post(string path, string? body = null, string? key = null, int? version = null, string? token = null) => Send("POST", path, token ?? Writer, body, key, version);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Factory.DisposeAsync();
        await simulator.DisposeAsync();
    }
}
