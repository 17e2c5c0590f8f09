using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrdersAdmin.Customers;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders");
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Property(order => order.Version).IsConcurrencyToken();
        builder.ComplexProperty(order => order.Totals);
        builder.Property(order => order.Discounts).HasJson();
        builder.Property(order => order.Shipping).HasJson();
        builder.Property(order => order.ShippingAddress).HasJson();
        builder.Property(order => order.BillingAddress).HasJson();
        builder.Property(order => order.FormAnswers).HasJson();
        builder.Ignore(order => order.Facts).Ignore(order => order.UnitsLeft).Ignore(order => order.WhyNotCancel).Ignore(order => order.Content);

        builder.HasOne<Site>().WithMany().HasForeignKey(order => order.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(order => order.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.OrderId);
        builder.HasMany(order => order.Payments).WithOne().HasForeignKey(payment => payment.OrderId);
        builder.HasMany(order => order.Fulfillments).WithOne().HasForeignKey(fulfillment => fulfillment.OrderId);
        builder.HasMany(order => order.Tags).WithOne().HasForeignKey(tag => tag.OrderId);
        builder.HasMany(order => order.Timeline).WithOne().HasForeignKey(entry => entry.OrderId);
        builder.HasMany(order => order.Outbox).WithOne().HasForeignKey(each => each.OrderId);

        builder.HasIndex(order => new { order.SiteId, order.Number }).IsUnique();
        builder.HasIndex(order => order.Row).IsUnique();
        builder.HasIndex(order => new { order.SiteId, order.ChannelName, order.ExternalReference }).IsUnique();

        // The list is read newest first by any mix of filters. Each index begins with one filter, goes on in the list's order and carries the other filters,
        // so that a page and its count are found without touching the orders themselves; OrderListSql names them.
        builder.HasIndex(order => new { order.Row, order.SiteId, order.Status, order.FulfillmentStatus, order.PaymentStatus, order.ChannelName }).HasDatabaseName("orders_by_row");
        builder.HasIndex(order => new { order.SiteId, order.Row, order.Status, order.FulfillmentStatus, order.PaymentStatus, order.ChannelName }).HasDatabaseName("orders_by_site");
        builder.HasIndex(order => new { order.Status, order.Row, order.SiteId, order.FulfillmentStatus, order.PaymentStatus, order.ChannelName }).HasDatabaseName("orders_by_status");
        builder.HasIndex(order => new { order.FulfillmentStatus, order.Row, order.SiteId, order.Status, order.PaymentStatus, order.ChannelName }).HasDatabaseName("orders_by_fulfillment");
        builder.HasIndex(order => new { order.PaymentStatus, order.Row, order.SiteId, order.Status, order.FulfillmentStatus, order.ChannelName }).HasDatabaseName("orders_by_payment");
        builder.HasIndex(order => new { order.ChannelName, order.Row, order.SiteId, order.Status, order.FulfillmentStatus, order.PaymentStatus }).HasDatabaseName("orders_by_channel");
        builder.HasIndex(order => new { order.CustomerId, order.Row }).HasDatabaseName("orders_by_customer");

        // What only programs ask for. Narrow, and but for one never written again: the other filters are looked up in the order.
        builder.HasIndex(order => new { order.Number, order.Row }).HasDatabaseName("orders_by_number");
        builder.HasIndex(order => new { order.Currency, order.Row }).HasDatabaseName("orders_by_currency");
        builder.HasIndex(order => new { order.Channel, order.Row }).HasDatabaseName("orders_by_kind_of_channel");
        builder.HasIndex(order => new { order.ModifiedAt, order.Row }).HasDatabaseName("orders_by_modified");
    }
}

internal sealed class LineItemConfiguration : IEntityTypeConfiguration<LineItem>
{
    public void Configure(EntityTypeBuilder<LineItem> builder)
    {
        builder.ToTable("line_items");
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Ignore(line => line.Subtotal).Ignore(line => line.ToShip).Ignore(line => line.Left);
        builder.HasIndex(line => line.OrderId);
    }
}

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments");
        builder.Property(payment => payment.Id).ValueGeneratedNever();
        builder.HasIndex(payment => payment.OrderId);
        builder.HasIndex(payment => payment.IntentId);
    }
}

internal sealed class OrderTagConfiguration : IEntityTypeConfiguration<OrderTag>
{
    public void Configure(EntityTypeBuilder<OrderTag> builder)
    {
        builder.ToTable("order_tags");
        builder.HasKey(tag => new { tag.OrderId, tag.Name });
        builder.HasIndex(tag => new { tag.Name, tag.Row });
        builder.HasIndex(tag => new { tag.SiteId, tag.Name });
    }
}

internal sealed class OrderTallyConfiguration : IEntityTypeConfiguration<OrderTally>
{
    public void Configure(EntityTypeBuilder<OrderTally> builder)
    {
        builder.ToTable("order_tallies");
        builder.HasKey(tally => new { tally.SiteId, tally.ChannelName, tally.Status, tally.FulfillmentStatus, tally.PaymentStatus });
    }
}
