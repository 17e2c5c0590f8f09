using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Web.Hosting;

/// <summary><c>/health/live</c> answers while the process lives; <c>/health/ready</c> when orders can be worked on.</summary>
internal static class ShopHealth
{
    public static void AddShopHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseReady>("database", timeout: TimeSpan.FromSeconds(5))
        .AddCheck<NotDraining>("not draining")
        .AddCheck<DiskSpace>("disk");

    public static void MapShopHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    private sealed class DatabaseReady(OrdersDatabase database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await database.IsReady(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database cannot be written.");
    }

    private sealed class NotDraining(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("Stopping.") : HealthCheckResult.Healthy());
    }

    private sealed class DiskSpace(ShopOptions shop) : IHealthCheck
    {
        private const long Least = 100 * 1024 * 1024;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(new DriveInfo(shop.Data).AvailableFreeSpace < Least ? HealthCheckResult.Unhealthy("The disk is nearly full.") : HealthCheckResult.Healthy());
    }
}
