using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Tests.Webhooks;

/// <summary>A shop with the courier in the test's own hands: nothing is sent in between. It may send to this machine, unless a test says otherwise.</summary>
internal sealed class Outpost : IAsyncDisposable
{
    private Outpost(Shop shop, WebhookOptions options, IDataProtectionProvider keys)
    {
        (Shop, Options, Secrets) = (shop, options, new WebhookSecrets(keys));
        Webhooks = new WebhookWorkflow(shop.Database, options, Secrets, Signal, shop.Clock);
        (Queries, Purge) = (new WebhookQueries(shop.Database), new WebhookPurge(shop.Database, shop.Clock));
        Courier = NewCourier();
    }

    public Shop Shop { get; }

    public WebhookOptions Options { get; }

    public WebhookSecrets Secrets { get; }

    public WebhookSignal Signal { get; } = new();

    public WebhookWorkflow Webhooks { get; }

    public WebhookQueries Queries { get; }

    public WebhookPurge Purge { get; }

    public Courier Courier { get; private set; }

    /// <param name="keys">They protect the secrets; known to this outpost alone unless a test says otherwise.</param>
    public static async Task<Outpost> Open(WebhookOptions? options = null, IDataProtectionProvider? keys = null) =>
        new(await Given.Shop(), options ?? new WebhookOptions { AllowPrivateAddresses = true }, keys ?? new EphemeralDataProtectionProvider());

    /// <summary>An endpoint for this address, for these events or for all.</summary>
    public async Task<WebhookSecretShown> Endpoint(string url, params string[] events) =>
        (await Webhooks.Create(Shop.Owner, new WebhookDetails(url, events.Length == 0 ? null : events))).OrThrow();

    /// <summary>Everything that is due is sent, and what came of it written down.</summary>
    public async Task Deliver()
    {
        await Courier.Dispatch(CancellationToken.None);
        await Courier.WhenIdle();
    }

    /// <summary>Time passes, attempt by attempt, until nothing waits or that much of it has passed.</summary>
    public async Task DeliverFor(TimeSpan time)
    {
        for (var end = Shop.Clock.Now + time; await NextDue() is { } next && next <= end;)
        {
            if (next > Shop.Clock.Now)
                Shop.Clock.Advance(next - Shop.Clock.Now);
            await Deliver();
        }
    }

    /// <summary>What only the process knew is forgotten.</summary>
    public void Restart() => Courier = NewCourier();

    /// <summary>The endpoint's log, oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryView>> LogOf(WebhookSecretShown endpoint) =>
        [.. (await Queries.Deliveries(Shop.Owner, endpoint.Id, limit: WebhookQueries.MostRows)).OrThrow().Items.Reverse()];

    public async Task<DeliveryDetail> Detail(DeliveryView delivery) => (await Queries.Delivery(Shop.Owner, delivery.EndpointId, delivery.Id)).OrThrow();

    public async Task<WebhookView> Now(WebhookSecretShown endpoint) => (await Queries.Get(Shop.Owner, endpoint.Id)).OrThrow();

    /// <summary>The ids of everything that was to be told, in the order in which it happened.</summary>
    public Task<List<string>> AllMessages() => Shop.Database.Read(async db => (await db.WebhookDeliveries.OrderBy(each => each.Number).Select(each => each.MessageId).ToListAsync()).ConvertAll(id => id.ToString()));

    public async ValueTask DisposeAsync() => await Shop.DisposeAsync();

    private Task<DateTimeOffset?> NextDue() => Shop.Database.Read(db => db.WebhookDeliveries
        .Where(each => db.WebhookEndpoints.Any(endpoint => endpoint.Id == each.EndpointId && endpoint.DisabledAt == null && endpoint.DeletedAt == null))
        .MinAsync(each => each.NextAt));

    private Courier NewCourier()
    {
        var sender = new WebhookSender(WebhookSender.NewClient(new GuardedConnection(Options.AllowPrivateAddresses)), Options, Shop.Clock);
        return new Courier(Shop.Database, new MessageBodies(Shop.Database), sender, Secrets, Signal, Shop.Clock, NullLogger<Courier>.Instance);
    }
}
