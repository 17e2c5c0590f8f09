using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Payments;

/// <summary>Money that a provider took, or promised to take, for an order; minor units of the order's currency. Never card data.</summary>
public sealed class Payment : IIdentified
{
    private Payment() { }

    internal Payment(string provider, string? intentId, string? method, long authorized, long captured, long refunded, bool voided) =>
        (Id, Provider, IntentId, Method, Authorized, Captured, Refunded, Voided) =
        (Id<Payment>.New(), provider, intentId, method, authorized, captured, refunded, voided);

    public static string IdPrefix => "pay_";

    public Id<Payment> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public string Provider { get; private set; } = "";

    public string? IntentId { get; private set; }

    /// <summary>As people know it: "Visa ••4242".</summary>
    public string? Method { get; private set; }

    /// <summary>Promised and not yet captured.</summary>
    public long Authorized { get; private set; }

    public long Captured { get; private set; }

    /// <summary>Confirmed refunds.</summary>
    public long Refunded { get; private set; }

    public bool Voided { get; private set; }
}
