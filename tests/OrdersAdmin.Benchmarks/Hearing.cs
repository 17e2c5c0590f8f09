using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Web.Webhooks;

namespace OrdersAdmin.Benchmarks;

/// <summary>Webhooks a second through the shop's own door, over HTTP: signature checked, on disk when it is answered.</summary>
internal static class Hearing
{
    private const string Secret = "whsec_benchmarks";

    public static async Task<int> Run(Arguments arguments)
    {
        var (count, callers) = (arguments.Number("events", 10_000), arguments.Number("callers", 32));
        await using var shop = await Shop.Empty();
        await using var door = Door(shop);
        await door.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(door.Urls.First()) };

        await Send(http, 500, "warm", callers);
        var (since, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var times = await Send(http, count, "told", callers);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;

        Figures.Head($"{callers} callers");
        Figures.Of(times, Environment.CpuUsage.TotalTime - worked).Print("one webhook");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} webhooks accepted in {seconds:0.00} s: {count / seconds:#,0} a second"));
        return 0;
    }

    private static WebApplication Door(Shop shop)
    {
        var options = new StripeOptions { SecretKey = "sk_test_benchmarks", WebhookSecrets = [Secret] };
        var stripe = new StripeGateway(PaymentServices.NewClient(), options, TimeProvider.System, NullLogger<StripeGateway>.Instance);
        var news = new ProviderNews(shop.Database, stripe, new Failpoint(), TimeProvider.System);
        var inbox = new Inbox(shop.Database, news, new CheckoutPages(shop.Database, stripe, TimeProvider.System), new RefundSignal(), new Failpoint(), TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new StripeWebhook(inbox, options, TimeProvider.System));
        var app = builder.Build();
        app.MapStripeWebhook();
        return app;
    }

    private static async Task<List<double>> Send(HttpClient http, int count, string name, int callers)
    {
        var next = -1;
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Interlocked.Increment(ref next) is var i && i < count)
            {
                var start = Stopwatch.GetTimestamp();
                using var request = Event(string.Create(CultureInfo.InvariantCulture, $"{name}{i}"));
                using var answer = await http.SendAsync(request);
                answer.EnsureSuccessStatusCode();
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return mine;
        })));
        return [.. times.SelectMany(each => each)];
    }

    private static HttpRequestMessage Event(string id)
    {
        var body = $$"""{"id":"evt_{{id}}","object":"event","type":"refund.updated","created":1760000000,"data":{"object":{"id":"re_{{id}}","object":"refund","amount":100,"currency":"eur","status":"succeeded"} } }""";
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{body}")));
        return new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "Stripe-Signature", $"t={time},v1={signature}" } },
        };
    }
}
