using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using OrdersAdmin.Idempotency;
using OrdersAdmin.Kernel;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class EveryEndpoint(SharedApiShop shared) : IClassFixture<SharedApiShop>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static TheoryData<string> All => Names(_ => true);

    public static TheoryData<string> Changing => Names(each => each.Changes);

    public static TheoryData<string> Writing => Names(each => each.NeedsToWrite);

    public static TheoryData<string> Reading => Names(each => !each.NeedsToWrite);

    public static TheoryData<string> OfOne => Names(each => each.IsOfOne);

    public static TheoryData<string> OfOrders => Names(each => each.Subject == ApiSubject.Order);

    public static TheoryData<string> Versioned => Names(each => each is { Changes: true, IsOfOne: true });

    public static TheoryData<string> WithAWrongState => Names(each => each.Wrong is not null);

    public static TheoryData<string> Keyed => Names(each => each.Method == "POST");

    private ApiShop Shop => shared.Shop;

    [Fact]
    public void Has_a_row_in_the_table()
    {
        var mapped = Shop.Factory.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => Shape($"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}")));

        Assert.Equal(mapped.Order(), ApiEndpoint.All.Select(each => Shape(each.Name)).Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Works(string name)
    {
        var (endpoint, target) = await Prepare(name);

        var reply = await Send(endpoint, target, Shop.Writer, key: name);

        Assert.True(endpoint.Status == reply.Status, reply.Body);
        Assert.Equal(endpoint.Status == 204 ? "" : "application/json", reply.ContentType);
        Assert.NotNull(reply.Headers["RateLimit-Remaining"]);
        if (endpoint is { IsOfOne: true, Tagged: true })
            Assert.InRange(int.Parse(reply.ETag!.Trim('"'), CultureInfo.InvariantCulture), target.Version + (endpoint.Changes ? 1 : 0), (await Now(endpoint, target)).Version);
    }

    [Theory]
    [MemberData(nameof(OfOrders))]
    public async Task Answers_the_same_under_the_specifications_address(string name)
    {
        var (endpoint, target) = await Prepare(name);

        var reply = await Shop.Send(endpoint.Method, endpoint.At(target).Replace("/api/v1", "/api/storefront/v1", StringComparison.Ordinal), Shop.Writer, Body(endpoint, target), $"storefront {name}");

        Assert.True(endpoint.Status == reply.Status, reply.Body);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Refuses_whoever_brings_no_valid_token(string name)
    {
        var (endpoint, target) = await Prepare(name);

        foreach (var token in (string?[])[null, "", "nonsense", "oat_" + new string('A', 43), Shop.Writer[..^1], "ä"])
            (await Shop.Send(endpoint.Method, endpoint.At(target), token, Body(endpoint, target))).Refused(401, "unauthenticated");

        await Unchanged(endpoint, target);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task Refuses_a_token_that_only_reads(string name)
    {
        var (endpoint, target) = await Prepare(name);

        (await Send(endpoint, target, Shop.Reader, "k")).Refused(403, "insufficient_scope");

        await Unchanged(endpoint, target);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Lets_a_token_read_that_only_reads(string name)
    {
        var (endpoint, target) = await Prepare(name);

        (await Send(endpoint, target, Shop.Reader)).Ok(endpoint.Status);
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task Does_not_tell_what_is_another_sites_from_what_is_not_there(string name)
    {
        var (endpoint, target) = await Prepare(name);

        var foreign = (await Send(endpoint, target, Shop.Foreign)).Refused(404, "not_found");
        var unknown = (await Shop.Send(endpoint.Method, endpoint.Nowhere, Shop.Foreign, Body(endpoint, target))).Refused(404, "not_found");

        Assert.Equal(unknown.Body, foreign.Body);
        await Unchanged(endpoint, target);
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task Does_not_find_what_is_no_id(string name)
    {
        var (endpoint, target) = await Prepare(name);

        foreach (var id in endpoint.Subject.NoIds)
            (await Shop.Send(endpoint.Method, endpoint.At(target with { Id = id }), Shop.Writer, Body(endpoint, target))).Refused(404, "not_found");
        foreach (var part in endpoint.Part is { } unknown ? (string[])[unknown, "nonsense"] : [])
            (await Shop.Send(endpoint.Method, endpoint.At(target with { Part = part }), Shop.Writer, Body(endpoint, target))).Refused(404, "not_found");
        await Unchanged(endpoint, target);
    }

    [Theory]
    [MemberData(nameof(WithAWrongState))]
    public async Task Is_refused_by_a_state_that_does_not_permit_it(string name)
    {
        var (endpoint, target) = await Prepare(name, wrong: true);

        (await Send(endpoint, target, Shop.Writer)).Refused(409, "state");

        await Unchanged(endpoint, target);
    }

    [Theory]
    [MemberData(nameof(Versioned))]
    public async Task Is_refused_when_somebody_changed_it_since(string name)
    {
        var (endpoint, target) = await Prepare(name);
        await endpoint.Subject.Change(Shop, target.Id);

        (await Send(endpoint, target, Shop.Writer, version: target.Version)).Refused(412, "stale");

        var now = await Now(endpoint, target);
        Assert.Equal((target.Version + 1, target.Trace + 1), (now.Version, now.Trace));
        Assert.Equal(endpoint.Status, (await Send(endpoint, target, Shop.Writer, version: now.Version)).Status);
    }

    [Theory]
    [MemberData(nameof(Keyed))]
    public async Task Is_carried_out_once_for_a_key(string name)
    {
        var (endpoint, target) = await Prepare(name);
        var (key, before) = ($"once {name}", await Acts(endpoint, target));

        var first = await Send(endpoint, target, Shop.Writer, key);
        var acts = await Acts(endpoint, target);
        var again = await Send(endpoint, target, Shop.Writer, key);
        var other = await Shop.Send(endpoint.Method, endpoint.At(target), Shop.Writer, """{"something":"else"}""", key);

        Assert.Equal((endpoint.Status, false), (first.Status, first.Replayed));
        Assert.Equal((first.Status, WithoutSecret(first.Body), first.ETag, true), (again.Status, again.Body, again.ETag, again.Replayed));
        other.Refused(422, "idempotency_key_reused");
        Assert.Equal(endpoint.IsOfOne, acts > before);
        Assert.Equal(acts, await Acts(endpoint, target));
    }

    [Theory]
    [MemberData(nameof(Keyed))]
    public async Task Is_carried_out_once_for_a_key_when_the_process_ended_before_it_answered(string name)
    {
        var (endpoint, target) = await Prepare(name);
        var key = $"crash {name}";
        var lost = (await Send(endpoint, target, Shop.Writer, key)).Ok(endpoint.Status);
        var acts = await Acts(endpoint, target);
        await Shop.ForgetAnswer(key);

        var again = (await Send(endpoint, target, Shop.Writer, key)).Ok(endpoint.Status);

        Assert.Equal((lost.Text("id"), false), (again.Text("id"), again.Replayed));
        Assert.Equal(acts, await Acts(endpoint, target));
    }

    [Theory]
    [MemberData(nameof(Keyed))]
    public async Task Is_refused_while_the_same_is_being_carried_out(string name)
    {
        var (endpoint, target) = await Prepare(name);
        var token = Id<ApiToken>.Parse((await Shop.Get("/api/v1/me")).Text("token_id"));
        var key = new RequestKey(token, $"{endpoint.Method} {endpoint.At(target)}", $"running {name}");

        using (Assert.IsType<KeyedStart.Run>(await Shop.Factory.Service<KeyedRequests>().Start(key, [1])).Keyed)
            (await Send(endpoint, target, Shop.Writer, key.Key)).Refused(409, "idempotency_key_in_flight");

        await Unchanged(endpoint, target);
        Assert.False((await Send(endpoint, target, Shop.Writer, key.Key)).Ok(endpoint.Status).Replayed);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Names_what_is_malformed_and_changes_nothing(string name)
    {
        var (endpoint, target) = await Prepare(name);

        foreach (var (body, path) in (IEnumerable<(string, string)>)
            [("""{"no_such_field":1}""", "no_such_field"), ("""{"note":"a","note":"b"}""", "note"), ("{", "$"), ("[]", "$"), ("\"text\"", "$"), ("""{"no_such_field":{"a":[1""", "no_such_field")])
        {
            var reply = (await Shop.Send(endpoint.Method, endpoint.At(target), Shop.Writer, body, Guid.NewGuid().ToString())).Refused(400, "malformed");
            Assert.True(reply.Paths.Contains(path) || reply.Paths.Contains("$"), $"{body}: {reply.Body}");
        }

        (await Shop.Send(endpoint.Method, endpoint.At(target), Shop.Writer, new string(' ', 1024 * 1024) + "{}", "k")).Refused(413, "too_large");
        (await Shop.Send(endpoint.Method, endpoint.At(target), Shop.Writer, "a=b", "k", contentType: "application/x-www-form-urlencoded")).Refused(415, "unsupported_media_type");
        await Unchanged(endpoint, target);
    }

    /// <summary>A name for every parameter, so that the table need not use the routes' own.</summary>
    internal static string Shape(string route) => Regex.Replace(route, "{[^}]*}", "{}", RegexOptions.None, Longest);

    private static TheoryData<string> Names(Func<ApiEndpoint, bool> which) => [.. ApiEndpoint.All.Where(which).Select(each => each.Name)];

    /// <summary>A secret is told once.</summary>
    private static string WithoutSecret(string body) => Regex.Replace(body, "\"secret\":\"[^\"]*\"", "\"secret\":null", RegexOptions.None, Longest);

    private static string? Body(ApiEndpoint endpoint, ApiTarget target) => endpoint.Body is { } body ? target.Fill(body) : null;

    private async Task<(ApiEndpoint Endpoint, ApiTarget Target)> Prepare(string name, bool wrong = false)
    {
        var endpoint = ApiEndpoint.All.Single(each => each.Name == name);
        var id = await endpoint.Subject.Make(Shop);
        var part = (wrong ? endpoint.Wrong : endpoint.Prepare) is { } prepare ? await prepare(Shop, id) : null;
        return (endpoint, await endpoint.Subject.Read(Shop, id) with { Part = part });
    }

    private Task<ApiTarget> Now(ApiEndpoint endpoint, ApiTarget target) => endpoint.Subject.Read(Shop, target.Id);

    private async Task Unchanged(ApiEndpoint endpoint, ApiTarget target) => Assert.Equal(target.Trace, (await Now(endpoint, target)).Trace);

    private Task<int> Acts(ApiEndpoint endpoint, ApiTarget target) => endpoint.Subject.Acts(Shop, target.Id);

    private Task<ApiReply> Send(ApiEndpoint endpoint, ApiTarget target, string token, string? key = null, int? version = null) =>
        Shop.Send(endpoint.Method, endpoint.At(target), token, Body(endpoint, target), key ?? (endpoint.Method == "POST" && endpoint.Path.Length == 0 ? Guid.NewGuid().ToString() : null), version);
}
