using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Inventory;

internal sealed class VariantConfiguration : IEntityTypeConfiguration<Variant>
{
    public void Configure(EntityTypeBuilder<Variant> builder)
    {
        builder.ToTable("variants");
        builder.Property(variant => variant.Id).ValueGeneratedNever();
        builder.Property(variant => variant.Version).IsConcurrencyToken();
        builder.Ignore(variant => variant.Available);
        builder.HasOne<Site>().WithMany().HasForeignKey(variant => variant.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(variant => variant.Movements).WithOne().HasForeignKey(movement => movement.VariantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(variant => new { variant.SiteId, variant.Sku }).IsUnique();
        builder.HasIndex(variant => new { variant.SiteId, variant.ProductId });
    }
}

internal sealed class StockMovementConfiguration : IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockMovement> builder)
    {
        builder.ToTable("stock_movements");
        builder.HasKey(movement => new { movement.VariantId, movement.Number });
        builder.HasIndex(movement => new { movement.VariantId, movement.RequestKey }).IsUnique();
        builder.HasIndex(movement => movement.OrderId);
    }
}
