namespace OrdersAdmin.Returns;

/// <summary>Goods that come back, as programs read it.</summary>
public sealed record ReturnDocument(string Id, string? Rma, string Status, string Reason, DateTimeOffset CreatedAt);
