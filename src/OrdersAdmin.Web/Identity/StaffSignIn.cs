using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrdersAdmin.Notifications;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Identity;

/// <summary>Lets in whoever proves who they are and still works here, and tells nobody which of the two was missing.</summary>
internal sealed class StaffSignIn(
    UserManager<StaffAccount> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<StaffAccount> claims,
    IOptions<IdentityOptions> options,
    ILogger<StaffSignIn> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffAccount> confirmation,
    StaffQueries staff,
    UnknownEmails unknown,
    TimeProvider clock) : SignInManager<StaffAccount>(accounts, context, claims, options, log, schemes, confirmation)
{
    /// <param name="userName">The email address: nobody knows their id.</param>
    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var account = await UserManager.FindByEmailAsync(EmailAddress.Normalize(userName));
        return account is { PasswordHash: not null } && await CanSignInAsync(account)
            ? await PasswordSignInAsync(account, password, isPersistent, lockoutOnFailure)
            : unknown.Fail(userName, password);
    }

    public override async Task<bool> CanSignInAsync(StaffAccount user) =>
        await base.CanSignInAsync(user) && await staff.Find(user.StaffId) is { Active: true };

    public override async Task<StaffAccount?> GetTwoFactorAuthenticationUserAsync() =>
        await base.GetTwoFactorAuthenticationUserAsync() is { } account && await CanSignInAsync(account) ? account : null;

    /// <summary>Also ends the session of whoever no longer works here, should the stamp not have been renewed.</summary>
    public override async Task<StaffAccount?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } account && await CanSignInAsync(account) ? account : null;

    public override async Task SignInWithClaimsAsync(StaffAccount user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        user.LastSignInAt = clock.GetUtcNow();
        await UserManager.UpdateAsync(user);
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
    }
}
