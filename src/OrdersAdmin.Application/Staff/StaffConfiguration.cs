using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Staff;

internal sealed class StaffConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff");
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.Version).IsConcurrencyToken();
        builder.HasMany(member => member.Grants).WithOne().HasForeignKey(grant => grant.StaffId);
        builder.HasIndex(member => member.Email).IsUnique();
    }
}

internal sealed class SiteGrantConfiguration : IEntityTypeConfiguration<SiteGrant>
{
    public void Configure(EntityTypeBuilder<SiteGrant> builder)
    {
        builder.ToTable("site_grants");
        builder.HasKey(grant => new { grant.StaffId, grant.SiteId });
        builder.HasOne<Site>().WithMany().HasForeignKey(grant => grant.SiteId);
    }
}
