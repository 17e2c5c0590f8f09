namespace OrdersAdmin.Inventory;

/// <summary>Correct the units on the shelf by hand.</summary>
/// <param name="Units">Added, or taken off where it is negative.</param>
/// <param name="Override">It may go below nothing, or below what is kept for replacements; that is recorded.</param>
/// <param name="ExpectedVersion">The variant's version that was looked at; null accepts any.</param>
/// <param name="RequestKey">Same key, same movement. At most 100 characters.</param>
public sealed record AdjustStock(int Units, string Reason, bool Override = false, int? ExpectedVersion = null, string? RequestKey = null);

/// <summary>Decide about units in quarantine.</summary>
/// <param name="Restock">Onto the shelf; otherwise they are thrown away.</param>
/// <param name="RequestKey">Same key, same movement. At most 100 characters.</param>
public sealed record SettleQuarantine(int Units, bool Restock, string Reason, int? ExpectedVersion = null, string? RequestKey = null);
