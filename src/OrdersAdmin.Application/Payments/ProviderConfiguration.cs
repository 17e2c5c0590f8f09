using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Payments;

internal sealed class LedgerConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("refund_ledger");
        builder.HasKey(entry => entry.Sequence);
        builder.HasOne<Payment>().WithMany(payment => payment.Ledger).HasForeignKey(entry => entry.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Refund>().WithMany().HasForeignKey(entry => entry.RefundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => entry.PaymentId);
        // A refund is settled once and reversed once, whoever tells of it and however often.
        builder.HasIndex(entry => new { entry.RefundId, entry.Kind }).IsUnique().HasFilter("\"Kind\" IN (2, 4)").HasDatabaseName("IX_refund_ledger_once_a_refund");
        builder.HasIndex(entry => new { entry.ProviderRefundId, entry.Kind }).IsUnique().HasFilter("\"RefundId\" IS NULL").HasDatabaseName("IX_refund_ledger_once_a_foreign_refund");
    }
}

internal sealed class ProviderRefundConfiguration : IEntityTypeConfiguration<ProviderRefund>
{
    public void Configure(EntityTypeBuilder<ProviderRefund> builder)
    {
        builder.ToTable("provider_refunds");
        builder.HasOne<Payment>().WithMany().HasForeignKey(refund => refund.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Refund>().WithOne().HasForeignKey<ProviderRefund>(refund => refund.RefundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(refund => refund.RefundId).IsUnique();
        builder.HasIndex(refund => refund.PaymentId);
        builder.HasIndex(refund => refund.NextCheckAt);
    }
}

internal sealed class ProviderEventConfiguration : IEntityTypeConfiguration<ProviderEvent>
{
    public void Configure(EntityTypeBuilder<ProviderEvent> builder)
    {
        builder.ToTable("provider_events");
        builder.HasIndex(each => each.NextTryAt);
    }
}
