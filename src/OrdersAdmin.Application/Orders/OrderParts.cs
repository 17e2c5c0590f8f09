using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

/// <summary>A promotion that was redeemed; the amount is positive minor units.</summary>
public sealed record DiscountLine(string Name, string? Code, long Amount);

/// <summary>The shipping that the customer chose; minor units.</summary>
public sealed record ShippingLine(string Name, string? Service, long Amount, long Tax);

/// <summary>A question and its answer from the checkout's form.</summary>
public sealed record FormAnswer(string Label, string Value);

/// <summary>The order's totals as its source stated them; minor units, never recomputed.</summary>
public sealed record OrderTotals(long Subtotal, long Discount, long Shipping, long Tax, long Total)
{
    /// <summary>Whether the parts add up: tax is part of the prices where they include it.</summary>
    public bool Reconcile(TaxInterpretation prices) =>
        Subtotal - Discount + Shipping + (prices == TaxInterpretation.Exclusive ? Tax : 0) == Total;
}

/// <summary>Whether prices contain the tax.</summary>
public enum TaxInterpretation
{
    /// <summary>Tax comes on top of the prices.</summary>
    Exclusive = 1,

    /// <summary>The prices contain the tax.</summary>
    Inclusive = 2,
}

/// <summary>The kind of place where an order was placed.</summary>
public enum Channel
{
    Web = 1,
    Pos = 2,
    Api = 3,
    Platform = 4,
}

/// <summary>A word that staff put on an order to find it again.</summary>
public sealed class OrderTag
{
    private OrderTag() { }

    internal OrderTag(Id<Site> siteId, long row, string name) => (SiteId, Row, Name) = (siteId, row, name);

    public Id<Order> OrderId { get; private set; }

    public Id<Site> SiteId { get; private set; }

    /// <summary>The order's own, so that a tag's orders are found in the list's order.</summary>
    public long Row { get; private set; }

    public string Name { get; private set; } = "";
}
