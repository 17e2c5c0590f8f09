using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>An order in Alloy's common model: camelCase, money as decimal text, a status each for order, payment and fulfillment.</summary>
internal static class AlloyOrder
{
    private const string Source = "Alloy";

    public static IntakeOrder? Read(JsonFields order)
    {
        if (order.Currency("currency") is not { } currency)
            return null;
        var remarks = new SourceRemarks(Source);
        var lines = order.Objects("lineItems").Select(line => Line(line, currency)).ToList();
        var totals = new OrderTotals(
            // The model has no subtotal; the lines are what it would be.
            SourceLines.Subtotal(lines),
            order.Amount("totalDiscount", currency) ?? 0,
            order.Amount("totalShipping", currency) ?? 0,
            order.Amount("totalTax", currency) ?? 0,
            order.RequiredAmount("totalPrice", currency));
        var created = order.Time("remoteCreatedAt") ?? order.RequiredTime("createdAt");
        var modified = order.Time("remoteUpdatedAt") ?? order.Time("updatedAt") ?? created;
        var status = Status(order, remarks);
        var shipped = Shipped(order, status, remarks);
        if (order.Flag("remoteDeleted"))
            remarks.Add("The platform has deleted this order.");
        var shipTo = SourceAddress.CamelCase(order.Object("shippingAddress"));
        var billTo = SourceAddress.CamelCase(order.Object("billingAddress"));
        return new IntakeOrder
        {
            Channel = Channel.Platform,
            ChannelName = Source,
            ExternalOrderReference = order.Words("remoteId") ?? order.RequiredWords("id"),
            ChannelNumber = order.Words("orderNumber"),
            CreatedOn = created,
            Currency = currency.Code,
            Customer = order.Object("customer") is { } customer ? Customer(customer, remarks) : null,
            ShippingAddress = shipTo,
            BillingAddress = billTo,
            LineItems = lines,
            ShippingLine = totals.Shipping > 0 ? new("Shipping", totals.Shipping) : null,
            Totals = totals,
            Payments = SourcePayments.Of(order.Words("paymentStatus"), totals.Total, remarks, "paymentStatus"),
            Fulfilled = shipped,
            FulfilledOn = shipped ? modified : null,
            CancelledOn = status == "cancelled" ? modified : null,
            Note = remarks.Note([order.Words("note")]),
            Tags = remarks.Tags,
        };
    }

    private static string Status(JsonFields order, SourceRemarks remarks)
    {
        var given = order.Words("orderStatus");
        switch (SourceRemarks.Plain(given))
        {
            case "cancelled" or "canceled":
                return "cancelled";
            case "shipped" or "delivered" or "fulfilled" or "completed":
                return "shipped";
            case "" or "pending" or "open" or "processing" or "partially_shipped" or "refunded" or "closed":
                return "open";
            default:
                remarks.UnknownStatus("orderStatus", given);
                return "open";
        }
    }

    private static bool Shipped(JsonFields order, string status, SourceRemarks remarks)
    {
        var given = order.Words("fulfillmentStatus");
        switch (SourceRemarks.Plain(given))
        {
            case "fulfilled" or "shipped":
                return true;
            case "unfulfilled":
                return false;
            case "":
                return status == "shipped";
            case "partial" or "partially_fulfilled":
                remarks.Add($"{Source} says that a part has shipped, without saying which.");
                return false;
            default:
                remarks.UnknownStatus("fulfillmentStatus", given);
                return false;
        }
    }

    private static IntakeLine Line(JsonFields line, Currency currency)
    {
        if (line.Words("currency") is { } own && own != currency.Code)
            line.Wrong("currency", $"The line is in {own}, the order in {currency}.");
        return new IntakeLine
        {
            Reference = line.Words("lineItemId"),
            ProductId = line.Words("productId"),
            Sku = line.Words("sku"),
            Name = line.RequiredWords("title"),
            Quantity = line.Units("quantity"),
            UnitPrice = line.RequiredAmount("price", currency),
        };
    }

    private static IntakeCustomer Customer(JsonFields customer, SourceRemarks remarks) => new(
        remarks.Email(customer.Words("email")), SourceAddress.FullName(customer.Words("firstName"), customer.Words("lastName")), customer.Words("phone"));
}
