using OrdersAdmin.Persistence;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class ManagingWebhooks(HookApiShop shared) : IClassFixture<HookApiShop>
{
    private const string Webhooks = ApiShop.Webhooks;
    private const string New = """{"url":"https://hooks.example.com/orders","events":["order.created","order.refunded"]}""";

    private ApiShop Shop => shared.Shop;

    [Fact]
    public async Task Shows_the_secret_once_and_keeps_it_nowhere()
    {
        var (key, another) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());

        var made = (await Shop.Post(Webhooks, New, key)).Ok(201);
        var madeAgain = (await Shop.Post(Webhooks, New, key)).Ok(201);
        var path = $"{Webhooks}/{made.Text("id")}";
        var rotated = (await Shop.Post($"{path}/rotate", """{"overlap_hours":1}""", another)).Ok();
        var rotatedAgain = (await Shop.Post($"{path}/rotate", """{"overlap_hours":1}""", another)).Ok();

        Assert.All([made, rotated], reply => Assert.StartsWith("whsec_", reply.Text("secret"), StringComparison.Ordinal));
        Assert.NotEqual(made.Text("secret"), rotated.Text("secret"));
        Assert.All([madeAgain, rotatedAgain], reply => Assert.Equal((true, null), (reply.Replayed, reply.Json.GetProperty("secret").GetString())));
        Assert.Equal("\"2\"", (await Shop.Get(path)).ETag);
        Assert.DoesNotContain("whsec_", (await Shop.Get(path)).Body + (await Shop.Get(Webhooks)).Body, StringComparison.Ordinal);
        var rows = Shop.Factory.Service<OrdersDatabase>().AllRows();
        Assert.Contains(key, rows, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString("whsec_"u8), rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_new_endpoint_with_what_was_asked_for_and_where_it_is()
    {
        var made = (await Shop.Post(Webhooks, New)).Ok(201);

        var read = (await Shop.Get(made.Headers["Location"])).Ok();

        Assert.Equal("\"1\"", read.ETag);
        Assert.Equal(["acme"], read.Json.GetProperty("sites").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(["order.created", "order.refunded"], read.Json.GetProperty("events").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal("active", read.Text("status"));
    }

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"url":7}""", 400)]
    [InlineData("""{"url":"https://hooks.example.com","secret":"mine"}""", 400)]
    [InlineData("""{"url":"https://hooks.example.com","events":[]}""", 400)]
    [InlineData("""{"url":"https://hooks.example.com","events":[null]}""", 400)]
    [InlineData("""{"url":"https://hooks.example.com","events":["order.eaten"]}""", 422)]
    [InlineData("""{"url":"https://hooks.example.com","sites":["kumo"]}""", 422)]
    [InlineData("""{"url":"http://hooks.example.com"}""", 422)]
    [InlineData("""{"url":"https://169.254.169.254/latest"}""", 422)]
    public async Task Refuses_what_is_no_endpoint(string body, int status)
    {
        var reply = await Shop.Post(Webhooks, body);

        reply.Refused(status, status == 400 ? "malformed" : "refused");
        Assert.NotEmpty(reply.Paths);
    }

    [Fact]
    public async Task Is_refused_on_an_old_version()
    {
        var id = (await Shop.Post(Webhooks, New)).Ok(201).Text("id");
        (await Shop.Send("PATCH", $"{Webhooks}/{id}", Shop.Writer, """{"url":"https://hooks.example.com/new"}""", version: 1)).Ok();

        (await Shop.Send("PATCH", $"{Webhooks}/{id}", Shop.Writer, """{"url":"https://hooks.example.com/newer"}""", version: 1)).Refused(412, "stale");
        (await Shop.Post($"{Webhooks}/{id}/rotate", version: 1)).Refused(412, "stale");
    }

    [Fact]
    public async Task Takes_every_change_of_the_same_moment_that_names_no_version()
    {
        var path = $"{Webhooks}/{(await Shop.Post(Webhooks, New)).Ok(201).Text("id")}";
        string[] changes = ["""{"url":"https://hooks.example.com/new"}""", """{"events":["order.cancelled"]}"""];

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Shop.Send("PATCH", path, Shop.Writer, changes[i % 2])));

        Assert.All(replies, reply => reply.Ok());
        var read = (await Shop.Get(path)).Ok();
        Assert.Equal("https://hooks.example.com/new", read.Text("url"));
        Assert.Equal(["order.cancelled"], read.Json.GetProperty("events").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task Lists_the_log_page_by_page_by_a_cursor_that_nobody_else_can_make()
    {
        var id = (await Shop.Post(Webhooks, New)).Ok(201).Text("id");
        for (var i = 0; i < 3; i++)
            (await Shop.Post($"{Webhooks}/{id}/test")).Ok(202);

        var first = (await Shop.Get($"{Webhooks}/{id}/deliveries?limit=2")).Ok();
        var second = (await Shop.Get($"{Webhooks}/{id}/deliveries?cursor={Uri.EscapeDataString(first.Text("next_cursor"))}")).Ok();

        Assert.Equal((2, 1), (first.Json.GetProperty("data").GetArrayLength(), second.Json.GetProperty("data").GetArrayLength()));
        Assert.Null(second.Json.GetProperty("next_cursor").GetString());
        Assert.Equal(WebhookEvents.Test, first.Json.GetProperty("data")[0].GetProperty("type").GetString());
        (await Shop.Get($"{Webhooks}/{id}/deliveries?cursor=42")).Refused(400, "malformed");
        (await Shop.Get($"{Webhooks}/{id}/deliveries?status=lost")).Refused(400, "malformed");
        (await Shop.Get($"{Webhooks}/{id}/deliveries?limit=251")).Refused(400, "malformed");
    }
}

/// <summary>One shop for all tests of webhooks over HTTP; each makes its own endpoints.</summary>
public sealed class HookApiShop : IAsyncLifetime
{
    internal ApiShop Shop { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Shop = await ApiShop.Open();

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
