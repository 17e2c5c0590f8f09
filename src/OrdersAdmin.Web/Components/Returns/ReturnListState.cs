using OrdersAdmin.Returns;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>What the list shows, with the address it answers.</summary>
/// <param name="List">Null when the address asks for something that cannot be shown; the refusal says why.</param>
public sealed record ReturnListState(string Address, ReturnListView? List, IReadOnlyList<SiteView> Sites, string? Refusal);
