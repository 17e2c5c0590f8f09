using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Returns;

internal sealed class ReturnConfiguration : IEntityTypeConfiguration<Return>
{
    public void Configure(EntityTypeBuilder<Return> builder)
    {
        builder.ToTable("returns");
        builder.Property(back => back.Id).ValueGeneratedNever();
        builder.Property(back => back.Version).IsConcurrencyToken();
        builder.Ignore(back => back.Expected).Ignore(back => back.Received).Ignore(back => back.Outstanding).Ignore(back => back.ToInspect);
        builder.HasOne<Order>().WithMany().HasForeignKey(back => back.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(back => back.Lines).WithOne().HasForeignKey(line => line.ReturnId);
        builder.HasMany(back => back.Receipts).WithOne().HasForeignKey(receipt => receipt.ReturnId);
        builder.HasMany(back => back.Inspections).WithOne().HasForeignKey(inspection => inspection.ReturnId);
        builder.HasMany(back => back.Photos).WithOne().HasForeignKey(photo => photo.ReturnId);
        builder.HasIndex(back => new { back.OrderId, back.Number }).IsUnique();
        builder.HasIndex(back => new { back.OrderId, back.RequestKey }).IsUnique();
        builder.HasIndex(back => new { back.SiteId, back.Rma }).IsUnique();
        builder.HasIndex(back => back.Rma);
        builder.HasIndex(back => new { back.Status, back.Id, back.SiteId });
        builder.HasIndex(back => back.ExchangeId);
    }
}

internal sealed class ReturnLineConfiguration : IEntityTypeConfiguration<ReturnLine>
{
    public void Configure(EntityTypeBuilder<ReturnLine> builder)
    {
        builder.ToTable("return_lines");
        builder.HasKey(line => new { line.ReturnId, line.LineItemId });
        builder.Ignore(line => line.Outstanding).Ignore(line => line.ToInspect);
        builder.HasOne<LineItem>().WithMany().HasForeignKey(line => line.LineItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReturnReceiptConfiguration : IEntityTypeConfiguration<ReturnReceipt>
{
    public void Configure(EntityTypeBuilder<ReturnReceipt> builder)
    {
        builder.ToTable("return_receipts");
        builder.HasKey(receipt => new { receipt.ReturnId, receipt.Number });
        builder.Property(receipt => receipt.Lines).HasJson();
        builder.Property(receipt => receipt.Unexpected).HasJson();
        builder.HasIndex(receipt => new { receipt.ReturnId, receipt.RequestKey }).IsUnique();
    }
}

internal sealed class ReturnInspectionConfiguration : IEntityTypeConfiguration<ReturnInspection>
{
    public void Configure(EntityTypeBuilder<ReturnInspection> builder)
    {
        builder.ToTable("return_inspections");
        builder.HasKey(inspection => new { inspection.ReturnId, inspection.Number });
    }
}

internal sealed class ReturnPhotoConfiguration : IEntityTypeConfiguration<ReturnPhoto>
{
    public void Configure(EntityTypeBuilder<ReturnPhoto> builder)
    {
        builder.ToTable("return_photos");
        builder.Property(photo => photo.Id).ValueGeneratedNever();
        builder.Ignore(photo => photo.FileName);
    }
}

internal sealed class ReturnPolicyConfiguration : IEntityTypeConfiguration<ReturnPolicy>
{
    public void Configure(EntityTypeBuilder<ReturnPolicy> builder)
    {
        builder.ToTable("return_policies");
        builder.HasKey(policy => policy.SiteId);
        builder.Property(policy => policy.SiteId).ValueGeneratedNever();
        builder.Property(policy => policy.Version).IsConcurrencyToken();
        builder.Property(policy => policy.Rules).HasJson();
        builder.HasOne<Site>().WithOne().HasForeignKey<ReturnPolicy>(policy => policy.SiteId);
    }
}
