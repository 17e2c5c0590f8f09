using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Refunds;

internal sealed class RefundConfiguration : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("refunds");
        builder.Property(refund => refund.Id).ValueGeneratedNever();
        builder.Property(refund => refund.Version).IsConcurrencyToken();
        builder.Property(refund => refund.Breakdown).HasJson();
        builder.Property(refund => refund.Intent).HasJson();
        builder.Ignore(refund => refund.Leads).Ignore(refund => refund.OpenAttempt).Ignore(refund => refund.ApprovalHolds);
        builder.HasOne<Order>().WithMany().HasForeignKey(refund => refund.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(refund => refund.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(refund => refund.Attempts).WithOne().HasForeignKey(attempt => attempt.RefundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(refund => new { refund.OrderId, refund.RequestKey }).IsUnique();
        builder.HasIndex(refund => new { refund.OrderId, refund.Number }).IsUnique();
        builder.HasIndex(refund => new { refund.State, refund.RequestedAt });
        builder.HasIndex(refund => new { refund.RequestedById, refund.RequestedAt });
        builder.HasIndex(refund => refund.PaymentId);
        builder.HasIndex(refund => refund.LeadId);
    }
}

internal sealed class RefundAttemptConfiguration : IEntityTypeConfiguration<RefundAttempt>
{
    public void Configure(EntityTypeBuilder<RefundAttempt> builder)
    {
        builder.ToTable("refund_attempts");
        builder.HasKey(attempt => attempt.Key);
        builder.HasIndex(attempt => new { attempt.RefundId, attempt.Number }).IsUnique();
        builder.HasIndex(attempt => attempt.RefundId).IsUnique().HasFilter("\"Outcome\" IS NULL").HasDatabaseName("IX_refund_attempts_one_open");
    }
}

internal sealed class RefundPolicyConfiguration : IEntityTypeConfiguration<RefundPolicy>
{
    public void Configure(EntityTypeBuilder<RefundPolicy> builder)
    {
        builder.ToTable("refund_policies");
        builder.HasKey(policy => policy.SiteId);
        builder.Property(policy => policy.SiteId).ValueGeneratedNever();
        builder.Property(policy => policy.Version).IsConcurrencyToken();
        builder.Property(policy => policy.Limits).HasJson();
        builder.Property(policy => policy.Reasons).HasJson();
        builder.HasOne<Site>().WithOne().HasForeignKey<RefundPolicy>(policy => policy.SiteId);
    }
}

internal sealed class MoneyTaskConfiguration : IEntityTypeConfiguration<MoneyTask>
{
    public void Configure(EntityTypeBuilder<MoneyTask> builder)
    {
        builder.ToTable("money_tasks");
        builder.Property(task => task.Id).ValueGeneratedNever();
        builder.Property(task => task.Version).IsConcurrencyToken();
        builder.HasOne<Order>().WithMany().HasForeignKey(task => task.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(task => task.Subject).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        builder.HasIndex(task => new { task.ClosedAt, task.OpenedAt });
        builder.HasIndex(task => task.OrderId);
    }
}
