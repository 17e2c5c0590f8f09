using System.Globalization;
using Microsoft.AspNetCore.Routing;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class EveryEndpoint(SharedApiShop shared) : IClassFixture<SharedApiShop>
{
    public static TheoryData<string> All => [.. ApiEndpoint.All.Select(each => each.Name)];

    public static TheoryData<string> Changing => [.. ApiEndpoint.All.Where(each => each.Changes).Select(each => each.Name)];

    public static TheoryData<string> OfAnOrder => [.. ApiEndpoint.All.Where(each => each.IsOfAnOrder).Select(each => each.Name)];

    public static TheoryData<string> Versioned => [.. ApiEndpoint.All.Where(each => each.IsVersioned).Select(each => each.Name)];

    public static TheoryData<string> WithAWrongState => [.. ApiEndpoint.All.Where(each => each.Wrong is not null).Select(each => each.Name)];

    public static TheoryData<string> Keyed => [.. ApiEndpoint.All.Where(each => each.Method == "POST").Select(each => each.Name)];

    private ApiShop Shop => shared.Shop;

    [Fact]
    public void Has_a_row_in_the_table()
    {
        var mapped = Shop.Factory.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ApiShop.Orders, StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => Shape($"{method} {endpoint.RoutePattern.RawText![ApiShop.Orders.Length..].TrimEnd('/')}")));

        Assert.Equal(mapped.Order(), ApiEndpoint.All.Select(each => Shape(each.Name)).Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Works(string name)
    {
        var (endpoint, order, part) = await Prepare(name);

        var reply = await Send(endpoint, order, part, Shop.Writer, key: name);

        Assert.True(endpoint.Status == reply.Status, reply.Body);
        Assert.Equal("application/json", reply.ContentType);
        Assert.NotNull(reply.Headers["RateLimit-Remaining"]);
        if (endpoint.IsOfAnOrder && !endpoint.Path.EndsWith("timeline", StringComparison.Ordinal))
            Assert.InRange(int.Parse(reply.ETag!.Trim('"'), CultureInfo.InvariantCulture), order.Version + (endpoint.Changes ? 1 : 0), (await Shop.Read(order.Id)).Version);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Answers_the_same_under_the_specifications_address(string name)
    {
        var (endpoint, order, part) = await Prepare(name);

        var reply = await Shop.Send(endpoint.Method, endpoint.At(order, part).Replace("/api/v1", "/api/storefront/v1", StringComparison.Ordinal), Shop.Writer, Body(endpoint, order), $"storefront {name}");

        Assert.True(endpoint.Status == reply.Status, reply.Body);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Refuses_whoever_brings_no_valid_token(string name)
    {
        var (endpoint, order, part) = await Prepare(name);

        foreach (var token in (string?[])[null, "", "nonsense", "oat_" + new string('A', 43), Shop.Writer[..^1], "ä"])
            (await Shop.Send(endpoint.Method, endpoint.At(order, part), token, Body(endpoint, order))).Refused(401, "unauthenticated");

        Assert.Equal(order.Version, (await Shop.Read(order.Id)).Version);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Refuses_a_token_that_only_reads(string name)
    {
        var (endpoint, order, part) = await Prepare(name);

        (await Send(endpoint, order, part, Shop.Reader, "k")).Refused(403, "insufficient_scope");

        Assert.Equal(order.Version, (await Shop.Read(order.Id)).Version);
    }

    [Theory]
    [MemberData(nameof(OfAnOrder))]
    public async Task Does_not_tell_another_sites_order_from_none(string name)
    {
        var (endpoint, order, part) = await Prepare(name);

        var foreign = (await Send(endpoint, order, part, Shop.Foreign)).Refused(404, "not_found");
        var unknown = (await Shop.Send(endpoint.Method, endpoint.Nowhere, Shop.Foreign, Body(endpoint, order))).Refused(404, "not_found");

        Assert.Equal(unknown.Body, foreign.Body);
        Assert.Equal(order.Version, (await Shop.Read(order.Id)).Version);
    }

    [Theory]
    [MemberData(nameof(OfAnOrder))]
    public async Task Does_not_find_what_is_no_id(string name)
    {
        var (endpoint, order, _) = await Prepare(name);

        foreach (var id in (string[])["1", "ord_", "ord_!", "cus_01jd0000000000000000000000", "ORD_1", "ord_01jd%27%20OR%201=1"])
            (await Shop.Send(endpoint.Method, endpoint.At(order).Replace(order.Id.ToString(), id, StringComparison.Ordinal), Shop.Writer, Body(endpoint, order))).Refused(404, "not_found");
        if (endpoint.Part is not null)
            (await Shop.Send(endpoint.Method, endpoint.At(order), Shop.Writer, Body(endpoint, order))).Refused(404, "not_found");
    }

    [Theory]
    [MemberData(nameof(WithAWrongState))]
    public async Task Is_refused_by_a_state_that_does_not_permit_it(string name)
    {
        var endpoint = Find(name);
        var order = await Shop.Order();
        var part = await endpoint.Wrong!(Shop, order);
        var before = await Shop.Read(order.Id);

        (await Send(endpoint, order, part, Shop.Writer)).Refused(409, "state");

        Assert.Equal(before.Version, (await Shop.Read(order.Id)).Version);
    }

    [Theory]
    [MemberData(nameof(Versioned))]
    public async Task Is_refused_when_the_order_has_changed_since(string name)
    {
        var (endpoint, order, part) = await Prepare(name);
        await Shop.Send("PATCH", $"{ApiShop.Orders}/{order.Id}", Shop.Writer, """{"tags":["meanwhile"]}""");

        (await Send(endpoint, order, part, Shop.Writer, version: order.Version)).Refused(412, "stale");

        var now = await Shop.Read(order.Id);
        Assert.Equal(order.Version + 1, now.Version);
        Assert.Equal(endpoint.Status, (await Send(endpoint, order, part, Shop.Writer, version: now.Version)).Status);
    }

    [Theory]
    [MemberData(nameof(Keyed))]
    public async Task Is_carried_out_once_for_a_key(string name)
    {
        var (endpoint, order, part) = await Prepare(name);
        var (key, before) = ($"once {name}", await Shop.ActsOfTokens(order));

        var first = await Send(endpoint, order, part, Shop.Writer, key);
        var acts = await Shop.ActsOfTokens(order);
        var again = await Send(endpoint, order, part, Shop.Writer, key);
        var other = await Shop.Send(endpoint.Method, endpoint.At(order, part), Shop.Writer, """{"something":"else"}""", key);

        Assert.Equal((endpoint.Status, false), (first.Status, first.Replayed));
        Assert.Equal((first.Status, first.Body, first.ETag, true), (again.Status, again.Body, again.ETag, again.Replayed));
        other.Refused(422, "idempotency_key_reused");
        Assert.Equal(endpoint.IsOfAnOrder, acts > before);
        Assert.Equal(acts, await Shop.ActsOfTokens(order));
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Names_what_is_malformed_and_changes_nothing(string name)
    {
        var (endpoint, order, part) = await Prepare(name);

        foreach (var (body, path) in (IEnumerable<(string, string)>)
            [("""{"no_such_field":1}""", "no_such_field"), ("""{"note":"a","note":"b"}""", "note"), ("{", "$"), ("[]", "$"), ("\"text\"", "$"), ("""{"no_such_field":{"a":[1""", "no_such_field")])
        {
            var reply = (await Shop.Send(endpoint.Method, endpoint.At(order, part), Shop.Writer, body, Guid.NewGuid().ToString())).Refused(400, "malformed");
            Assert.True(reply.Paths.Contains(path) || reply.Paths.Contains("$"), $"{body}: {reply.Body}");
        }

        (await Shop.Send(endpoint.Method, endpoint.At(order, part), Shop.Writer, new string(' ', 1024 * 1024) + "{}", "k")).Refused(413, "too_large");
        (await Shop.Send(endpoint.Method, endpoint.At(order, part), Shop.Writer, "a=b", "k", contentType: "application/x-www-form-urlencoded")).Refused(415, "unsupported_media_type");
        Assert.Equal(order.Version, (await Shop.Read(order.Id)).Version);
    }

    private static ApiEndpoint Find(string name) => ApiEndpoint.All.Single(each => each.Name == name);

    /// <summary>A name for every parameter, so that the table need not use the routes' own.</summary>
    private static string Shape(string route) => System.Text.RegularExpressions.Regex.Replace(route, "{[^}]*}", "{}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task<(ApiEndpoint Endpoint, OrderDocument Order, string? Part)> Prepare(string name)
    {
        var endpoint = Find(name);
        var order = await Shop.Order();
        var part = endpoint.Prepare is null ? null : await endpoint.Prepare(Shop, order);
        return (endpoint, await Shop.Read(order.Id), part);
    }

    private Task<ApiReply> Send(ApiEndpoint endpoint, OrderDocument order, string? part, string token, string? key = null, int? version = null) =>
        Shop.Send(endpoint.Method, endpoint.At(order, part), token, Body(endpoint, order), key ?? (endpoint.Method == "POST" && endpoint.Path.Length == 0 ? Guid.NewGuid().ToString() : null), version);

    /// <summary>Each order that is brought in is another one; lines and variants are this shop's.</summary>
    private string? Body(ApiEndpoint endpoint, OrderDocument order) => endpoint.Body?
        .Replace("M-1", $"M-{order.Number}", StringComparison.Ordinal)
        .Replace("{line}", order.Items[0].Id.ToString(), StringComparison.Ordinal)
        .Replace("{variant}", Shop.BlueMug, StringComparison.Ordinal);
}
