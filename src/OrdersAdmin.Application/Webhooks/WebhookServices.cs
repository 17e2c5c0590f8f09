using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Webhooks;

/// <summary>Webhooks out as a host adds them; the host adds Data Protection.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.TryAddSingleton(new WebhookOptions());
        return services
            .AddSingleton<WebhookSignal>().AddSingleton<WebhookSecrets>().AddSingleton<WebhookWorkflow>().AddSingleton<WebhookQueries>()
            .AddSingleton(provider => new GuardedConnection(provider.GetRequiredService<WebhookOptions>().AllowPrivateAddresses))
            .AddSingleton(provider => new WebhookSender(WebhookSender.NewClient(provider.GetRequiredService<GuardedConnection>()), provider.GetRequiredService<WebhookOptions>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new MessageBodies(provider.GetRequiredService<OrdersDatabase>()))
            .AddSingleton<Courier>().AddSingleton<WebhookPurge>()
            .AddHostedService<CourierWorker>();
    }
}
