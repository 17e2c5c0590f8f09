namespace OrdersAdmin.Orders;

/// <summary>The order's version after a change was saved.</summary>
public readonly record struct Changed(int Version);
