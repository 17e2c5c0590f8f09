using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Fulfillments;

/// <summary>What a request to ship must look like before the order is asked.</summary>
public static class FulfillItemsRules
{
    public const int LongestName = 100;
    public const int LongestUrl = 500;

    internal static Problem? Check(FulfillItems command, Order order, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(command.Carrier))
            errors.Add(new("carrier", "Name the carrier."));
        Longest("carrier", "The carrier", command.Carrier);
        Longest("service", "The service", command.Service);
        Longest("tracking_number", "The tracking number", command.TrackingNumber);
        Longest("request_key", "The key", command.RequestKey);
        if (command.TrackingUrl?.Length > LongestUrl)
            errors.Add(new("tracking_url", $"The tracking link is longer than {LongestUrl} characters."));
        else if (!IsWebAddress(command.TrackingUrl))
            errors.Add(new("tracking_url", "The tracking link must begin with https:// or http://."));
        if (command.ShipDate > now.AddDays(1))
            errors.Add(new("ship_date", "The ship date lies in the future."));
        if (command.ShipDate < order.PlacedAt.AddDays(-1))
            errors.Add(new("ship_date", "The ship date lies before the order was placed."));
        return errors.Count > 0 ? new Problem.Invalid(errors) : null;

        void Longest(string path, string what, string? value)
        {
            if (value?.Length > LongestName)
                errors.Add(new(path, $"{what} is longer than {LongestName} characters."));
        }
    }

    /// <summary>Nothing at all, or an address that a browser can follow without running anything.</summary>
    internal static bool IsWebAddress(string? text) =>
        Text.Clean(text) is not { } url || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http"));

    internal static Shipment Shipment(FulfillItems command, DateTimeOffset now)
    {
        var carrier = command.Carrier!.Trim();
        var number = Text.Clean(command.TrackingNumber);
        return new(carrier, Text.Clean(command.Service), number, Text.Clean(command.TrackingUrl) ?? Carriers.TrackingUrl(carrier, number), command.ShipDate ?? now);
    }
}
