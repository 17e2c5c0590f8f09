using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Audit;
using OrdersAdmin.Customers;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Idempotency;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Persistence;

/// <summary>The orders database as EF sees it. One per operation, only from <see cref="OrdersDatabase"/>.</summary>
internal sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
{
    public DbSet<Site> Sites => Set<Site>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<KeyedRequest> KeyedRequests => Set<KeyedRequest>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Variant> Variants => Set<Variant>();

    public DbSet<StockMovement> StockMovements => Set<StockMovement>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Return> Returns => Set<Return>();

    public DbSet<ReturnPolicy> ReturnPolicies => Set<ReturnPolicy>();

    public DbSet<Exchange> Exchanges => Set<Exchange>();

    public DbSet<Fulfillment> Fulfillments => Set<Fulfillment>();

    public DbSet<OrderTag> Tags => Set<OrderTag>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<OutboxEvent> Outbox => Set<OutboxEvent>();

    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<OrderTally> Tallies => Set<OrderTally>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<RefundAttempt> RefundAttempts => Set<RefundAttempt>();

    public DbSet<RefundPolicy> RefundPolicies => Set<RefundPolicy>();

    public DbSet<MoneyTask> MoneyTasks => Set<MoneyTask>();

    public DbSet<LedgerEntry> RefundLedger => Set<LedgerEntry>();

    public DbSet<ProviderRefund> ProviderRefunds => Set<ProviderRefund>();

    public DbSet<ProviderEvent> ProviderEvents => Set<ProviderEvent>();

    /// <summary>Saves a change; the context is good for nothing after that. SQLite never waits, so neither does this.</summary>
    /// <returns>The orders that the change told something of, as they are now.</returns>
    public IReadOnlyList<OrderChange> SaveOnce()
    {
        // What it tracks need not be brought up to date, nor looked through for changes once more: that would cost as much as saving.
        SaveChanges(acceptAllChangesOnSuccess: false);
        ChangeTracker.AutoDetectChangesEnabled = false;
        return [.. ChangeTracker.Entries<Order>().Select(entry => entry.Entity).Where(order => order.Timeline.Count > 0)
            .Select(order => new OrderChange(order.Id, order.SiteId, order.Version, [.. order.Timeline.Select(entry => entry.Kind)]))];
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OrdersContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyCode>().HaveMaxLength(3);
        Ids<Site>();
        Ids<StaffMember>();
        Ids<Customer>();
        Ids<Variant>();
        Ids<Order>();
        Ids<LineItem>();
        Ids<Payment>();
        Ids<Fulfillment>();
        Ids<TimelineEntry>();
        Ids<OutboxEvent>();
        Ids<WebhookEndpoint>();
        Ids<Mail>();
        Ids<Refund>();
        Ids<MoneyTask>();
        Ids<ApiToken>();
        Ids<Return>();
        Ids<ReturnPhoto>();
        Ids<Exchange>();

        void Ids<T>() where T : IIdentified => configurationBuilder.Properties<Id<T>>().HaveConversion<IdBytes<T>, IdComparer<T>, BytesComparer>();
    }
}
