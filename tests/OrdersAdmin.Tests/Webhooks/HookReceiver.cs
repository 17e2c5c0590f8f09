using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OrdersAdmin.Tests.Webhooks;

/// <summary>Somebody else's server that is told of changes, over real HTTP.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<HookReceived> all = new();

    private HookReceiver(WebApplication app)
    {
        this.app = app;
        app.MapPost("/{**path}", (RequestDelegate)Take);
    }

    public string Url => app.Urls.First() + "/hooks";

    /// <summary>Whether it is reachable at all; down, it breaks every connection off.</summary>
    public bool Up { get; set; } = true;

    /// <summary>What it answers, once it has taken the message.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("Thank you.");

    /// <summary>What it took while it was up, in the order of arrival.</summary>
    public IReadOnlyList<HookReceived> All => [.. all];

    public IEnumerable<string> Ids => all.Select(each => each.Id);

    public static async Task<HookReceiver> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var receiver = new HookReceiver(builder.Build());
        await receiver.app.StartAsync();
        return receiver;
    }

    public void Answers(int status, string text = "") => Answer = http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(text);
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        if (!Up)
        {
            http.Abort();
            return;
        }
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        all.Enqueue(new HookReceived(
            http.Request.Path, Encoding.UTF8.GetString(body.ToArray()),
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        await Answer(http);
    }
}

internal sealed record HookReceived(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Message { get; } = JsonDocument.Parse(Body).RootElement;

    public string Id => Headers["webhook-id"];

    public string Type => Message.GetProperty("type").GetString()!;

    public int Sequence => Message.GetProperty("sequence").GetInt32();
}
