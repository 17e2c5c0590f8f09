using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.Benchmarks;

/// <summary>Refunds a second from the request to the provider's confirmation in the books, with a simulated Stripe in the same process that answers at once.</summary>
internal static class Refunding
{
    private const long Part = 100;

    public static async Task<int> Run(Arguments arguments)
    {
        var (count, writers) = (arguments.Number("refunds", 3000), arguments.Number("writers", 16));
        await using var shop = await Shop.Empty();
        await using var simulator = StripeSimulatorHost.Build(new StripeSimulatorOptions { Url = "http://127.0.0.1:0", Refunds = new RefundBehavior { Start = "succeeded", End = null } });
        await simulator.StartAsync();
        var options = new StripeOptions { BaseUrl = simulator.Urls.First(), SecretKey = new StripeSimulatorOptions().SecretKey, WebhookSecrets = ["whsec_benchmarks"] };
        var stripe = new StripeGateway(PaymentServices.NewClient(), options, TimeProvider.System, NullLogger<StripeGateway>.Instance);
        var refunds = new RefundWorkflow(shop.Database, options, new RefundSignal(), TimeProvider.System);
        var news = new ProviderNews(shop.Database, stripe, new Failpoint(), TimeProvider.System);
        var sender = new RefundSender(shop.Database, stripe, news, new RefundQueue(TimeProvider.System), new Failpoint(), TimeProvider.System);

        await Refund(shop, refunds, sender, await Orders(shop, options, 100, "warm"), writers);
        var orders = await Orders(shop, options, count, "paid");
        var (since, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var times = await Refund(shop, refunds, sender, orders, writers);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;

        Figures.Head($"{writers} people");
        Figures.Of(times, Environment.CpuUsage.TotalTime - worked).Print("one request");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} refunds confirmed in {seconds:0.00} s: {count / seconds:#,0} a second"));
        var findings = await new LedgerCheck(shop.Database, stripe, TimeProvider.System).Run();
        Console.WriteLine(findings.Count == 0 ? "The ledger holds." : $"{findings.Count} findings, the first: {findings[0]}");
        return findings.Count == 0 ? 0 : 1;
    }

    private static async Task<ConcurrentQueue<Id<Order>>> Orders(Shop shop, StripeOptions options, int count, string name)
    {
        using var control = new HttpClient { BaseAddress = new Uri(options.BaseUrl) };
        var sample = new SampleOrders(3);
        var intakes = Enumerable.Range(0, count).Select(i => (Id: $"pi_{name}{i}", Order: sample.NextPending())).ToList();
        foreach (var chunk in intakes.Chunk(1000))
            (await control.PostAsJsonAsync("/_control/payment_intents", chunk.Select(each => new { id = each.Id, amount = each.Order.Totals.Total, currency = "eur" }))).EnsureSuccessStatusCode();
        var taken = await shop.Intake.TakeInAll(shop.Owner, shop.Sites[0].Id, intakes.Select(each => each.Order with
        {
            ExternalOrderReference = each.Id,
            Payments = [new("stripe", each.Id, "Visa", Captured: each.Order.Totals.Total)],
        }));
        return new(taken.Select(each => each.OrThrow().OrderId));
    }

    /// <summary>People ask while the worker sends, until everything is confirmed.</summary>
    private static async Task<List<double>> Refund(Shop shop, RefundWorkflow refunds, RefundSender sender, ConcurrentQueue<Id<Order>> orders, int writers)
    {
        var asking = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (orders.TryDequeue(out var order))
            {
                var start = Stopwatch.GetTimestamp();
                (await refunds.Request(shop.Owner, order, new RequestRefund(new RefundChoice { Amount = Part }, "Goodwill"))).OrThrow();
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return mine;
        })));
        while (await sender.SendApproved(CancellationToken.None) > 0 || !asking.IsCompleted)
            await Task.Yield();
        return [.. (await asking).SelectMany(each => each)];
    }
}
