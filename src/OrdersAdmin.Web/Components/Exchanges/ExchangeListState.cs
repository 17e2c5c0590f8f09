using OrdersAdmin.Exchanges;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>What the list shows, with the address it answers.</summary>
/// <param name="List">Null when the address asks for something that cannot be shown; the refusal says why.</param>
public sealed record ExchangeListState(string Address, ExchangeListView? List, IReadOnlyList<SiteView> Sites, string? Refusal);
