using OrdersAdmin.Benchmarks.Rest;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class HostileRequests
{
    private const int Many = 400;

    [Fact]
    public async Task Are_refused_without_a_failure_and_change_nothing()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();
        using var client = shop.Factory.Client();
        var seed = int.TryParse(Environment.GetEnvironmentVariable("HOSTILE_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(int.MaxValue - Many);
        TestContext.Current.TestOutputHelper?.WriteLine($"HOSTILE_SEED={seed}");

        for (var i = 0; i < Many; i++)
        {
            var hostile = HostileRequest.Of(seed + i, order.Id.ToString(), shop.Writer);
            using var message = hostile.Message();
            using var response = await client.SendAsync(message);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode < 500, $"HOSTILE_SEED={seed + i}: {hostile.Method} {hostile.Path} {hostile.Body}: {(int)response.StatusCode} {body}");
            Assert.True((int)response.StatusCode < 300 ? hostile.Method is "GET" or "HEAD" : hostile.Method == "HEAD" || response.Content.Headers.ContentType?.MediaType == "application/problem+json",
                $"HOSTILE_SEED={seed + i}: {hostile.Method} {hostile.Path} {hostile.Body}: {(int)response.StatusCode} {body}");
        }

        Assert.Equal(order.Version, (await shop.Read(order.Id)).Version);
        Assert.Single((await shop.Get($"{ApiShop.Orders}?limit=250")).Ok().Json.GetProperty("data").EnumerateArray());
    }
}
