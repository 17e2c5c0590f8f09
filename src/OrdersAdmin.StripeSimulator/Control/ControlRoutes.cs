using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Control;

/// <summary>What only a simulator has: its clock, its faults, its receivers and its past.</summary>
internal sealed partial class ControlRoutes(IEndpointRouteBuilder routes, IServiceProvider services)
{
    private readonly Ledger ledger = (Ledger)services.GetService(typeof(Ledger))!;
    private readonly RequestLog log = (RequestLog)services.GetService(typeof(RequestLog))!;

    public void Map()
    {
        MapState();
        MapClock();
        MapFaults();
        MapRefunds();
        MapWebhooks();
        MapCheckout();
    }

    private void Get(string path, Func<HttpRequest, object> read) =>
        routes.MapGet(path, (RequestDelegate)(http => Write(http, StatusCodes.Status200OK, read(http.Request))));

    private void Post<TBody>(string path, Func<TBody, HttpRequest, Task<Told>> act) =>
        routes.MapPost(path, (RequestDelegate)(async http =>
        {
            // Asking for JSON makes a browser's page ask permission first, which is never given.
            if (!http.Request.HasJsonContentType())
            {
                await Write(http, StatusCodes.Status415UnsupportedMediaType, new { error = "Send JSON." });
                return;
            }

            TBody? body;
            try
            {
                body = await JsonSerializer.DeserializeAsync<TBody>(http.Request.Body, StripeJson.Control, http.RequestAborted);
            }
            catch (JsonException unreadable)
            {
                await Write(http, StatusCodes.Status400BadRequest, new { error = unreadable.Message });
                return;
            }

            var told = body is null ? Told.No("Send an object.") : await act(body, http.Request);
            await Write(http, told.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, told.Value ?? new { error = told.Refusal });
        }));

    private void Post<TBody>(string path, Func<TBody, HttpRequest, Told> act) =>
        Post<TBody>(path, (body, request) => Task.FromResult(act(body, request)));

    private static string Id(HttpRequest request) => (string)request.RouteValues["id"]!;

    private static Task Write(HttpContext http, int status, object value)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(http.Response.Body, value, value.GetType(), StripeJson.Control);
    }

    /// <summary>What a control endpoint says: a value, or why not.</summary>
    private sealed record Told(object? Value, string? Refusal)
    {
        public static readonly Told Done = new(new { done = true }, null);

        public static Told Of(object value) => new(value, null);

        public static Told No(string refusal) => new(null, refusal);
    }

    private sealed record Nothing;
}
