using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Identity;

/// <summary>The signed-in person as the application layer's actor. What they may do is not in the claims; workflows read it from the database.</summary>
internal static class ActorClaims
{
    public static Actor Actor(this ClaimsPrincipal person) =>
        Id<StaffMember>.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), null, out var id)
            ? Staff.Actor.Staff(id, person.FindFirstValue(ClaimTypes.GivenName) ?? person.Identity?.Name ?? "Somebody")
            : throw new InvalidOperationException("Nobody is signed in.");

    public static async Task<Actor> Actor(this AuthenticationStateProvider authentication) => (await authentication.GetAuthenticationStateAsync()).User.Actor();
}
