using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OrdersAdmin.Tests.StripeSimulator;

/// <summary>A webhook receiver that checks signatures by Stripe's published rules, written apart from the simulator's.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "whsec_of_the_test";

    private readonly WebApplication app;
    private readonly Channel<Received> arrived = Channel.CreateUnbounded<Received>();
    private readonly ConcurrentQueue<Received> all = new();

    private Receiver(WebApplication app)
    {
        this.app = app;
        app.MapPost("/hooks", (RequestDelegate)Take);
    }

    /// <summary>What the receiver answers; 500 is a receiver in trouble.</summary>
    public int Answer { get; set; } = 200;

    public string Url => app.Urls.First() + "/hooks";

    public IReadOnlyCollection<Received> All => all;

    public static async Task<Receiver> Start(Simulator stripe, string also = "")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var host = builder.Build();
        var receiver = new Receiver(host);
        await host.StartAsync();
        await stripe.Control("webhooks/endpoints", $$"""{"url":"{{receiver.Url}}","secret":"{{Secret}}"{{also}}}""");
        return receiver;
    }

    /// <summary>The next event of a type; others before it are let pass.</summary>
    public async Task<Received> Next(string type)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var received = await arrived.Reader.ReadAsync(patience.Token);
            if (received.Type == type)
                return received;
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var received = new Received(Encoding.UTF8.GetString(body.ToArray()), http.Request.Headers["Stripe-Signature"].ToString());
        all.Enqueue(received);
        await arrived.Writer.WriteAsync(received);
        http.Response.StatusCode = Answer;
    }
}

internal sealed record Received(string Body, string Signature)
{
    public JsonElement Event { get; } = JsonDocument.Parse(Body).RootElement;

    public string Id => Event.GetProperty("id").GetString()!;

    public string Type => Event.GetProperty("type").GetString()!;

    public JsonElement Object => Event.GetProperty("data").GetProperty("object");

    public long SignedAt => long.Parse(Parts("t").Single(), CultureInfo.InvariantCulture);

    public bool IsSignedWith(string secret)
    {
        if (Parts("t").FirstOrDefault() is not { } time)
            return false;
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{Body}")));
        return Parts("v1").Contains(expected, StringComparer.Ordinal);
    }

    public IEnumerable<string> Parts(string scheme) =>
        Signature.Split(',').Where(part => part.StartsWith(scheme + "=", StringComparison.Ordinal)).Select(part => part[(scheme.Length + 1)..]);
}
