using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Channels;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;
using OrdersAdmin.Tests.StripeSimulator;
using OrdersAdmin.Web.Webhooks;
using Refund = OrdersAdmin.Refunds.Refund;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>A shop whose payments are at a simulated Stripe, with the workers in the test's own hands: nothing happens in between. Both live by the shop's clock.</summary>
internal sealed class Till : IAsyncDisposable
{
    public const string WebhookSecret = "whsec_of_the_test";
    private int payments;
    private WebApplication? door;

    private Till(Shop shop, Simulator simulator)
    {
        (Shop, Simulator) = (shop, simulator);
        Options = new StripeOptions
        {
            BaseUrl = simulator.Address.ToString(),
            SecretKey = Simulator.Key,
            WebhookSecrets = [WebhookSecret],
            RetryPause = TimeSpan.FromMilliseconds(1),
        };
        Stripe = new StripeGateway(PaymentServices.NewClient(), Options, shop.Clock, NullLogger<StripeGateway>.Instance);
        Restart();
    }

    public Shop Shop { get; }

    public Simulator Simulator { get; }

    public StripeOptions Options { get; }

    public StripeGateway Stripe { get; }

    public RefundWorkflow Refunds { get; private set; } = null!;

    public OrderCancellationWorkflow Cancellation { get; private set; } = null!;

    public RefundQueue Queue { get; private set; } = null!;

    public RefundSender Sender { get; private set; } = null!;

    public RefundJanitor Janitor { get; private set; } = null!;

    public RefundPoller Poller { get; private set; } = null!;

    public RefundSweep Sweep { get; private set; } = null!;

    public Inbox Inbox { get; private set; } = null!;

    public ExchangeWorkflow Exchanges { get; private set; } = null!;

    public CheckoutPages Pages { get; private set; } = null!;

    public StripeWebhook Webhook { get; private set; } = null!;

    public StuckMoneyWorkflow Board { get; private set; } = null!;

    /// <summary>Refunds are pending at first and succeed after three seconds, unless a behavior says otherwise.</summary>
    public static async Task<Till> Open(RefundBehavior? behavior = null)
    {
        var shop = await Given.Shop();
        return new Till(shop, await Simulator.Start(new StripeSimulatorOptions { Time = shop.Clock, Refunds = behavior ?? new RefundBehavior() }));
    }

    /// <summary>Everything that only the process knew is forgotten.</summary>
    public void Restart()
    {
        var (database, clock, signal, failpoint) = (Shop.Database, Shop.Clock, new RefundSignal(), new Failpoint());
        Refunds = new RefundWorkflow(database, Options, signal, clock);
        Cancellation = new OrderCancellationWorkflow(database, Options, signal, clock);
        Queue = new RefundQueue(clock);
        var news = new ProviderNews(database, Stripe, failpoint, clock);
        Sender = new RefundSender(database, Stripe, news, Queue, failpoint, clock);
        Janitor = new RefundJanitor(database, Stripe, Sender, news, Queue, clock);
        Poller = new RefundPoller(database, Stripe, news, clock);
        Pages = new CheckoutPages(database, Stripe, clock);
        Exchanges = new ExchangeWorkflow(database, Stripe, signal, new ReturnWorkflow(database, clock), clock);
        Inbox = new Inbox(database, news, Pages, signal, failpoint, clock);
        Sweep = new RefundSweep(database, Stripe, news, Inbox, clock);
        Webhook = new StripeWebhook(Inbox, Options, clock);
        Board = new StuckMoneyWorkflow(database, Queue, clock);
    }

