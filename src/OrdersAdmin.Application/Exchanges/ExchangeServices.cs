using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Exchanges;

/// <summary>Exchanges as a host adds them.</summary>
internal static class ExchangeServices
{
    public static IServiceCollection AddExchanges(this IServiceCollection services) => services
        .AddSingleton(provider => new ExchangeWorkflow(
            provider.GetRequiredService<OrdersDatabase>(), provider.GetRequiredService<StripeGateway>(), provider.GetRequiredService<RefundSignal>(),
            provider.GetRequiredService<ReturnWorkflow>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ExchangeQueries>().AddSingleton<CheckoutPages>()
        .AddHostedService<CheckoutWatching>();
}
