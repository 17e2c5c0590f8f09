using System.Globalization;
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

    /// <summary>Exactly this number.</summary>
    public int? Number { get; init; }

    public Currency? Currency { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Changed at this moment or later.</summary>
    public DateTimeOffset? ModifiedFrom { get; init; }

    /// <summary>Changed before this moment.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }

    /// <summary>A cursor of an earlier page: the orders that follow it.</summary>
    public string? Older { get; init; }

    /// <summary>A cursor of an earlier page: the orders that come before it.</summary>
    public string? Newer { get; init; }

    /// <summary>1 to 250.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Whether anything but the tab narrows the list.</summary>
    public bool IsFiltered => (Search, Status, Payment, Fulfillment) is not (null, null, null, null)
        || (ChannelName, SiteSlug, Tag, PlacedFrom, PlacedBefore, CustomerId) is not (null, null, null, null, null, null)
        || IsPicked;

    /// <summary>Whether it asks for something that only programs ask for; no tally and no covering index knows of it.</summary>
    internal bool IsPicked => (Number, Currency, Channel, ModifiedFrom, ModifiedBefore) is not (null, null, null, null, null);
}

/// <summary>The tabs of the order list.</summary>
public enum OrderTab
{
    All = 1,
    Unfulfilled = 2,
    PartiallyFulfilled = 3,
    Unpaid = 4,
    Returns = 5,
    Cancelled = 6,
}

/// <summary>The place in a list where a page ends.</summary>
internal readonly record struct OrderCursor(long Row)
{
    public override string ToString() => Row.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>False when the query carries a cursor that is not one of ours.</summary>
    public static bool TryRead(OrderListQuery query, out OrderCursor? cursor)
    {
        cursor = null;
        if ((query.Older ?? query.Newer) is not { } text)
            return true;
        if (!TryParse(text, out var read))
            return false;
        cursor = read;
        return true;
    }

    public static bool TryParse(string text, out OrderCursor cursor)
    {
        var ours = long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var row) && text.Length == 16;
        cursor = new(row);
        return ours;
    }
}
