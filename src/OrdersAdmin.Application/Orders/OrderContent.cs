using OrdersAdmin.Customers;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Orders;

/// <summary>What staff may write on an order.</summary>
internal sealed record OrderContent(string? Note, string? CustomerNote, IReadOnlyList<string> Tags, Address? ShippingAddress, Address? BillingAddress, OrderBuyer Buyer);

/// <summary>Who bought, as the order has it: letters go to this email address. The customer follows from it.</summary>
internal sealed record OrderBuyer(Id<Customer>? CustomerId, string Name, string? Email, string? Phone);
