using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Inventory;

/// <summary>One change of a variant's stock: what, by whom, why, and for which order. Append-only; the figures of a variant are the sum of its movements.</summary>
public sealed class StockMovement
{
    private StockMovement() { }

    internal StockMovement(Variant variant, StockKind kind, StockChange change, StockCause cause)
    {
        (VariantId, SiteId, Number, Kind) = (variant.Id, variant.SiteId, variant.Version, kind);
        (OnHand, Reserved, Quarantined) = (change.OnHand, change.Reserved, change.Quarantined);
        (OnHandAfter, ReservedAfter, QuarantinedAfter) = (variant.OnHand, variant.Reserved, variant.Quarantined);
        (At, ActorKind, ActorId, ActorName) = (cause.At, cause.Actor.Kind, cause.Actor.StaffId, cause.Actor.Name);
        (Reason, OrderId, ReturnId, Overridden, RequestKey) = (cause.Reason, cause.OrderId, cause.ReturnId, cause.Override, cause.RequestKey);
    }

    public Id<Variant> VariantId { get; private set; }

    /// <summary>The version that the variant had after it; the variant's movements in their order.</summary>
    public int Number { get; private set; }

    public Id<Site> SiteId { get; private set; }

    public StockKind Kind { get; private set; }

    /// <summary>Units added, or taken off where it is negative; so are the next two.</summary>
    public int OnHand { get; private set; }

    public int Reserved { get; private set; }

    public int Quarantined { get; private set; }

    public int OnHandAfter { get; private set; }

    public int ReservedAfter { get; private set; }

    public int QuarantinedAfter { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Id<StaffMember>? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>Why, as a person would say it.</summary>
    public string Reason { get; private set; } = "";

    public Id<Order>? OrderId { get; private set; }

    public Id<Return>? ReturnId { get; private set; }

    /// <summary>Somebody decided that it may go below nothing.</summary>
    public bool Overridden { get; private set; }

    /// <summary>The key of the form or request that made it; the same key makes one movement.</summary>
    public string? RequestKey { get; private set; }
}

/// <summary>Why stock changed.</summary>
public enum StockKind
{
    /// <summary>The units that were there when the variant came in.</summary>
    Opening = 1,

    /// <summary>Sold: taken off by an order that came in.</summary>
    Deduct = 2,

    /// <summary>Back on the shelf.</summary>
    Restock = 3,

    /// <summary>Kept for a replacement.</summary>
    Reserve = 4,

    /// <summary>No longer kept.</summary>
    Release = 5,

    /// <summary>What was kept has left.</summary>
    Ship = 6,

    /// <summary>What had left did not leave after all, and is kept again.</summary>
    Unship = 7,

    /// <summary>Came back and waits for somebody to decide.</summary>
    Quarantine = 8,

    /// <summary>Out of quarantine, onto the shelf.</summary>
    Clear = 9,

    /// <summary>Out of quarantine, thrown away.</summary>
    Discard = 10,

    /// <summary>Counted, broken, found: by hand.</summary>
    Adjust = 11,
}

/// <summary>Units by which a movement changes the three figures.</summary>
internal readonly record struct StockChange(int OnHand, int Reserved, int Quarantined);

/// <summary>Who moves stock, when and what for.</summary>
/// <param name="Override">It may go below nothing.</param>
internal sealed record StockCause(
    Actor Actor, DateTimeOffset At, string Reason, Id<Order>? OrderId = null, Id<Return>? ReturnId = null, bool Override = false, string? RequestKey = null);
