using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace OrdersAdmin.Tests.Web.Hosting;

public sealed class RunningTheShop : IDisposable
{
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Tells_its_state_logs_in_JSON_and_stops_in_order()
    {
        await using var shop = new AppProcess(data, "--Logging:LogLevel:Microsoft.Hosting=Information");
        await shop.Ready();
        Assert.Equal(HttpStatusCode.OK, await shop.Status("/health/live"));

        var since = Stopwatch.StartNew();
        shop.Terminate();

        Assert.Equal(0, await shop.Ended());
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.StartsWith("closed at", await File.ReadAllTextAsync(data.DatabasePath + ".lock", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var logged = shop.Output.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.NotEmpty(logged);
        Assert.All(logged, line => Assert.True(line.TryGetProperty("Category", out _) && line.TryGetProperty("Message", out _)));
        Assert.DoesNotContain(shop.Output, line => line.StartsWith("info:", StringComparison.Ordinal));
        Assert.Contains(shop.Output, line => line.Contains("Nobody can sign in yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_for_one_process_at_a_time()
    {
        await using var first = new AppProcess(data);
        await first.Ready();

        await using var second = new AppProcess(data);

        Assert.Equal(1, await second.Ended());
        Assert.Equal($"Another process is using {data.DatabasePath}. Stop it first, or choose another OrdersAdmin:DataDirectory.", Assert.Single(second.Errors));
        Assert.Equal(HttpStatusCode.OK, await first.Status("/health/ready"));
    }

    [Fact]
    public async Task Does_not_start_with_a_wrong_setting_and_names_each_key_but_no_value()
    {
        await using var shop = new AppProcess(data, "--demo-orders", "0", "--OrdersAdmin:Mail:From=hunter2", "--OrdersAdmin:Mail:User=me", "--OrdersAdmin:PublicUrl=ftp://hunter2");

        Assert.Equal(1, await shop.Ended());
        Assert.Equal(
            ["OrdersAdmin:PublicUrl", "OrdersAdmin:DemoOrders", "OrdersAdmin:Mail:From", "OrdersAdmin:Mail:Password"],
            shop.Errors.Select(line => line.Split(' ')[0]));
        Assert.DoesNotContain(shop.Errors.Concat(shop.Output), line => line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_start_with_a_word_for_a_number()
    {
        await using var shop = new AppProcess(data, "--OrdersAdmin:Mail:Port=hunter2");

        Assert.Equal(1, await shop.Ended());
        Assert.Equal("OrdersAdmin:Mail:Port is not of the right type: a number or true or false is expected.", Assert.Single(shop.Errors));
    }
}
