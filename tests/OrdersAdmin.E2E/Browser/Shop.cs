using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(OrdersAdmin.E2E.Browser.Shop))]

namespace OrdersAdmin.E2E.Browser;

/// <summary>The demo shop on a real port with a data folder of its own, and one browser, for the whole run.</summary>
public sealed class Shop : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("orders-admin-e2e-").FullName;
    private readonly Host host;
    private IPlaywright? playwright;

    public Shop() => host = new Host(data);

    public IBrowser Browser { get; private set; } = null!;

    public string Data => data;

    public Uri Address => host.ClientOptions.BaseAddress;

    /// <summary>Cookies of people who have signed in before, by email, so that not every journey begins at the door.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<Cookie>> Sessions { get; } = new(StringComparer.Ordinal);

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        // A machine may be many times slower than the one on which a journey was written.
        Assertions.SetDefaultExpectTimeout(Journey.Patience);
        host.StartServer();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.FindOrInstall(), Args = Chromium.Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        private readonly string data;

        public Host(string data)
        {
            this.data = data;
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment("Development")
            .UseSetting("OrdersAdmin:DataDirectory", data)
            .UseSetting("OrdersAdmin:Demo", "true")
            .UseSetting("OrdersAdmin:DemoOrders", "150")
            .UseSetting("OrdersAdmin:Webhooks:AllowPrivateAddresses", "true");
    }
}
