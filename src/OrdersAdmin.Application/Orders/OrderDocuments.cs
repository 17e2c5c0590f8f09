using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>The one projection of orders to <see cref="OrderDocument"/>.</summary>
internal static class OrderDocuments
{
    /// <summary>Whole orders of one page, each as the reader sees it, in the order given.</summary>
    public static async Task<IReadOnlyList<OrderDocument>> Of(OrdersContext db, IReadOnlyList<Order> orders, Access access, Actor reader)
    {
        var eventful = await OrderAftermath.Among(db, [.. orders.Select(order => order.Id)]);
        var sites = await db.Sites.Select(SiteQueries.AsView).ToDictionaryAsync(site => site.Id);
        var documents = new List<OrderDocument>(orders.Count);
        foreach (var order in orders)
        {
            var site = sites[order.SiteId];
            documents.Add(Of(order, site.Slug, access, eventful.Contains(order.Id) ? await OrderAftermath.Of(db, order, site, access, reader) : OrderAftermath.None(order, access)));
        }
        return documents;
    }

    public static async Task<OrderDocument> Of(OrdersContext db, Order order, Access access, Actor reader) => (await Of(db, [order], access, reader))[0];

    private static OrderDocument Of(Order order, string site, Access access, OrderAftermath after) => new()
    {
        Id = order.Id,
        Number = order.Number,
        Version = order.Version,
        SiteSlug = site,
        Status = order.Status,
        FulfillmentStatus = order.FulfillmentStatus,
        PaymentStatus = order.PaymentStatus,
        RefundPending = order.RefundPending,
        Channel = order.Channel,
        ChannelName = order.ChannelName,
        ExternalOrderReference = order.ExternalReference,
        TestMode = order.TestMode,
        CustomerId = order.CustomerId,
        Buyer = new(order.BuyerEmail, order.BuyerName, order.BuyerPhone),
        ShippingAddress = Address(order.ShippingAddress),
        BillingAddress = Address(order.BillingAddress),
        Items = [.. order.Lines.OrderBy(line => line.Position).Select(Line)],
        Totals = order.Totals,
        Currency = order.Currency,
        Payment = order.Payments.OrderByDescending(payment => payment.Captured).ThenBy(payment => payment.Number).Select(Payment).FirstOrDefault(),
        Fulfillments = [.. order.Fulfillments.OrderBy(each => each.Number).Select(each => Fulfillment(each, order, access))],
        Refunds = [.. after.Refunds.Select(Refund)],
        Returns = after.Returns,
        Exchanges = after.Exchanges,
        Tags = [.. order.Tags.Select(tag => tag.Name).Order(StringComparer.OrdinalIgnoreCase)],
        Note = order.Note,
        CustomerNote = order.CustomerNote,
        CreatedAt = order.PlacedAt,
        ModifiedAt = order.ModifiedAt,
        CancelledAt = order.CancelledAt,
        CancelReason = order.CancelReason,
        TimelineUrl = $"/api/v1/merchant/orders/{order.Id}/timeline",
        AllowedActions = [.. OrderProjection.Acts(order, access), .. after.MayReturn ? [OrderAct.Return, OrderAct.Exchange] : Array.Empty<OrderAct>()],
    };

    private static AddressDocument? Address(Address? address) => address is null ? null : new(
        address.Name, address.Company, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.CountryCode, address.Phone);

    private static LineDocument Line(LineItem line) => new(
        line.Id, line.ProductId, line.VariantId, line.Sku, line.Name, line.Quantity, line.UnitPrice, line.Subtotal, line.Discount, line.Tax,
        line.RequiresShipping, line.Shipped, line.Left, line.Removed, line.Returned);

    private static PaymentDocument Payment(Payment payment) => new(payment.Provider, payment.IntentId, payment.Authorized, payment.Captured, payment.Refunded);

    private static FulfillmentDocument Fulfillment(Fulfillment fulfillment, Order order, Access access) => new(
        fulfillment.Id, fulfillment.Number, fulfillment.Status, fulfillment.Carrier, fulfillment.Service, fulfillment.TrackingNumber, fulfillment.TrackingUrl,
        fulfillment.ShippedAt, fulfillment.DeliveredAt, fulfillment.CancelledAt,
        [.. from line in order.Lines
            join shipped in fulfillment.Lines on line.Id equals shipped.LineItemId
            orderby line.Position
            select new FulfillItem(line.Id, shipped.Quantity)],
        access.May(Permission.FulfillOrders) ? order.ActionsOn(fulfillment) : []);

    private static RefundDocument Refund(RefundView refund) => new(
        refund.Id, refund.LeadId, refund.Number, refund.State, refund.Sentence, refund.Amount.Minor, refund.Amount.Currency, refund.Reason, refund.Note, refund.Restock,
        refund.RequestedBy, refund.RequestedAt, refund.Revision, refund.ApprovedBy, refund.ApprovedAt, refund.ProviderRefundId, refund.AllowedActions);
}
