using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OrdersAdmin.Fulfillments;

internal sealed class FulfillmentConfiguration : IEntityTypeConfiguration<Fulfillment>
{
    public void Configure(EntityTypeBuilder<Fulfillment> builder)
    {
        builder.ToTable("fulfillments");
        builder.Property(fulfillment => fulfillment.Id).ValueGeneratedNever();
        builder.Ignore(fulfillment => fulfillment.Units);
        builder.HasMany(fulfillment => fulfillment.Lines).WithOne().HasForeignKey(line => line.FulfillmentId);
        builder.HasIndex(fulfillment => new { fulfillment.OrderId, fulfillment.RequestKey }).IsUnique();
        builder.HasIndex(fulfillment => fulfillment.Id).HasFilter("\"RequestKey\" IS NOT NULL").HasDatabaseName("fulfillments_of_ours");
    }
}

internal sealed class FulfillmentLineConfiguration : IEntityTypeConfiguration<FulfillmentLine>
{
    public void Configure(EntityTypeBuilder<FulfillmentLine> builder)
    {
        builder.ToTable("fulfillment_lines");
        builder.HasKey(line => new { line.FulfillmentId, line.LineItemId });
        builder.HasOne<Orders.LineItem>().WithMany().HasForeignKey(line => line.LineItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
