using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Exchanges;

internal sealed class ExchangeConfiguration : IEntityTypeConfiguration<Exchange>
{
    public void Configure(EntityTypeBuilder<Exchange> builder)
    {
        builder.ToTable("exchanges");
        builder.Property(exchange => exchange.Id).ValueGeneratedNever();
        builder.Property(exchange => exchange.Version).IsConcurrencyToken();
        builder.Ignore(exchange => exchange.Units).Ignore(exchange => exchange.Shipped).Ignore(exchange => exchange.DifferenceSettled).Ignore(exchange => exchange.HoldsBack);
        builder.HasOne<Order>().WithMany().HasForeignKey(exchange => exchange.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Return>().WithMany().HasForeignKey(exchange => exchange.ReturnId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(exchange => exchange.Lines).WithOne().HasForeignKey(line => line.ExchangeId);
        builder.HasMany(exchange => exchange.Payments).WithOne().HasForeignKey(payment => payment.ExchangeId);
        builder.HasIndex(exchange => new { exchange.OrderId, exchange.Number }).IsUnique();
        builder.HasIndex(exchange => new { exchange.OrderId, exchange.RequestKey }).IsUnique();
        builder.HasIndex(exchange => new { exchange.Status, exchange.Id, exchange.SiteId });
    }
}

internal sealed class ExchangeLineConfiguration : IEntityTypeConfiguration<ExchangeLine>
{
    public void Configure(EntityTypeBuilder<ExchangeLine> builder)
    {
        builder.ToTable("exchange_lines");
        builder.HasKey(line => new { line.ExchangeId, line.LineItemId });
        builder.Property(line => line.Old).HasJson();
        builder.Property(line => line.New).HasJson();
        builder.HasOne<LineItem>().WithMany().HasForeignKey(line => line.LineItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExchangePaymentConfiguration : IEntityTypeConfiguration<ExchangePayment>
{
    public void Configure(EntityTypeBuilder<ExchangePayment> builder)
    {
        builder.ToTable("exchange_payments");
        builder.HasKey(payment => new { payment.ExchangeId, payment.Number });
        builder.HasIndex(payment => payment.Key).IsUnique();
        builder.HasIndex(payment => payment.SessionId);
        builder.HasIndex(payment => payment.NextCheckAt);
    }
}
