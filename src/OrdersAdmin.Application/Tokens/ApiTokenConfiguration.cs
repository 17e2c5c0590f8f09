using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tokens;

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.HasMany(token => token.Sites).WithOne().HasForeignKey(site => site.TokenId);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(token => token.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(token => token.Hash).IsUnique();
    }
}

internal sealed class ApiTokenSiteConfiguration : IEntityTypeConfiguration<ApiTokenSite>
{
    public void Configure(EntityTypeBuilder<ApiTokenSite> builder)
    {
        builder.ToTable("api_token_sites");
        builder.HasKey(site => new { site.TokenId, site.SiteId });
        builder.HasOne<Site>().WithMany().HasForeignKey(site => site.SiteId);
    }
}
