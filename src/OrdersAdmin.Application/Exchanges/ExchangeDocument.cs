namespace OrdersAdmin.Exchanges;

/// <summary>Goods that come back for others, as programs read it.</summary>
public sealed record ExchangeDocument(string Id, string Status, string Reason, DateTimeOffset CreatedAt);
