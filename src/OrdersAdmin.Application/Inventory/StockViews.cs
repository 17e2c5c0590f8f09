using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Inventory;

/// <summary>Which variants to list.</summary>
/// <param name="Search">Part of the SKU or the name.</param>
/// <param name="LowOnly">Those with at most <see cref="LowAt"/> units available.</param>
/// <param name="Cursor">From the page before or after.</param>
public sealed record StockListQuery(string? SiteSlug = null, string? Search = null, bool LowOnly = false, string? Cursor = null, int Limit = 50)
{
    public const int LowAt = 5;
    public const int MostPerPage = 250;
}

/// <summary>A variant in the stock list.</summary>
/// <param name="Available">On hand less what is kept for replacements.</param>
public sealed record StockRow(
    Id<Variant> Id, string Sku, string Name, string SiteSlug, Money Price, int OnHand, int Reserved, int Quarantined, int Available, bool Low, bool Deleted);

/// <summary>A page of the stock list.</summary>
/// <param name="Low">How many variants of the reader's sites run low, without the filters.</param>
public sealed record StockListView(IReadOnlyList<StockRow> Rows, string? Newer, string? Older, int Low);

/// <summary>A variant with its stock and where it came from, newest movement first.</summary>
/// <param name="Version">Goes back with every change that is decided on this view.</param>
/// <param name="Older">The next page of movements; null when these are all.</param>
public sealed record VariantView(
    Id<Variant> Id, int Version, string Sku, string Name, string ProductId, SiteView Site, Money Price, int OnHand, int Reserved, int Quarantined, int Available, bool Low,
    bool Deleted, IReadOnlyList<StockMovementView> Movements, int? Older, IReadOnlyList<StockAct> AllowedActions);

/// <summary>One change of a variant's stock.</summary>
/// <param name="Kind">What it was, in the words of the field.</param>
/// <param name="OnHand">Units added, negative where taken off; so are the next two.</param>
public sealed record StockMovementView(
    int Number, DateTimeOffset At, StockKind Kind, int OnHand, int Reserved, int Quarantined, int OnHandAfter, int ReservedAfter, int QuarantinedAfter,
    ActorKind ActorKind, string ActorName, string Reason, Id<Order>? OrderId, int? OrderNumber, Id<Return>? ReturnId, string? Rma, bool Overridden);

/// <summary>What the reader may do to a variant's stock.</summary>
public enum StockAct
{
    Adjust = 1,
    SettleQuarantine = 2,
    Delete = 3,
}
