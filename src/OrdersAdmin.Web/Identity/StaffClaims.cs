using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Identity;

/// <summary>Who is signed in: id, name, email and the stamp. Never a role, which is read from the orders database at the moment of acting.</summary>
internal sealed class StaffClaims(UserManager<StaffAccount> accounts, IOptions<IdentityOptions> options, StaffQueries staff)
    : UserClaimsPrincipalFactory<StaffAccount>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var member = await staff.Find(user.StaffId);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, member?.Name ?? user.Email ?? user.Id));
        return identity;
    }
}
