namespace OrdersAdmin.Kernel;

/// <summary>One page of a keyset-paged list. A cursor is null where there is nothing further in that direction.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Newer, string? Older);
