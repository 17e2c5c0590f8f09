using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Tests.Web.Hosting;

public sealed class ReopeningTheDemoShop
{
    [Fact]
    public async Task Its_tokens_are_those_of_the_first_start_and_open_the_door_still()
    {
        using var data = new TemporaryFolder();
        List<string> first;
        await using (var shop = Open(data))
            first = Told(shop);

        await using var again = Open(data);

        Assert.NotEmpty(first);
        Assert.Equal(first, Told(again));
        Assert.Equal(first.Count, (await Tokens(again)).Count);
        foreach (var token in first)
            Assert.Equal(HttpStatusCode.OK, await Knock(again, token));
    }

    [Fact]
    public async Task New_tokens_take_the_place_of_those_that_nobody_can_read_any_more()
    {
        using var data = new TemporaryFolder();
        List<string> lost;
        await using (var shop = Open(data))
            lost = Told(shop);
        File.Delete(Path.Combine(data.Path, "demo.json"));

        await using var again = Open(data);

        Assert.Empty(lost.Intersect(Told(again)));
        Assert.Equal(lost.Count, (await Tokens(again)).Count(token => token.State == TokenState.Active));
        Assert.Equal(HttpStatusCode.Unauthorized, await Knock(again, lost[0]));
        Assert.Equal(HttpStatusCode.OK, await Knock(again, Told(again)[0]));
    }

    private static ShopFactory Open(TemporaryFolder data) =>
        new("Development", null, ("OrdersAdmin:Demo", "true"), ("OrdersAdmin:DemoOrders", "4"), ("OrdersAdmin:DataDirectory", data.Path));

    /// <summary>The tokens of the file that the shop leaves when it has opened.</summary>
    private static List<string> Told(ShopFactory shop)
    {
        var data = shop.Service<OrdersAdmin.Web.Hosting.ShopOptions>().InData("demo.json");
        using var file = JsonDocument.Parse(File.ReadAllText(data));
        return [.. file.RootElement.GetProperty("tokens").EnumerateArray().Select(each => each.GetProperty("token").GetString()!)];
    }

    private static async Task<IReadOnlyList<ApiTokenView>> Tokens(ShopFactory shop) => (await shop.Service<ApiTokenQueries>().List(Actor.System("Test"))).OrThrow();

    private static async Task<HttpStatusCode> Knock(ShopFactory shop, string token)
    {
        using var client = shop.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        return answer.StatusCode;
    }
}
