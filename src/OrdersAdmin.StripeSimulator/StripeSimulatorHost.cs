using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Checkout;
using OrdersAdmin.StripeSimulator.Control;
using OrdersAdmin.StripeSimulator.Events;
using OrdersAdmin.StripeSimulator.PaymentIntents;
using OrdersAdmin.StripeSimulator.Refunds;
using OrdersAdmin.StripeSimulator.Webhooks;

namespace OrdersAdmin.StripeSimulator;

/// <summary>Builds a simulator: by itself from a command line, or inside another process.</summary>
public static class StripeSimulatorHost
{
    /// <summary>For a process of its own: options from STRIPE_SIMULATOR_ variables and the command line, such as <c>--Url http://localhost:5081</c>.</summary>
    public static WebApplication Build(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("STRIPE_SIMULATOR_").AddCommandLine(args).Build();
        var options = configuration.Get<StripeSimulatorOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new StripeSimulatorOptions();
        return Build(options, builder => builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
    }

    /// <summary>For a host or a test: nothing is read from the environment, and the process's signals stay with the host.</summary>
    public static WebApplication Build(StripeSimulatorOptions options) =>
        Build(options, builder => builder.Services.AddSingleton<IHostLifetime, GuestLifetime>());

    private static WebApplication Build(StripeSimulatorOptions options, Action<WebApplicationBuilder> configure)
    {
        options.Validate();
        var (address, port) = options.Listen();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1L << 28;
            if (address is null && port != 0)
                kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http1);
            else
                kestrel.Listen(address ?? System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_ => new Ledger(options));
        builder.Services.AddSingleton<RequestLog>().AddSingleton<Execution>().AddSingleton<Door>().AddSingleton<WebhookPost>();
        builder.Services.AddHostedService<WebhookWorker>();
        configure(builder);

        var app = builder.Build();
        var ledger = app.Services.GetRequiredService<Ledger>();
        app.Use(RefuseForeignHosts);
        app.UseRouting();
        var v1 = new StripeRoutes(app, app.Services.GetRequiredService<Door>());
        v1.MapPaymentIntents();
        v1.MapRefunds();
        v1.MapEvents();
        v1.MapCheckout();
        v1.Otherwise();
        PayPage.Map(app, ledger);
        new ControlRoutes(app, app.Services).Map();
        app.Lifetime.ApplicationStarted.Register(() => ledger.Checkout.PayPages = new Uri(app.Urls.First()));
        return app;
    }

    // A page in a browser could otherwise reach the control endpoints through a name that resolves to this machine.
    private static Task RefuseForeignHosts(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]")
            return next(http);
        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
