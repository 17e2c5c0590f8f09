using OrdersAdmin.Kernel;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Staff;

/// <summary>Who acts, and through which door. It grants nothing: a workflow asks the database what the actor may do.</summary>
/// <param name="StaffId">The person who acts; for a token the person who made it, for whom it acts.</param>
public sealed record Actor(ActorKind Kind, Id<StaffMember>? StaffId, string Name)
{
    /// <summary>The key that a program acts with.</summary>
    public Id<ApiToken>? TokenId { get; private init; }

    /// <summary>The application itself: start, import command, workers.</summary>
    public static Actor System(string name) => new(ActorKind.System, null, name);

    public static Actor Staff(Id<StaffMember> id, string name) => new(ActorKind.Staff, id, name);

    /// <param name="maker">Whoever made the token: in rules about two persons both are one.</param>
    public static Actor Token(Id<ApiToken> id, string name, Id<StaffMember> maker) => new(ActorKind.Token, maker, name) { TokenId = id };
}

/// <summary>The kind of whoever acts.</summary>
public enum ActorKind
{
    Staff = 1,
    Token = 2,
    Provider = 3,
    Connector = 4,
    System = 5,
}
