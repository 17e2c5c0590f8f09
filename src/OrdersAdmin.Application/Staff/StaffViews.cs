using OrdersAdmin.Kernel;

namespace OrdersAdmin.Staff;

/// <summary>A member of staff.</summary>
/// <param name="Sites">Slugs of the sites that they work on; an owner's role covers every site.</param>
public sealed record StaffView(Id<StaffMember> Id, string Email, string Name, Role Role, bool Active, IReadOnlyList<string> Sites, int Version);

/// <summary>What an owner says about a person.</summary>
/// <param name="Sites">Slugs.</param>
public sealed record StaffDetails(string Email, string Name, Role Role, IReadOnlyList<string> Sites, bool Active = true);
