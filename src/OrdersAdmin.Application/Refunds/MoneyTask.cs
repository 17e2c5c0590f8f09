using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Money that is stuck until a person looks at it: a row of the board, with an owner and a note.</summary>
public sealed class MoneyTask : IIdentified
{
    private MoneyTask() { }

    internal MoneyTask(MoneyTaskKind kind, Order order, Id<Refund>? refundId, string? providerRefundId, long amount, string sentence, DateTimeOffset now)
    {
        (Id, Kind, SiteId, OrderId, RefundId, ProviderRefundId) = (Id<MoneyTask>.New(now), kind, order.SiteId, order.Id, refundId, providerRefundId);
        (Amount, Currency, Sentence, OpenedAt) = (amount, order.Currency, sentence, now);
        Subject = SubjectOf(kind, order.Id, refundId, providerRefundId);
    }

    public static string IdPrefix => "mtk_";

    public Id<MoneyTask> Id { get; private set; }

    public MoneyTaskKind Kind { get; private set; }

    public Id<Site> SiteId { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public Id<Refund>? RefundId { get; private set; }

    public string? ProviderRefundId { get; private set; }

    /// <summary>What it is about; at most one open task has it.</summary>
    public string Subject { get; private set; } = "";

    public long Amount { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>What happened and what it means.</summary>
    public string Sentence { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public Id<StaffMember>? OwnerId { get; private set; }

    public string? Note { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public int Version { get; private set; } = 1;

    internal static string SubjectOf(MoneyTaskKind kind, Id<Order> order, Id<Refund>? refund, string? providerRefund) =>
        $"{kind}:{refund?.ToString() ?? providerRefund ?? order.ToString()}";

    internal void Assign(Id<StaffMember>? owner) => (OwnerId, Version) = (owner, Version + 1);

    internal void Write(string? note) => (Note, Version) = (note, Version + 1);

    internal void Close(string by, DateTimeOffset now) => (ClosedAt, ClosedBy, Version) = (now, by, Version + 1);
}

/// <summary>Why money needs a person.</summary>
public enum MoneyTaskKind
{
    /// <summary>Nobody knows whether the provider has the refund.</summary>
    Unknown = 1,

    /// <summary>The provider is taking longer than it should.</summary>
    PendingTooLong = 2,

    /// <summary>The customer has to do something.</summary>
    RequiresAction = 3,

    /// <summary>Refused, or not paid out.</summary>
    Failed = 4,

    /// <summary>Failed after it had been paid out.</summary>
    LateFailure = 5,

    /// <summary>A refund that the provider has and nobody asked for here.</summary>
    DashboardRefund = 6,

    /// <summary>What the provider has contradicts what was approved.</summary>
    Contradiction = 7,

    /// <summary>The customer of a cancelled order has neither goods nor all of their money.</summary>
    CancelledButPaid = 8,

    /// <summary>A cancelled order's money is promised, not taken, and not given free.</summary>
    StillAuthorized = 9,

    /// <summary>The customer paid the difference of an exchange that did not wait for it.</summary>
    PaidInVain = 20,
}
