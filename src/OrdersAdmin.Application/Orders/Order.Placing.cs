using OrdersAdmin.Audit;
using OrdersAdmin.Channels;
using OrdersAdmin.Customers;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    /// <summary>Makes the order from what came in, its earlier shipments included. The intake was validated before.</summary>
    /// <param name="row">The order's place in lists.</param>
    /// <param name="variants">The site's variants by SKU, as far as the intake names them.</param>
    internal static Result<Order> Place(
        IntakeOrder intake, Site site, long row, Customer? customer, IReadOnlyDictionary<string, Variant> variants, Actor actor, DateTimeOffset now)
    {
        var order = new Order
        {
            Id = NewId(intake.CreatedOn),
            SiteId = site.Id,
            Number = site.TakeOrderNumber(),
            Channel = intake.Channel,
            ChannelName = intake.ChannelName,
            ExternalReference = Text.Clean(intake.ExternalOrderReference),
            ChannelNumber = Text.Clean(intake.ChannelNumber),
            CustomerId = customer?.Id,
            BuyerEmail = customer?.Email ?? Text.Clean(intake.Customer?.Email),
            BuyerName = Text.Clean(intake.Customer?.Name) ?? intake.ShippingAddress?.Name ?? intake.BillingAddress?.Name ?? "Guest",
            BuyerPhone = Text.Clean(intake.Customer?.Phone),
            Currency = intake.Currency is null ? site.Currency : Currency.Parse(intake.Currency),
            TaxInterpretation = intake.PriceTaxInterpretation,
            Totals = intake.Totals,
            TotalsReconcile = intake.Totals.Reconcile(intake.PriceTaxInterpretation),
            Discounts = intake.DiscountLines,
            ShippingAddress = intake.ShippingAddress,
            BillingAddress = intake.BillingAddress,
            FormAnswers = intake.FormSubmission,
            Note = Text.Clean(intake.Note),
            CustomerNote = Text.Clean(intake.CustomerNote),
            TestMode = intake.TestMode,
            PlacedAt = intake.CreatedOn,
            CancelledAt = intake.CancelledOn,
            CancelReason = Text.Clean(intake.CancelReason),
            Units = intake.LineItems.Sum(line => line.Quantity),
        };
        order.Row = row;
        order.AddLines(intake, variants);
        order.tags.AddRange(intake.Tags.Select(tag => tag.Trim()).Distinct(StringComparer.Ordinal).Select(name => new OrderTag(site.Id, order.Row, name)));
        order.payments.AddRange(intake.Payments.Select((payment, i) => new Payment(
            i + 1, payment.Provider, payment.IntentId, payment.Method, payment.Authorized, payment.Captured, payment.Refunded, payment.Voided, now)));
        if (order.AddShipments(intake) is { } wrong)
            return wrong;

        order.RecordHistory();
        order.Record(actor, now, "order.created", $"brought in this order from {intake.ChannelName}", "order.created");
        return order;
    }

    private void AddLines(IntakeOrder intake, IReadOnlyDictionary<string, Variant> variants)
    {
        var shares = IntakeShares.Of(intake);
        for (var i = 0; i < intake.LineItems.Count; i++)
        {
            var line = intake.LineItems[i];
            lines.Add(new LineItem(i, line.Name, line.Quantity, line.UnitPrice)
            {
                Sku = Text.Clean(line.Sku),
                ProductId = Text.Clean(line.ProductId),
                VariantId = line.Sku is not null && variants.TryGetValue(line.Sku, out var variant) ? variant.Id : null,
                RequiresShipping = line.RequiresShipping,
                Discount = shares.Discounts[i],
                Tax = shares.Taxes[i],
                Removed = line.Removed,
                Returned = line.Returned,
            });
        }
        if (intake.ShippingLine is { } shipping)
            Shipping = new ShippingLine(shipping.Name, shipping.Service, shipping.Amount, shares.ShippingTax);
    }

    private Problem? AddShipments(IntakeOrder intake)
    {
        for (var i = 0; i < intake.Fulfillments.Count; i++)
        {
            var given = intake.Fulfillments[i];
            var asked = new ShippedItems(given.Items?.Select(item => new FulfillItem(lines[item.Line].Id, item.Quantity)).ToList());
            if (asked.Check(lines) is { } wrong)
                return new Problem.Invalid($"fulfillments[{i}]", wrong.Message);
            var fulfillment = Ship(new Shipment(given.Carrier, given.Service, given.TrackingNumber, given.TrackingUrl, given.ShipDate), asked);
            if (given.DeliveredOn is { } at && fulfillment.Deliver(at).Problem is { } refused)
                return refused;
        }
        if (intake is { Fulfilled: true, FulfilledOn: { } fulfilledOn } && lines.Sum(line => line.Left) > 0)
            Ship(new Shipment(intake.ChannelName, null, null, null, fulfilledOn), new ShippedItems(null));
        return lines.Exists(line => line.Returned > line.Shipped)
            ? new Problem.Invalid("line_items", "More units came back than were shipped.")
            : null;
    }

    private const int BeforeItCame = 0;

    /// <summary>What had happened to the order before it came in, told by its channel at the time when it happened.</summary>
    private void RecordHistory()
    {
        var channel = new Actor(ActorKind.Connector, null, ChannelName);
        foreach (var fulfillment in fulfillments)
        {
            Tell("fulfillment.shipped", $"shipped {Text.Count(fulfillment.Units, "item")} with {fulfillment.Carrier}", fulfillment.ShippedAt);
            if (fulfillment.DeliveredAt is { } delivered)
                Tell("fulfillment.delivered", $"delivered fulfillment {fulfillment.Number}", delivered);
        }
        if (CancelledAt is { } cancelled)
            Tell("order.cancelled", CancelReason is null ? "cancelled the order" : $"cancelled the order: {CancelReason}", cancelled);

        void Tell(string kind, string summary, DateTimeOffset at) => timeline.Add(new TimelineEntry(channel, kind, summary, BeforeItCame, at));
    }
}
