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
        builder.HasOne<Site>().WithMany().HasForeignKey(variant => variant.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(variant => new { variant.SiteId, variant.Sku }).IsUnique();
    }
}
