using OrdersAdmin.Inventory;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Web.Components.Inventory;

/// <summary>What the list shows, with the address it answers.</summary>
/// <param name="List">Null when the address asks for something that cannot be shown; the refusal says why.</param>
public sealed record StockListState(string Address, StockListView? List, IReadOnlyList<SiteView> Sites, string? Refusal);
