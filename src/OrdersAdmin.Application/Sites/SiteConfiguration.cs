using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OrdersAdmin.Sites;

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.ToTable("sites");
        builder.Property(site => site.Id).ValueGeneratedNever();
        builder.Property(site => site.Version).IsConcurrencyToken();
        builder.HasIndex(site => site.Slug).IsUnique();
        builder.HasIndex(site => site.Ordinal).IsUnique();
    }
}
