using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>An order in the shape of aly.store's merchant API: snake_case, integer minor units. It exists only once it is paid.</summary>
internal static class StorefrontOrder
{
    private const string Source = "aly.store";

    public static IntakeOrder Read(JsonFields order)
    {
        var remarks = new SourceRemarks(Source);
        var lines = order.Objects("items").Select(Line).ToList();
        var created = order.RequiredTime("created_at");
        var modified = order.Time("modified_at") ?? created;
        var totals = Totals(order);
        var status = Status(order, remarks);
        var shipments = order.Objects("fulfillments").Where(each => SourceRemarks.Plain(each.Words("status")) != "cancelled")
            .Select(each => Shipment(each, lines, created)).ToList();
        var shipped = status is "fulfilled" or "returned" || SourceRemarks.Plain(order.Words("fulfillment_status")) == "fulfilled";
        if (!shipped && SourceRemarks.Plain(order.Words("fulfillment_status")) is not ("" or "unfulfilled" or "partially_fulfilled"))
            remarks.UnknownStatus("fulfillment_status", order.Words("fulfillment_status"));
        return new IntakeOrder
        {
            Channel = Channel.Web,
            ChannelName = order.Words("channel_name") ?? Source,
            ExternalOrderReference = order.Words("external_order_reference") ?? order.RequiredWords("id"),
            ChannelNumber = order.Has("number") ? order.Count("number")?.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            CreatedOn = created,
            Currency = order.Currency("currency")?.Code,
            Customer = order.Object("buyer") is { } buyer ? new(remarks.Email(buyer.Words("email")), buyer.Words("name"), buyer.Words("phone")) : null,
            ShippingAddress = SourceAddress.SnakeCase(order.Object("shipping_address")),
            BillingAddress = SourceAddress.SnakeCase(order.Object("billing_address")),
            LineItems = Returned(order, lines, all: status == "returned"),
            ShippingLine = totals.Shipping > 0 ? new("Shipping", totals.Shipping) : null,
            Totals = totals,
            Payments = Payments(order, status, totals.Total, remarks),
            Fulfillments = shipments,
            Fulfilled = shipped,
            FulfilledOn = shipped ? modified : null,
            CancelledOn = status == "cancelled" ? order.Time("cancelled_at") ?? modified : null,
            CancelReason = order.Words("cancel_reason"),
            Note = remarks.Note([order.Words("note")]),
            Tags = [.. order.ListOfWords("tags"), .. remarks.Tags],
            TestMode = order.Flag("test_mode"),
        };
    }

    private static string Status(JsonFields order, SourceRemarks remarks)
    {
        var given = order.Words("status");
        var status = SourceRemarks.Plain(given);
        if (status is not ("" or "pending" or "partially_fulfilled" or "fulfilled" or "cancelled" or "refunded" or "returned"))
            remarks.UnknownStatus("status", given);
        return status;
    }

    private static IReadOnlyList<IntakePayment> Payments(JsonFields order, string status, long total, SourceRemarks remarks)
    {
        var payment = order.Object("payment");
        var stated = order.Words("payment_status") ?? (status == "refunded" ? "refunded" : payment is null ? null : "paid");
        return SourcePayments.Of(stated, total, remarks, "payment_status", payment?.Words("provider"), payment?.Words("intent_id"));
    }

    private static OrderTotals Totals(JsonFields order)
    {
        if (order.Object("totals") is { } totals)
        {
            return new(
                totals.RequiredMinor("subtotal"), totals.Minor("discount") ?? 0, totals.Minor("shipping") ?? 0, totals.Minor("tax") ?? 0, totals.RequiredMinor("total"));
        }
        order.Wrong("totals", "'totals' is missing.");
        return new(0, 0, 0, 0, 0);
    }

    private static IntakeLine Line(JsonFields line) => new()
    {
        Reference = line.Words("id"),
        ProductId = line.Words("product_id"),
        Sku = line.Words("sku"),
        Name = line.RequiredWords("name"),
        Quantity = line.Units("quantity"),
        UnitPrice = line.RequiredMinor("unit_price"),
    };

    private static IntakeFulfillment Shipment(JsonFields shipment, List<IntakeLine> lines, DateTimeOffset created) => new()
    {
        Carrier = shipment.Words("carrier") ?? Source,
        Service = shipment.Words("service"),
        TrackingNumber = shipment.Words("tracking_number"),
        TrackingUrl = shipment.Words("tracking_url"),
        ShipDate = shipment.Time("ship_date") ?? shipment.Time("created_at") ?? created,
        DeliveredOn = shipment.Time("delivered_at"),
        Items = shipment.Has("items") ? [.. shipment.Objects("items").Select(item => SourceLines.Named(item, "line_item_id", lines))] : null,
    };

    /// <summary>Units that were received back; announced and rejected returns moved nothing.</summary>
    private static List<IntakeLine> Returned(JsonFields order, List<IntakeLine> lines, bool all)
    {
        var received = order.Objects("returns").Where(each => SourceRemarks.Plain(each.Words("status")) is "received" or "closed")
            .SelectMany(each => each.Objects("items")).Select(item => SourceLines.Named(item, "line_item_id", lines)).ToList();
        return [.. lines.Select((line, i) => line with
        {
            Returned = all ? line.Quantity : received.Where(item => item.Line == i).Sum(item => item.Quantity),
        })];
    }
}