    /// <summary>Lets Stripe's webhooks in, over HTTP, from now on.</summary>
    public async Task ListenToWebhooks()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Webhook);
        door = builder.Build();
        door.MapStripeWebhook();
        await door.StartAsync();
        await Simulator.Control("webhooks/endpoints", $$"""{"url":"{{door.Urls.First()}}/webhooks/stripe","secret":"{{WebhookSecret}}"}""");
    }

    /// <summary>A paid order of one line of many cents, so that every refund of it is a partial one.</summary>
    public async Task<OrderView> Order(long captured = 10_000, string currency = "EUR", params long[] split)
    {
        var paid = split.Length == 0 ? [captured] : split;
        var taken = new List<IntakePayment>();
        foreach (var amount in paid)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"pi_till{++payments}");
            await Seed(id, amount, currency);
            taken.Add(new IntakePayment("stripe", id, $"Visa ••{1000 + payments}", Captured: amount));
        }
        return await Shop.Order(Given.Intake(Given.Line("Lamp", 100, paid.Sum() / 100)) with { Currency = currency, Payments = taken });
    }

    public Task Seed(string id, long amount, string currency)
    {
        var stripes = StripeAmount.ToStripe(amount, Currency.Parse(currency));
        return Simulator.Control("payment_intents", $$"""[{"id":"{{id}}","amount":{{stripes}},"currency":"{{currency.ToLowerInvariant()}}"}]""");
    }

    /// <summary>A refund that is approved already, by whoever has no limit.</summary>
    public async Task<Id<Refund>> Approved(OrderView order, long amount) =>
        (await Refunds.Request(Shop.Owner, order.Id, new RequestRefund(RefundShop.Amount(amount), RefundShop.Reason))).OrThrow().RefundId;

    public Task Send() => Sender.SendApproved(CancellationToken.None);

    /// <summary>One round of every worker.</summary>
    public async Task Work()
    {
        await Sender.SendApproved(CancellationToken.None);
        await Inbox.WorkOff(CancellationToken.None);
        await Janitor.LookAfterAll(CancellationToken.None);
        await Poller.PollAll(CancellationToken.None);
    }

    /// <summary>Time passes for both; what falls due at Stripe happens.</summary>
    public async Task Pass(TimeSpan time)
    {
        Shop.Clock.Advance(time);
        await Simulator.Control("clock", """{"advance_seconds":0}""");
    }

    /// <summary>Time passes in steps with the workers at work, as it would.</summary>
    public async Task PassWorking(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            await Pass(step);
            await Work();
        }
    }

    /// <summary>Every webhook that is due has arrived.</summary>
    public Task Settle() => Simulator.Control("webhooks/settle", "{}");

    public Task Fault(string fault, int count = 1, string also = "") =>
        Simulator.Control("faults", $$"""{"match":{"method":"POST","path_prefix":"/v1/refunds"},"fault":"{{fault}}","count":{{count}}{{also}}}""");

    public async Task<RefundView> Read(OrderView order, Id<Refund> id) => (await Shop.Read(order.Id)).Refunds.Single(refund => refund.Id == id);

    /// <summary>How many refunds Stripe has of the order's first payment.</summary>
    public async Task<int> AtStripe(OrderView order) => (await RefundsAtStripe(order)).Count;

    public async Task<IReadOnlyList<StripeRefund>> RefundsAtStripe(OrderView order)
    {
        var intents = await Shop.Database.Read(db => Task.FromResult(db.Set<Payment>().Where(payment => payment.OrderId == order.Id).Select(payment => payment.IntentId!).ToList()));
        var all = new List<StripeRefund>();
        foreach (var intent in intents)
            all.AddRange(Assert.IsType<StripeAnswer<IReadOnlyList<StripeRefund>>.Ok>(await Stripe.ListRefunds(intent, CancellationToken.None)).Value);
        return all;
    }

    public async Task<string> Intent(OrderView order) => await Shop.Database.Read(db => Task.FromResult(db.Set<Payment>().First(payment => payment.OrderId == order.Id).IntentId!));

    public async Task<IReadOnlyList<StuckRow>> Stuck() => (await Board.List(Shop.Owner)).OrThrow().Rows;

    /// <summary>Every invariant holds, here and at Stripe.</summary>
    public async Task Holds(bool againstPeer = true) =>
        Assert.Empty(await new LedgerCheck(Shop.Database, Stripe, Shop.Clock).Run(againstPeer));

    public async ValueTask DisposeAsync()
    {
        if (door is not null)
            await door.DisposeAsync();
        await Simulator.DisposeAsync();
        await Shop.DisposeAsync();
    }
}
