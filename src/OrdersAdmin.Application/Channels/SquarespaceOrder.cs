using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>An order of Squarespace's Orders API, as it is read or as a sales channel creates it: camelCase, money as { currency, value }.</summary>
internal static class SquarespaceOrder
{
    private const string Source = "Squarespace";

    private static readonly Dictionary<string, Channel> Channels = new(StringComparer.Ordinal) { ["web"] = Channel.Web, ["pos"] = Channel.Pos };

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

    public static IntakeOrder? Read(JsonFields order)
    {
        if (!order.Has("grandTotal"))
            order.Wrong("grandTotal", "'grandTotal' is missing.");
        if (order.Object("grandTotal")?.Currency("currency") is not { } currency)
            return null;
        var remarks = new SourceRemarks(Source);
        var totals = new OrderTotals(
            Amount(order, "subtotal", currency), Amount(order, "discountTotal", currency), Amount(order, "shippingTotal", currency),
            Amount(order, "taxTotal", currency), Amount(order, "grandTotal", currency));
        var status = SquarespaceShipping.Status(order, remarks);
        var shipTo = SourceAddress.CamelCase(order.Object("shippingAddress"));
        var billTo = SourceAddress.CamelCase(order.Object("billingAddress"));
        var created = order.RequiredTime("createdOn");
        var lines = order.Objects("lineItems").Select(line => Line(line, currency, remarks)).ToList();
        return new IntakeOrder
        {
            Channel = order.Choice("channel", Channels) ?? Channel.Platform,
            ChannelName = order.Words("channelName") ?? Source,
            ExternalOrderReference = order.Words("externalOrderReference") ?? order.RequiredWords("id"),
            ChannelNumber = order.Words("orderNumber"),
            CreatedOn = created,
            Currency = currency.Code,
            PriceTaxInterpretation = order.Choice("priceTaxInterpretation", TaxInterpretations) ?? TaxInterpretation.Exclusive,
            Customer = new(remarks.Email(order.Words("customerEmail")), billTo?.Name ?? shipTo?.Name, billTo?.Phone ?? shipTo?.Phone),
            ShippingAddress = shipTo,
            BillingAddress = billTo,
            LineItems = lines,
            DiscountLines = [.. order.Objects("discountLines").Select(each => new DiscountLine(
                each.Words("name") ?? each.Words("description") ?? "Discount", each.Words("promoCode"), Amount(each, "amount", currency)))],
            ShippingLine = order.Objects("shippingLines").Select(each => Shipping(each, currency)).FirstOrDefault(),
            Totals = totals,
            Payments = Payments(order, totals.Total, currency),
            Fulfillments = SquarespaceShipping.Shipments(order, holdsEverything: status == "FULFILLED" && lines.Exists(line => line.RequiresShipping), remarks),
            Fulfilled = status == "FULFILLED",
            FulfilledOn = status == "FULFILLED" ? order.RequiredTime("fulfilledOn") : null,
            InventoryBehavior = order.Choice("inventoryBehavior", InventoryBehaviors) ?? InventoryBehavior.Skip,
            CancelledOn = status == "CANCELED" ? order.Time("modifiedOn") ?? created : null,
            Note = remarks.Note(order.Objects("internalNotes").Select(note => note.Words("content"))),
            Tags = remarks.Tags,
            FormSubmission = [.. order.Objects("formSubmission").Select(answer => new FormAnswer(answer.RequiredWords("label"), answer.Words("value") ?? ""))],
            TestMode = order.Flag("testmode"),
        };
    }

    private static long Amount(JsonFields parent, string name, Currency currency)
    {
        if (parent.Object(name) is not { } money)
            return 0;
        if (money.RequiredWords("currency") is { Length: > 0 } own && own != currency.Code)
            money.Wrong("currency", $"This amount is in {own}, the order in {currency}.");
        return money.RequiredAmount("value", currency);
    }

    private static IntakeLine Line(JsonFields line, Currency currency, SourceRemarks remarks)
    {
        if (!line.Has("unitPricePaid"))
            line.Wrong("unitPricePaid", "'unitPricePaid' is missing.");
        var name = line.Words("productName") ?? line.RequiredWords("title");
        var options = string.Join(", ", line.Objects("variantOptions").Select(option => option.Words("value")).OfType<string>());
        foreach (var wish in line.Objects("customizations"))
            remarks.Add($"{name}: {wish.Words("label")}: {wish.Words("value")}");
        return new()
        {
            Reference = line.Words("id"),
            ProductId = line.Words("productId"),
            Sku = line.Words("sku"),
            Name = options.Length > 0 ? $"{name} — {options}" : name,
            Quantity = line.Units("quantity"),
            UnitPrice = Amount(line, "unitPricePaid", currency),
            RequiresShipping = line.Words("lineItemType") is null or "PHYSICAL_PRODUCT",
        };
    }

    private static IntakeShipping Shipping(JsonFields line, Currency currency) => new(
        line.Words("shippingOptionName") ?? line.Words("method") ?? "Shipping", Amount(line, "amount", currency), line.Words("shippingOptionServiceType"));

    /// <summary>An order is there only once it is paid.</summary>
    private static List<IntakePayment> Payments(JsonFields order, long total, Currency currency)
    {
        var refunded = Amount(order, "refundedTotal", currency);
        if (refunded > total)
            order.Wrong("refundedTotal", "More was refunded than paid.");
        return [new IntakePayment(Source, Captured: total, Refunded: Math.Min(refunded, total))];
    }
}
