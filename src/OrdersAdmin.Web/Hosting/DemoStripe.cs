using System.Globalization;
using System.Security.Cryptography;
using OrdersAdmin.Demo;
using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The payment provider of a demo shop without a key of its own: the simulator on this machine, over the real protocol. One refund in twenty fails, so that there is something to look after.</summary>
internal sealed class DemoStripe(ShopOptions shop, DemoCharges charges, ShopAddress address, ILogger<DemoStripe> log) : IAsyncDisposable
{
    private const int AtOnce = 5000;

    private readonly HttpClient control = new();
    private WebApplication? simulator;

    /// <summary>Starts the simulator and makes the shop's payments known to it. Does nothing where a key is configured.</summary>
    public async Task Start(CancellationToken cancel)
    {
        if (shop.Stripe.IsConfigured)
            return;
        shop.Stripe.SecretKey = "sk_test_" + RandomNumberGenerator.GetHexString(24, lowercase: true);
        shop.Stripe.WebhookSecrets = ["whsec_" + RandomNumberGenerator.GetHexString(32, lowercase: true)];
        simulator = StripeSimulatorHost.Build(new StripeSimulatorOptions
        {
            Url = "http://127.0.0.1:0",
            SecretKey = shop.Stripe.SecretKey,
            ApiVersion = shop.Stripe.ApiVersion,
            StateFile = shop.InData("stripe-simulator.jsonl"),
            Refunds = new RefundBehavior { AfterSeconds = 3, FailOneIn = 20 },
        });
        await simulator.StartAsync(cancel);
        shop.Stripe.BaseUrl = simulator.Urls.First();
        control.BaseAddress = new Uri(shop.Stripe.BaseUrl);
        await Seed(cancel);
    }

    /// <summary>Tells the simulator where the shop hears of its refunds; the server listens by now.</summary>
    public async Task Listen()
    {
        if (simulator is not null)
            await Post("/_control/webhooks/endpoints", new { url = address.Of("webhooks/stripe").ToString(), secret = shop.Stripe.WebhookSecrets[0] }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        if (simulator is not null)
            await simulator.DisposeAsync();
    }

    private async Task Seed(CancellationToken cancel)
    {
        var (marker, count) = (shop.InData("stripe-simulator.seeded"), (await charges.Count()).ToString(CultureInfo.InvariantCulture));
        if (File.Exists(marker) && await File.ReadAllTextAsync(marker, cancel) == count)
            return;
        foreach (var chunk in (await charges.All()).Chunk(AtOnce))
        {
            await Post("/_control/payment_intents", chunk.Select(charge => new
            {
                id = charge.IntentId,
                amount = charge.Amount,
                captured = charge.Captured,
                currency = charge.Currency.Code.ToLowerInvariant(),
                created = charge.At.ToUnixTimeSeconds(),
            }), cancel);
        }
        await File.WriteAllTextAsync(marker, count, cancel);
        log.LogInformation("The simulated Stripe knows {Count} payments", count);
    }

    private async Task Post(string path, object body, CancellationToken cancel)
    {
        using var answer = await control.PostAsJsonAsync(path, body, cancel);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The simulated Stripe refused {path}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }
}
