using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OrdersAdmin.Webhooks;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxEvent>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> builder)
    {
        builder.ToTable("outbox");
        builder.Property(each => each.Id).ValueGeneratedNever();
        builder.HasIndex(each => new { each.OrderId, each.Sequence }).IsUnique();
    }
}
