using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Payments;

/// <summary>The money path as a host adds it.</summary>
internal static class PaymentServices
{
    public static IServiceCollection AddRefunds(this IServiceCollection services)
    {
        services.TryAddSingleton(new StripeOptions());
        services.TryAddSingleton(new Failpoint());
        return services
            .AddSingleton(provider => new StripeGateway(NewClient(), provider.GetRequiredService<StripeOptions>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<StripeGateway>>()))
            .AddSingleton<RefundSignal>().AddSingleton<RefundQueue>().AddSingleton<ProviderNews>().AddSingleton<Inbox>()
            .AddSingleton<RefundSender>().AddSingleton<RefundJanitor>().AddSingleton<RefundPoller>().AddSingleton<RefundSweep>()
            .AddSingleton<RefundWorkflow>().AddSingleton<RefundQueries>().AddSingleton<RefundPolicyWorkflow>()
            .AddSingleton(provider => new StuckMoneyWorkflow(provider.GetRequiredService<OrdersDatabase>(), provider.GetRequiredService<RefundQueue>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new RefundWithdrawal(provider.GetRequiredService<OrdersDatabase>(), provider.GetRequiredService<StripeGateway>(), provider.GetRequiredService<ProviderNews>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new StripeWebhook(provider.GetRequiredService<Inbox>(), provider.GetRequiredService<StripeOptions>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new LedgerCheck(provider.GetRequiredService<OrdersDatabase>(), provider.GetRequiredService<StripeGateway>(), provider.GetRequiredService<TimeProvider>()))
            .AddHostedService<RefundSending>().AddHostedService<RefundReading>().AddHostedService<RefundCaretaking>();
    }

    /// <summary>One client for the process; connections are renewed, so that a change of address is noticed. The gateway has its own time limit.</summary>
    internal static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 16 * 1024 * 1024,
    };
}
