using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>Our own shape: <see cref="IntakeOrder"/> in snake_case. Strict, since a misspelled field here is our own user's mistake to hear of.</summary>
internal static class NativeOrder
{
    private static readonly Dictionary<string, Channel> Channels = new(StringComparer.Ordinal)
    {
        ["web"] = Channel.Web,
        ["pos"] = Channel.Pos,
        ["api"] = Channel.Api,
        ["platform"] = Channel.Platform,
    };

    private static readonly Dictionary<string, TaxInterpretation> TaxInterpretations = new(StringComparer.Ordinal)
    {
        ["INCLUSIVE"] = TaxInterpretation.Inclusive,
        ["EXCLUSIVE"] = TaxInterpretation.Exclusive,
    };

    private static readonly Dictionary<string, InventoryBehavior> InventoryBehaviors = new(StringComparer.Ordinal)
    {
        ["SKIP"] = InventoryBehavior.Skip,
        ["DEDUCT"] = InventoryBehavior.Deduct,
    };

    private static readonly Dictionary<string, bool> FulfillmentStatuses = new(StringComparer.Ordinal) { ["PENDING"] = false, ["FULFILLED"] = true };

    private static readonly Dictionary<string, bool> Notifications = new(StringComparer.Ordinal) { ["SEND"] = true, ["SKIP"] = false };

    public static IntakeOrder Read(JsonFields order)
    {
        var intake = new IntakeOrder
        {
            Channel = order.Choice("channel", Channels) ?? Channel.Api,
            ChannelName = order.RequiredWords("channel_name"),
            ExternalOrderReference = order.Words("external_order_reference"),
            ChannelNumber = order.Words("channel_number"),
            CreatedOn = order.RequiredTime("created_on"),
            Currency = order.Has("currency") ? order.Currency("currency")?.Code : null,
            PriceTaxInterpretation = order.Choice("price_tax_interpretation", TaxInterpretations) ?? TaxInterpretation.Exclusive,
            Customer = order.Object("customer") is { } customer ? Customer(customer) : null,
            ShippingAddress = order.Object("shipping_address") is { } shipTo ? Address(shipTo) : null,
            BillingAddress = order.Object("billing_address") is { } billTo ? Address(billTo) : null,
            LineItems = [.. order.Objects("line_items").Select(Line)],
            DiscountLines = [.. order.Objects("discount_lines").Select(Discount)],
            ShippingLine = order.Object("shipping_line") is { } shipping ? Shipping(shipping) : null,
            Totals = order.Object("totals") is { } totals ? Totals(totals) : Missing(order),
            Payments = [.. order.Objects("payments").Select(Payment)],
            Fulfillments = [.. order.Objects("fulfillments").Select(Fulfillment)],
            Fulfilled = order.Flag("fulfilled") || order.Choice("fulfillment_status", FulfillmentStatuses) == true,
            FulfilledOn = order.Time("fulfilled_on"),
            InventoryBehavior = order.Choice("inventory_behavior", InventoryBehaviors) ?? InventoryBehavior.Skip,
            CancelledOn = order.Time("cancelled_on"),
            CancelReason = order.Words("cancel_reason"),
            Note = order.Words("note"),
            CustomerNote = order.Words("customer_note"),
            Tags = order.ListOfWords("tags"),
            FormSubmission = [.. order.Objects("form_submission").Select(Answer)],
            TestMode = order.Flag("test_mode"),
            SiteSlug = order.Words("site_slug"),
            NotifyShopper = order.Choice("shopper_fulfillment_notification_behavior", Notifications) ?? false,
        };
        order.RefuseOthers();
        return intake;
    }

    private static OrderTotals Missing(JsonFields order)
    {
        if (!order.Has("totals"))
            order.Wrong("totals", "'totals' is missing.");
        return new(0, 0, 0, 0, 0);
    }

    private static T Whole<T>(JsonFields fields, T value)
    {
        fields.RefuseOthers();
        return value;
    }

    private static IntakeCustomer Customer(JsonFields customer) =>
        Whole(customer, new IntakeCustomer(customer.Words("email"), customer.Words("name"), customer.Words("phone")));

    private static Address Address(JsonFields address) => Whole(address, SourceAddress.SnakeCase(address));

    private static IntakeLine Line(JsonFields line) => Whole(line, new IntakeLine
    {
        Reference = line.Words("reference"),
        ProductId = line.Words("product_id"),
        Sku = line.Words("sku"),
        Name = line.RequiredWords("name"),
        Quantity = line.Units("quantity"),
        UnitPrice = line.RequiredMinor("unit_price"),
        Tax = line.Minor("tax"),
        Discount = line.Minor("discount"),
        RequiresShipping = line.OptionalFlag("requires_shipping") ?? true,
        Returned = line.Count("returned") ?? 0,
        Removed = line.Count("removed") ?? 0,
    });

    private static DiscountLine Discount(JsonFields discount) =>
        Whole(discount, new DiscountLine(discount.RequiredWords("name"), discount.Words("code"), discount.RequiredMinor("amount")));

    private static IntakeShipping Shipping(JsonFields shipping) => Whole(shipping, new IntakeShipping(
        shipping.RequiredWords("name"), shipping.RequiredMinor("amount"), shipping.Words("service"), shipping.Minor("tax")));

    private static OrderTotals Totals(JsonFields totals) => Whole(totals, new OrderTotals(
        totals.RequiredMinor("subtotal"), totals.Minor("discount") ?? 0, totals.Minor("shipping") ?? 0, totals.Minor("tax") ?? 0, totals.RequiredMinor("total")));

    private static IntakePayment Payment(JsonFields payment) => Whole(payment, new IntakePayment(
        payment.RequiredWords("provider"), payment.Words("intent_id"), payment.Words("method"),
        payment.Minor("authorized") ?? 0, payment.Minor("captured") ?? 0, payment.Minor("refunded") ?? 0, payment.Flag("voided")));

    private static IntakeFulfillment Fulfillment(JsonFields shipment) => Whole(shipment, new IntakeFulfillment
    {
        Carrier = shipment.RequiredWords("carrier"),
        Service = shipment.Words("service"),
        TrackingNumber = shipment.Words("tracking_number"),
        TrackingUrl = shipment.Words("tracking_url"),
        ShipDate = shipment.RequiredTime("ship_date"),
        DeliveredOn = shipment.Time("delivered_on"),
        Items = shipment.Has("items") ? [.. shipment.Objects("items").Select(Shipped)] : null,
    });

    private static IntakeShippedLine Shipped(JsonFields item)
    {
        if (!item.Has("line"))
            item.Wrong("line", "'line' is missing: it counts from 0 in line_items.");
        return Whole(item, new IntakeShippedLine(item.Count("line") ?? 0, item.Units("quantity")));
    }

    private static FormAnswer Answer(JsonFields answer) => Whole(answer, new FormAnswer(answer.RequiredWords("label"), answer.Words("value") ?? ""));
}
