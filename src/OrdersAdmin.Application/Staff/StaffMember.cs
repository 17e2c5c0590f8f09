using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Staff;

/// <summary>A person with an account: role, sites, and whether they still work here. Credentials live elsewhere (identity.db) under the same id.</summary>
public sealed class StaffMember : IIdentified
{
    private readonly List<SiteGrant> grants = [];

    private StaffMember() { }

    internal StaffMember(Id<StaffMember> id, string email, string name, Role role, IEnumerable<Id<Site>> sites)
    {
        (Id, Email, Name, Role, Active) = (id, email, name, role, true);
        GrantExactly(sites);
    }

    public static string IdPrefix => "stf_";

    public Id<StaffMember> Id { get; private set; }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Role Role { get; private set; }

    public bool Active { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<SiteGrant> Grants => grants;

    /// <summary>An owner works on every site, also on those that come later.</summary>
    public bool WorksOn(Id<Site> site) => Role == Role.Owner || grants.Exists(grant => grant.SiteId == site);

    internal void Change(string name, Role role, bool active, IEnumerable<Id<Site>> sites)
    {
        (Name, Role, Active) = (name, role, active);
        GrantExactly(sites);
        Version++;
    }

    private void GrantExactly(IEnumerable<Id<Site>> sites)
    {
        var wanted = sites.ToHashSet();
        grants.RemoveAll(grant => !wanted.Contains(grant.SiteId));
        grants.AddRange(wanted.Where(site => !grants.Exists(grant => grant.SiteId == site)).Select(site => new SiteGrant(Id, site)));
    }
}

/// <summary>A site that a member of staff works on.</summary>
public sealed class SiteGrant
{
    private SiteGrant() { }

    internal SiteGrant(Id<StaffMember> staffId, Id<Site> siteId) => (StaffId, SiteId) = (staffId, siteId);

    public Id<StaffMember> StaffId { get; private set; }

    public Id<Site> SiteId { get; private set; }
}
