using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>An order as the reader sees it.</summary>
internal static class OrderProjection
{
    private const int MostTimelineEntries = 200;

    public static async Task<OrderView> View(OrdersContext db, Order order, Access access, Actor reader)
    {
        var variants = order.Lines.Select(line => line.VariantId).OfType<Id<Inventory.Variant>>().Distinct().ToList();
        var onHand = await db.Variants.Where(variant => variants.Contains(variant.Id)).ToDictionaryAsync(variant => variant.Id, variant => variant.OnHand);
        var timeline = await db.Timeline.Where(entry => entry.OrderId == order.Id)
            .OrderByDescending(entry => entry.OrderVersion).ThenByDescending(entry => entry.At).Take(MostTimelineEntries)
            .Select(entry => new TimelineView(entry.At, entry.ActorKind, entry.ActorName, entry.Kind, entry.Summary)).ToListAsync();

        var site = await db.Sites.Where(site => site.Id == order.SiteId).Select(SiteQueries.AsView).SingleAsync();
        var returns = await ReturnBook.Open(db, order);
        var exchanges = await ExchangeBook.Open(db, order, returns);

        return new OrderView
        {
            Id = order.Id,
            Number = order.Number,
            Version = order.Version,
            Site = site,
            Status = order.Status,
            FulfillmentStatus = order.FulfillmentStatus,
            PaymentStatus = order.PaymentStatus,
            ChannelName = order.ChannelName,
            ExternalReference = order.ExternalReference,
            ChannelNumber = order.ChannelNumber,
            PlacedAt = order.PlacedAt,
            CancelledAt = order.CancelledAt,
            CancelReason = order.CancelReason,
            TestMode = order.TestMode,
            Currency = order.Currency,
            Buyer = await Buyer(db, order),
            ShippingAddress = order.ShippingAddress,
            BillingAddress = order.BillingAddress,
            Lines = [.. order.Lines.OrderBy(line => line.Position).Select(line => Line(line, onHand, returns.Returnable(line)))],
            Fulfillments = [.. order.Fulfillments.OrderBy(each => each.Number).Select(each => Fulfillment(each, order, access))],
            ShippingChoice = order.Shipping is { } chosen ? string.Join(", ", new[] { chosen.Name, chosen.Service }.OfType<string>()) : null,
            Money = MoneyStatement.Of(order),
            Refunds = await RefundProjection.Of(db, order, access, reader),
            Returns = ReturnProjection.Of(returns, site, access),
            Exchanges = ExchangeProjection.Of(exchanges, site, access),
            RefundPending = order.RefundPending,
            TotalsReconcile = order.TotalsReconcile,
            Timeline = timeline,
            Note = order.Note,
            CustomerNote = order.CustomerNote,
            Tags = [.. order.Tags.Select(tag => tag.Name).Order(StringComparer.OrdinalIgnoreCase)],
            FormAnswers = order.FormAnswers,
            UnitsLeft = order.UnitsLeft,
            AllowedActions = [.. Acts(order, access), .. ReturnActs(order, returns, access)],
        };
    }

    internal static IEnumerable<OrderAct> Acts(Order order, Access access)
    {
        if (order.UnitsLeft > 0 && access.May(Permission.FulfillOrders))
            yield return OrderAct.Fulfill;
        if (access.May(Permission.EditOrders))
            yield return OrderAct.Edit;
        if (access.May(Permission.RequestRefunds) && order.Payments.Any(payment => payment.Refundable && payment.Available > 0))
            yield return OrderAct.Refund;
        if (access.May(Permission.CancelOrders) && order.WhyNotCancel is null)
            yield return OrderAct.Cancel;
    }

    internal static IEnumerable<OrderAct> ReturnActs(Order order, ReturnBook returns, Access access) =>
        access.May(Permission.HandleReturns) && order.Lines.Any(line => returns.Returnable(line) > 0) ? [OrderAct.Return, OrderAct.Exchange] : [];

    private static LineView Line(LineItem line, Dictionary<Id<Inventory.Variant>, int> onHand, int returnable) => new(
        line.Id, line.Sku, line.Name, line.Quantity, line.UnitPrice, line.Subtotal, line.Discount, line.Tax,
        line.Shipped, line.Left, line.Removed, line.Returned, line.RequiresShipping,
        line.VariantId is { } variant && onHand.TryGetValue(variant, out var units) ? units : null, line.Announced, returnable, line.VariantId, line.ReplacementOf, line.OnHold);

    private static FulfillmentView Fulfillment(Fulfillment fulfillment, Order order, Access access) => new(
        fulfillment.Id, fulfillment.Number, fulfillment.Status, fulfillment.Carrier, fulfillment.Service, fulfillment.TrackingNumber, fulfillment.TrackingUrl,
        fulfillment.ShippedAt, fulfillment.DeliveredAt, fulfillment.CancelledAt,
        [.. from shipped in fulfillment.Lines
            join line in order.Lines on shipped.LineItemId equals line.Id
            orderby line.Position
            select new FulfilledLineView(line.Id, line.Name, line.Sku, shipped.Quantity, line.UnitPrice)],
        access.May(Permission.FulfillOrders) ? order.ActionsOn(fulfillment) : []);

    private static async Task<BuyerView> Buyer(OrdersContext db, Order order)
    {
        if (order.CustomerId is not { } id)
            return new BuyerView(null, order.BuyerName, order.BuyerEmail, order.BuyerPhone, 1, []);
        // Each order's payments first: grouped in one go, SQLite would look for the customer's orders among all of the currency.
        var spend = await db.Orders.Where(each => each.CustomerId == id && !each.TestMode)
            .Select(each => new { each.Currency, Net = each.Payments.Sum(payment => payment.Captured - payment.Refunded) })
            .GroupBy(each => each.Currency)
            .Select(group => new { Currency = group.Key, Orders = group.Count(), Net = group.Sum(each => each.Net) })
            .ToListAsync();
        return new BuyerView(id, order.BuyerName, order.BuyerEmail, order.BuyerPhone, Math.Max(1, spend.Sum(each => each.Orders)),
            [.. spend.Where(each => each.Net > 0).Select(each => new Money(each.Net, each.Currency))]);
    }
}
