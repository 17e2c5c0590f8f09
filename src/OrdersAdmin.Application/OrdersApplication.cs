using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Channels;
using OrdersAdmin.Demo;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Idempotency;
using OrdersAdmin.Inventory;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin;

/// <summary>The application layer as a host adds it.</summary>
public static class OrdersApplication
{
    /// <summary>Adds workflows, queries and workers over a database that is open already.</summary>
    public static IServiceCollection AddOrdersApplication(this IServiceCollection services, OrdersDatabase database) => services
        // By a factory, so that the host closes it when it stops.
        .AddSingleton(_ => database).AddSingleton(database.Changes)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<SiteQueries>().AddSingleton<SiteWorkflow>()
        .AddSingleton<StaffQueries>().AddSingleton<StaffWorkflow>()
        .AddSingleton<ApiTokenQueries>().AddSingleton<ApiTokenWorkflow>().AddSingleton<KeyedRequests>()
        .AddSingleton<VariantWorkflow>().AddSingleton<StockWorkflow>().AddSingleton<StockQueries>()
        .AddSingleton<IntakeWorkflow>().AddSingleton<ImportFile>()
        .AddSingleton<DemoShop>().AddSingleton<DemoCharges>().AddSingleton<DemoReturns>()
        .AddSingleton<OrderQueries>().AddSingleton<OrderWorkflow>().AddSingleton<OrderCancellationWorkflow>()
        .AddSingleton<FulfillmentWorkflow>()
        .AddSingleton<ReturnWorkflow>().AddSingleton<ReturnQueries>().AddSingleton<ReturnPhotoWorkflow>().AddSingleton<ReturnPolicyWorkflow>()
        .AddExchanges().AddRefunds().AddWebhooks()
        .AddSingleton<Postman>().AddSingleton<LetterBox>()
        .AddHostedService<MailWorker>();
}
