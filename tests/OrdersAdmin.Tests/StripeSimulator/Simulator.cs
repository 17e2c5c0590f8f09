using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.Tests.StripeSimulator;

/// <summary>A simulator of the test's own on a free port, and a caller with its key.</summary>
internal sealed class Simulator : IAsyncDisposable
{
    private readonly WebApplication app;
    private int payments;

    private Simulator(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public static string Key => new StripeSimulatorOptions().SecretKey;

    public Uri Address { get; }

    public HttpClient Http { get; }

    // Refunds stay pending for ten minutes, so that a slow machine changes no outcome.
    private static StripeSimulatorOptions Patient { get; } = new() { Refunds = new RefundBehavior { AfterSeconds = 600 } };

    public static async Task<Simulator> Start(StripeSimulatorOptions? options = null)
    {
        var host = StripeSimulatorHost.Build((options ?? Patient) with { Url = "http://127.0.0.1:0" });
        await host.StartAsync();
        return new Simulator(host);
    }

    public Task<Reply> Post(string path, string form = "", string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return Send(request);
    }

    public Task<Reply> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Reply> Refund(string payment, long amount, string? key = null, string also = "") =>
        Post("/v1/refunds", $"payment_intent={payment}&amount={amount}{also}", key);

    /// <summary>Something only the simulator has; refused bodies fail the test.</summary>
    public async Task<JsonElement> Control(string path, string json = "{}")
    {
        var reply = await TryControl(path, json);
        Assert.True(reply.Status == 200, reply.Body.ToString());
        return reply.Body;
    }

    public Task<Reply> TryControl(string path, string json) =>
        Send(new HttpRequestMessage(HttpMethod.Post, "/_control/" + path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public async Task<JsonElement> Look(string path) => (await Get("/_control/" + path)).Body;

    public Task Advance(TimeSpan by) => Control("clock", FormattableString.Invariant($$"""{"advance_seconds":{{by.TotalSeconds}}}"""));

    /// <summary>A captured payment, and nothing told of it.</summary>
    public async Task<string> Payment(long amount = 1000, string currency = "eur", string also = "")
    {
        var id = $"pi_test{Interlocked.Increment(ref payments)}";
        await Control("payment_intents", $$"""[{"id":"{{id}}","amount":{{amount}},"currency":"{{currency}}"{{also}}}]""");
        return id;
    }

    public async Task<Reply> ChargeOf(string payment) => await Get("/v1/charges/ch" + payment[2..]);

    public async Task<string[]> EventTypes() =>
        [.. (await Get("/v1/events?limit=100")).Body.GetProperty("data").EnumerateArray().Select(told => told.GetProperty("type").GetString()!).Reverse()];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private async Task<Reply> Send(HttpRequestMessage request)
    {
        using (request)
        using (var response = await Http.SendAsync(request))
        {
            var text = await response.Content.ReadAsStringAsync();
            return new Reply(
                (int)response.StatusCode,
                text.Length == 0 ? default : JsonDocument.Parse(text).RootElement,
                response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
                text);
        }
    }
}

/// <summary>An answer of the simulator.</summary>
internal sealed record Reply(int Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers, string Raw)
{
    public string? Code => Error("code");

    public string? Type => Error("type");

    public string? Param => Error("param");

    public string? Message => Error("message");

    public bool IsReplay => Headers.GetValueOrDefault("Idempotent-Replayed") == "true";

    public string Id => Text("id")!;

    public IReadOnlyList<string> Ids => [.. Body.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    public string? Text(string name) => Body.GetProperty(name).GetString();

    public long Number(string name) => Body.GetProperty(name).GetInt64();

    public bool Flag(string name) => Body.GetProperty(name).GetBoolean();

    private string? Error(string name) =>
        Body.TryGetProperty("error", out var error) && error.TryGetProperty(name, out var value) ? value.GetString() : null;
}
