using OrdersAdmin.Kernel;

namespace OrdersAdmin.Staff;

/// <summary>Who acts, and through which door. It grants nothing: a workflow asks the database what the actor may do.</summary>
public sealed record Actor(ActorKind Kind, Id<StaffMember>? StaffId, string Name)
{
    /// <summary>The application itself: start, import command, workers.</summary>
    public static Actor System(string name) => new(ActorKind.System, null, name);

    public static Actor Staff(Id<StaffMember> id, string name) => new(ActorKind.Staff, id, name);
}

public enum ActorKind
{
    Staff = 1,
    Token = 2,
    Provider = 3,
    Connector = 4,
    System = 5,
}
