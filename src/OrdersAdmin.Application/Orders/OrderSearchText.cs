namespace OrdersAdmin.Orders;

/// <summary>What an order is found by.</summary>
internal static class OrderSearchText
{
    public static string Of(Order order) => string.Join('\n', Words(order).Where(word => !string.IsNullOrWhiteSpace(word)).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string?> Words(Order order) =>
    [
        order.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        order.BuyerName,
        order.BuyerEmail,
        order.ShippingAddress?.Name,
        order.ShippingAddress?.City,
        order.ShippingAddress?.PostalCode,
        order.ExternalReference,
        order.ChannelNumber,
        .. order.Lines.SelectMany(line => new[] { line.Sku, line.Name }),
        .. order.Fulfillments.Select(fulfillment => fulfillment.TrackingNumber),
    ];
}
