using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>What the list shows, with the address it answers.</summary>
/// <param name="List">Null when the address asks for something that cannot be shown; the refusal says why.</param>
public sealed record OrderListState(string Address, OrderListView? List, OrderFilterChoices Choices, string? Refusal);
