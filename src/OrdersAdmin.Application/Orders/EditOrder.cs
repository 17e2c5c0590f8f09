namespace OrdersAdmin.Orders;

/// <summary>Only what is not null changes, within an address and the buyer too; an empty text removes.</summary>
public sealed record EditOrder(
    string? Note = null, string? CustomerNote = null, IReadOnlyList<string>? Tags = null, int? ExpectedVersion = null,
    Address? ShippingAddress = null, Address? BillingAddress = null, EditBuyer? Buyer = null);

/// <summary>Another email address makes the order another customer's; without one it is a guest's.</summary>
public sealed record EditBuyer(string? Name = null, string? Email = null, string? Phone = null);
