using Microsoft.AspNetCore.Routing;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class ManagingWebhooks(HookApiShop shared) : IClassFixture<HookApiShop>
{
    private const string Webhooks = "/api/v1/webhooks";
    private const string New = """{"url":"https://hooks.example.com/orders","events":["order.created","order.refunded"]}""";
    private const string Unknown = "whk_00000000000000000000000001";
    private const string UnknownMessage = "evt_00000000000000000000000001";

    /// <summary>Every endpoint: method, path below the webhooks, a body that it takes, and what it answers.</summary>
    private static readonly (string Method, string Path, string? Body, int Status)[] Table =
    [
        ("GET", "", null, 200),
        ("POST", "", New, 201),
        ("GET", "/{id}", null, 200),
        ("PATCH", "/{id}", """{"events":["*"]}""", 200),
        ("POST", "/{id}/rotate", """{"overlap_hours":1}""", 200),
        ("POST", "/{id}/disable", null, 200),
        ("POST", "/{id}/enable", null, 200),
        ("POST", "/{id}/test", null, 202),
        ("GET", "/{id}/deliveries", null, 200),
        ("GET", "/{id}/deliveries/{message}", null, 200),
        ("POST", "/{id}/deliveries/{message}/replay", null, 202),
        ("DELETE", "/{id}", null, 204),
    ];

    public static TheoryData<string> All => [.. Table.Select(each => $"{each.Method} {each.Path}")];

    public static TheoryData<string> OfAnEndpoint => [.. Table.Where(each => each.Path.Length > 0).Select(each => $"{each.Method} {each.Path}")];

    public static TheoryData<string> Posts => [.. Table.Where(each => each.Method == "POST").Select(each => $"{each.Method} {each.Path}")];

    private ApiShop Shop => shared.Shop;

    [Fact]
    public void Has_every_endpoint_in_the_table()
    {
        var mapped = Shop.Factory.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(Webhooks, StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText![Webhooks.Length..].TrimEnd('/').Replace("{messageId}", "{message}", StringComparison.Ordinal)}"));

        Assert.Equal(mapped.Order(), Table.Select(each => $"{each.Method} {each.Path}").Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Works(string name)
    {
        var (row, path) = await Prepare(name);

        var reply = await Shop.Send(row.Method, path, Shop.Writer, row.Body);

        Assert.True(row.Status == reply.Status, $"{reply.Status}: {reply.Body}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_closed_without_a_token_and_to_a_token_that_only_reads(string name)
    {
        var (row, path) = await Prepare(name);

        (await Shop.Send(row.Method, path, null, row.Body)).Refused(401, "unauthenticated");
        (await Shop.Send(row.Method, path, Shop.Reader, row.Body)).Refused(403, "insufficient_scope");
    }

    [Theory]
    [MemberData(nameof(OfAnEndpoint))]
    public async Task Does_not_tell_another_sites_endpoint_from_none(string name)
    {
        var (row, path) = await Prepare(name);

        var foreign = (await Shop.Send(row.Method, path, Shop.Foreign, row.Body)).Refused(404, "not_found");
        var unknown = (await Shop.Send(row.Method, Webhooks + Fill(row.Path, Unknown, UnknownMessage), Shop.Foreign, row.Body)).Refused(404, "not_found");

        Assert.Equal(unknown.Body, foreign.Body);
        (await Shop.Send(row.Method, Webhooks + Fill(row.Path, "nonsense", "nonsense"), Shop.Writer, row.Body)).Refused(404, "not_found");
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Is_carried_out_once_for_a_key(string name)
    {
        var (row, path) = await Prepare(name);
        var key = Guid.NewGuid().ToString();

        var first = await Shop.Send(row.Method, path, Shop.Writer, row.Body, key);
        var again = await Shop.Send(row.Method, path, Shop.Writer, row.Body, key);

        Assert.Equal((row.Status, false), (first.Status, first.Replayed));
        Assert.Equal((row.Status, true), (again.Status, again.Replayed));
        Assert.Equal(first.Text("id"), again.Text("id"));
    }

    [Fact]
    public async Task Shows_the_secret_once_and_keeps_it_nowhere()
    {
        var key = Guid.NewGuid().ToString();

        var made = (await Shop.Post(Webhooks, New, key)).Ok(201);
        var again = (await Shop.Post(Webhooks, New, key)).Ok(201);
        var read = (await Shop.Get(made.Headers["Location"])).Ok();

        Assert.StartsWith("whsec_", made.Text("secret"), StringComparison.Ordinal);
        Assert.Null(again.Json.GetProperty("secret").GetString());
        Assert.DoesNotContain("secret\"", read.Body.Replace("previous_secret_until", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("\"1\"", read.ETag);
        Assert.Equal(["acme"], made.Json.GetProperty("sites").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(["order.created", "order.refunded"], made.Json.GetProperty("events").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal("active", made.Text("status"));
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

    private async Task<((string Method, string Path, string? Body, int Status) Row, string Path)> Prepare(string name)
    {
        var row = Table.Single(each => $"{each.Method} {each.Path}" == name);
        if (row.Path.Length == 0)
            return (row, Webhooks);
        var id = (await Shop.Post(Webhooks, New)).Ok(201).Text("id");
        var message = row.Path.Contains("{message}", StringComparison.Ordinal) ? (await Shop.Post($"{Webhooks}/{id}/test")).Ok(202).Text("id") : "";
        return (row, Webhooks + Fill(row.Path, id, message));
    }

    private static string Fill(string path, string id, string message) => path.Replace("{id}", id, StringComparison.Ordinal).Replace("{message}", message, StringComparison.Ordinal);
}

/// <summary>One shop for all tests of webhooks over HTTP; each makes its own endpoints.</summary>
public sealed class HookApiShop : IAsyncLifetime
{
    internal ApiShop Shop { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Shop = await ApiShop.Open();

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
