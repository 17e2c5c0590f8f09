using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrdersAdmin.Tests.Cli;

/// <summary>The way to the shop, on which answers get lost and others answer in its place.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly HttpClient shop;
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> mishaps = new();

    private Wire(Uri address)
    {
        shop = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Carry);
    }

    public Uri Address => new(app.Urls.First());

    /// <summary>The keys of the requests that came along, in their order; empty where there was none.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    public static async Task<Wire> To(Uri address)
    {
        var wire = new Wire(address);
        await wire.app.StartAsync();
        return wire;
    }

    /// <summary>The next request reaches the shop and is carried out there; its answer does not come back.</summary>
    public void LoseAnswer() => mishaps.Enqueue(async context =>
    {
        await Pass(context);
        context.Abort();
    });

    /// <summary>The next request is answered before it reaches the shop.</summary>
    public void Answer(int status, string body = "", params (string Name, string Value)[] headers) => mishaps.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        return context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        shop.Dispose();
    }

    private async Task Carry(HttpContext context)
    {
        Keys.Enqueue(context.Request.Headers["Idempotency-Key"].ToString());
        if (mishaps.TryDequeue(out var mishap))
        {
            await mishap(context);
            return;
        }
        using var answer = await Pass(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
            context.Response.Headers[header.Key] = header.Value.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private async Task<HttpResponseMessage> Pass(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }
        foreach (var name in (string[])["Authorization", "Idempotency-Key", "If-Match"])
        {
            if (context.Request.Headers.TryGetValue(name, out var value))
                request.Headers.TryAddWithoutValidation(name, value.ToArray());
        }
        return await shop.SendAsync(request);
    }
}
