using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>An order of Shoplazza's Open API: snake_case, money as decimal text, shipments that name their lines.</summary>
internal static class ShoplazzaOrder
{
    private const string Source = "Shoplazza";

    public static IntakeOrder? Read(JsonFields order)
    {
        if (order.Currency("currency") is not { } currency)
            return null;
        var remarks = new SourceRemarks(Source);
        var given = order.Objects("line_items");
        var lines = given.Select(line => Line(line, currency)).ToList();
        var total = order.RequiredAmount("total_price", currency);
        var created = order.Time("placed_at") ?? order.RequiredTime("created_at");
        var touched = order.Time("updated_at") ?? created;
        var shipments = Shipments(order, lines);
        var state = SourceRemarks.Plain(order.Words("fulfillment_status"));
        var shipped = state is "shipped" or "finished" or "received";
        if (state is "partially_shipped" or "partially_finished" && shipments.Count == 0)
            shipments = ShippedLines(given, touched);
        else if (!shipped && state is not ("" or "initialled" or "waiting" or "partially_shipped" or "partially_finished"))
            remarks.UnknownStatus("fulfillment_status", order.Words("fulfillment_status"));
        return new IntakeOrder
        {
            Channel = Channel.Platform,
            ChannelName = Source,
            ExternalOrderReference = order.RequiredWords("id"),
            ChannelNumber = order.Words("number"),
            CreatedOn = created,
            Currency = currency.Code,
            Customer = order.Object("customer") is { } customer
                ? new(remarks.Email(customer.Words("email")), SourceAddress.FullName(customer.Words("first_name"), customer.Words("last_name")), customer.Words("phone"))
                : null,
            ShippingAddress = SourceAddress.Provincial(order.Object("shipping_address")),
            BillingAddress = SourceAddress.Provincial(order.Object("billing_address")),
            LineItems = lines,
            // Only the total is stated; the lines are what the subtotal would be.
            Totals = new(SourceLines.Subtotal(lines), 0, 0, 0, total),
            Payments = SourcePayments.Of(order.Words("financial_status"), total, remarks, "financial_status"),
            Fulfillments = shipments,
            Fulfilled = shipped,
            FulfilledOn = shipped ? shipments.Select(shipment => shipment.ShipDate).Append(touched).Max() : null,
            CancelledOn = Cancelled(order, remarks) ? order.Time("cancelled_at") ?? touched : null,
            CancelReason = order.Words("cancel_reason"),
            Note = remarks.Note([order.Words("note")]),
            Tags = remarks.Tags,
        };
    }

    private static bool Cancelled(JsonFields order, SourceRemarks remarks)
    {
        var given = order.Words("status");
        var status = SourceRemarks.Plain(given);
        if (status is not ("" or "opened" or "placed" or "finished" or "cancelled"))
            remarks.UnknownStatus("status", given);
        return status == "cancelled";
    }

    private static IntakeLine Line(JsonFields line, Currency currency) => new()
    {
        Reference = line.Words("id"),
        ProductId = line.Words("product_id"),
        Sku = line.Words("sku"),
        Name = line.RequiredWords("product_title"),
        Quantity = line.Units("quantity"),
        UnitPrice = line.RequiredAmount("price", currency),
    };

    private static List<IntakeFulfillment> Shipments(JsonFields order, List<IntakeLine> lines) =>
        [.. order.Objects("fulfillments")
            .Where(each => SourceRemarks.Plain(each.Words("status")) is not ("cancelled" or "initialled"))
            .Select(each => new IntakeFulfillment
            {
                Carrier = each.Words("tracking_company") ?? Source,
                TrackingNumber = each.Words("tracking_number"),
                TrackingUrl = each.Words("tracking_url"),
                ShipDate = each.RequiredTime("created_at"),
                DeliveredOn = SourceRemarks.Plain(each.Words("status")) is "finished" or "received" ? each.Time("updated_at") ?? each.Time("created_at") : null,
                Items = each.Has("line_items") ? [.. each.Objects("line_items").Select(item => SourceLines.Named(item, "id", lines))] : null,
            })];

    private static List<IntakeFulfillment> ShippedLines(IReadOnlyList<JsonFields> given, DateTimeOffset at)
    {
        var items = given.Select((line, i) => (Line: line, Position: i))
            .Where(each => SourceRemarks.Plain(each.Line.Words("fulfillment_status")) is "shipped" or "finished")
            .Select(each => new IntakeShippedLine(each.Position, each.Line.Units("quantity"))).ToList();
        return items.Count > 0 ? [new IntakeFulfillment { Carrier = Source, ShipDate = at, Items = items }] : [];
    }
}
