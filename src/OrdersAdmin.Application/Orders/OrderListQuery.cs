using OrdersAdmin.Kernel;

namespace OrdersAdmin.Orders;

/// <summary>Which orders, and which page of them. Everything that is set must hold; newest first.</summary>
public sealed record OrderListQuery
{
    public const int DefaultLimit = 50;
    public const int MostPerPage = 250;

    public OrderTab Tab { get; init; } = OrderTab.All;

    /// <summary>Words, each of which must begin a word of the order's number, names, email, SKUs, references or tracking numbers.</summary>
    public string? Search { get; init; }

    public OrderStatus? Status { get; init; }

    public PaymentState? Payment { get; init; }

    public FulfillmentState? Fulfillment { get; init; }

    public string? ChannelName { get; init; }

    public string? SiteSlug { get; init; }

    public string? Tag { get; init; }

    /// <summary>Placed at this moment or later.</summary>
    public DateTimeOffset? PlacedFrom { get; init; }

    /// <summary>Placed before this moment.</summary>
    public DateTimeOffset? PlacedBefore { get; init; }

    public string? CustomerId { get; init; }

    /// <summary>A cursor of an earlier page: the orders that follow it.</summary>
    public string? Older { get; init; }

    /// <summary>A cursor of an earlier page: the orders that come before it.</summary>
    public string? Newer { get; init; }

    /// <summary>1 to 250.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Whether anything but the tab narrows the list.</summary>
    public bool IsFiltered => (Search, Status, Payment, Fulfillment) is not (null, null, null, null)
        || (ChannelName, SiteSlug, Tag, PlacedFrom, PlacedBefore, CustomerId) is not (null, null, null, null, null, null);
}

public enum OrderTab
{
    All = 1,
    Unfulfilled = 2,
    PartiallyFulfilled = 3,
    Unpaid = 4,
    Returns = 5,
    Cancelled = 6,
}

/// <summary>The place in a list where a page ends: a moment and the row that breaks its ties.</summary>
internal readonly record struct OrderCursor(long Ticks, long Row)
{
    public override string ToString() => $"{Ticks:x}-{Row:x}";

    public static bool TryParse(string text, out OrderCursor cursor)
    {
        cursor = default;
        var parts = text.Split('-');
        if (parts.Length != 2 || !TryHex(parts[0], out var ticks) || !TryHex(parts[1], out var row) || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;
        cursor = new(ticks, row);
        return true;

        static bool TryHex(string hex, out long value) =>
            long.TryParse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out value) && value >= 0;
    }
}
