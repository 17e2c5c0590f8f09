using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Audit;

/// <summary>What happened to an order, by whom, as a sentence that goes on from the actor's name. Append-only.</summary>
public sealed class TimelineEntry : IIdentified
{
    private TimelineEntry() { }

    internal TimelineEntry(Actor actor, string kind, string summary, int orderVersion, DateTimeOffset at)
    {
        (Id, Kind, Summary, OrderVersion, At) = (Id<TimelineEntry>.New(at), kind, summary, orderVersion, at);
        (ActorKind, ActorId, ActorName) = (actor.Kind, actor.StaffId, actor.Name);
    }

    public static string IdPrefix => "tle_";

    public Id<TimelineEntry> Id { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Id<StaffMember>? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>The event's type: <c>order.created</c>, <c>fulfillment.shipped</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>"shipped 4 items with USPS and told the customer".</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The version that the order had after this, 0 for what happened before it came in; a stale save is told of everything later than what it read.</summary>
    public int OrderVersion { get; private set; }
}
