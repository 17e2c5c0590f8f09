using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Webhooks;

internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("webhook_endpoints");
        builder.Property(endpoint => endpoint.Id).ValueGeneratedNever();
        builder.Property(endpoint => endpoint.Version).IsConcurrencyToken();
        builder.Property(endpoint => endpoint.Events).HasJson();
        builder.Property(endpoint => endpoint.Secret);
        builder.Property(endpoint => endpoint.PreviousSecret);
        builder.HasMany(endpoint => endpoint.Sites).WithOne().HasForeignKey(each => each.EndpointId);
    }
}

internal sealed class WebhookSiteConfiguration : IEntityTypeConfiguration<WebhookSite>
{
    public void Configure(EntityTypeBuilder<WebhookSite> builder)
    {
        builder.ToTable("webhook_sites");
        builder.HasKey(each => new { each.EndpointId, each.SiteId });
        builder.HasOne<Site>().WithMany().HasForeignKey(each => each.SiteId);
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.HasKey(delivery => delivery.Number);
        builder.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(delivery => delivery.EndpointId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.MessageId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.Number });
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.NextAt }).HasFilter("\"NextAt\" IS NOT NULL").HasDatabaseName("IX_webhook_deliveries_due");
    }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("webhook_attempts");
        builder.HasKey(attempt => new { attempt.DeliveryNumber, attempt.Number });
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryNumber).OnDelete(DeleteBehavior.Cascade);
    }
}
