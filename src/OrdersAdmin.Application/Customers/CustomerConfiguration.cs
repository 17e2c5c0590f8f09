using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Customers;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers");
        builder.Property(customer => customer.Id).ValueGeneratedNever();
        builder.HasOne<Site>().WithMany().HasForeignKey(customer => customer.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(customer => new { customer.SiteId, customer.Email }).IsUnique();
    }
}
