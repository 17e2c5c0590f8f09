using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Benchmarks;

/// <summary>Time from a change to its arrival at each of many receivers, with all of them well and with one that never answers.</summary>
internal static class Telling
{
    private const int PauseMs = 250;
    private const int WarmUp = 20;

    public static async Task<int> Run(Arguments arguments)
    {
        var (endpoints, changes) = (arguments.Number("endpoints", 100), arguments.Number("changes", 60));
        // Once unmeasured, so that what is measured is compiled code.
        await Measure(endpoints, changes: 1, withDead: false);
        var well = await Measure(endpoints, changes, withDead: false);
        var beside = await Measure(endpoints, changes, withDead: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p99 beside a dead endpoint: {(beside - well) / well * 100:+0.0;-0.0} %"));
        return 0;
    }

    /// <summary>The 99th percentile, in milliseconds, at the endpoints that are well.</summary>
    private static async Task<double> Measure(int endpoints, int changes, bool withDead)
    {
        await using var shop = await Shop.Empty();
        var taken = new ConcurrentBag<double>();
        await using var receiver = await Receiver(taken);
        var (options, signal, secrets) = (new WebhookOptions { AllowPrivateAddresses = true }, new WebhookSignal(), new WebhookSecrets(new EphemeralDataProtectionProvider()));
        var workflow = new WebhookWorkflow(shop.Database, options, secrets, signal, TimeProvider.System);
        var sender = new WebhookSender(WebhookSender.NewClient(new GuardedConnection(allowPrivate: true)), options, TimeProvider.System);
        var courier = new Courier(shop.Database, new MessageBodies(shop.Database), sender, secrets, signal, TimeProvider.System, NullLogger<Courier>.Instance);
        using var worker = new CourierWorker(courier, new WebhookPurge(shop.Database, TimeProvider.System), signal, shop.Database.Changes, TimeProvider.System, NullLogger<CourierWorker>.Instance);
        var sample = new SampleOrders(1);
        var orders = (await shop.Intake.TakeInAll(shop.Owner, shop.Sites[0].Id, Enumerable.Range(0, changes + WarmUp).Select(_ => sample.NextPending()))).Select(order => order.OrThrow().OrderId).ToList();
        for (var i = 0; i < endpoints; i++)
            (await workflow.Create(shop.Owner, new WebhookDetails($"{receiver.Urls.First()}/{(withDead && i == 0 ? "dead" : "well")}"))).OrThrow();
        await worker.StartAsync(CancellationToken.None);

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(PauseMs));
        for (var i = 0; i < orders.Count; i++)
        {
            await timer.WaitForNextTickAsync();
            if (i == WarmUp)
                taken.Clear();
            (await shop.Fulfillments.Fulfill(shop.Clerk, orders[i], new FulfillItems("DHL"))).OrThrow();
        }
        var expected = changes * (withDead ? endpoints - 1 : endpoints);
        while (taken.Count < expected)
            await timer.WaitForNextTickAsync();
        await worker.StopAsync(CancellationToken.None);

        var sorted = taken.Order().ToList();
        var p99 = sorted[(int)(sorted.Count * 0.99)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{endpoints} endpoints, {(withDead ? "one of them dead" : "all of them well")}: {sorted.Count:#,0} messages, from the change to the receiver p50 {sorted[sorted.Count / 2]:0} ms, p99 {p99:0} ms"));
        return p99;
    }

    private static async Task<WebApplication> Receiver(ConcurrentBag<double> taken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/dead", (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        app.MapPost("/well", async (HttpContext http) =>
        {
            var arrived = DateTimeOffset.UtcNow;
            using var message = await JsonDocument.ParseAsync(http.Request.Body);
            taken.Add((arrived - message.RootElement.GetProperty("created_at").GetDateTimeOffset()).TotalMilliseconds);
        });
        await app.StartAsync();
        return app;
    }
}
