using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;
using OrdersAdmin.Tests.StripeSimulator;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>The whole application as a process of its own, killed with -9 at each commit and on both sides of the POST: after the next start the refund happened once.</summary>
public sealed class PullingThePlug
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Places => [.. Failpoint.All];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Leaves_one_refund_wherever_it_happens(string place)
    {
        using var data = new TemporaryFolder();
        await using var simulator = await Simulator.Start(new StripeSimulatorOptions { Refunds = new RefundBehavior { AfterSeconds = 0.5 } });
        var payment = await simulator.Payment(10_000);
        await PrepareApprovedRefund(data, payment);
        var port = FreePort();
        await simulator.Control("webhooks/endpoints", $$"""{"url":"http://127.0.0.1:{{port}}/webhooks/stripe","secret":"{{Till.WebhookSecret}}"}""");

        using (var killed = Start(data, simulator, port, place))
        {
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest, TestContext.Current.CancellationToken);
            Assert.Equal(137, killed.ExitCode);
        }
        using (var healthy = Start(data, simulator, port, null))
        {
            await Until(() => State(data) == (long)RefundState.Succeeded);
            healthy.Kill();
            await healthy.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Single((await simulator.Get($"/v1/refunds?payment_intent={payment}")).Ids);
        await using var database = await OrdersDatabase.Open(data.DatabasePath, NullLogger.Instance);
        var stripe = new StripeGateway(PaymentServices.NewClient(), Options(simulator), TimeProvider.System, NullLogger<StripeGateway>.Instance);
        Assert.Empty(await new LedgerCheck(database, stripe, TimeProvider.System).Run(againstPeer: true, TestContext.Current.CancellationToken));
    }

    private static async Task PrepareApprovedRefund(TemporaryFolder data, string payment)
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Lamp", 100, 100)) with { Payments = [new("stripe", payment, "Visa ••4242", Captured: 10_000)] });
        (await shop.Refund(order, RefundShop.Amount(2500))).OrThrow();
        await shop.Database.DisposeAsync();
        File.Copy(shop.DatabasePath, data.DatabasePath);
    }

    private static StripeOptions Options(Simulator simulator) => new() { BaseUrl = simulator.Address.ToString(), SecretKey = Simulator.Key, WebhookSecrets = [Till.WebhookSecret] };

    private static Process Start(TemporaryFolder data, Simulator simulator, int port, string? failAt)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OrdersAdmin.Web.dll")]) { WorkingDirectory = data.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        start.Environment["OrdersAdmin__DataDirectory"] = data.Path;
        start.Environment["OrdersAdmin__Demo"] = "false";
        start.Environment["OrdersAdmin__Stripe__BaseUrl"] = simulator.Address.ToString();
        start.Environment["OrdersAdmin__Stripe__SecretKey"] = Simulator.Key;
        start.Environment["OrdersAdmin__Stripe__WebhookSecrets__0"] = Till.WebhookSecret;
        if (failAt is not null)
            start.Environment["OrdersAdmin__FailAt"] = failAt;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static long State(TemporaryFolder data)
    {
        using var connection = new DatabaseFile(data.DatabasePath).OpenReader();
        return connection.Scalar<long>("SELECT \"State\" FROM refunds");
    }

    private static async Task Until(Func<bool> holds)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!holds())
        {
            Assert.True(clock.Elapsed < Longest, "The refund did not succeed after the next start.");
            await timer.WaitForNextTickAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
