using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Identity;

/// <summary>How a member of staff proves who they are. It carries their id (<c>stf_…</c>) and nothing of what they may do.</summary>
internal sealed class StaffAccount : IdentityUser
{
    public StaffAccount() { }

    public StaffAccount(Id<StaffMember> staff, string email)
    {
        // The user name is the id as well: an email address may hold letters that Identity refuses in a name.
        (Id, UserName, Email, LockoutEnabled) = (staff.ToString(), staff.ToString(), email, true);
    }

    public DateTimeOffset? LastSignInAt { get; set; }

    public Id<StaffMember> StaffId => Id<StaffMember>.Parse(Id);
}
