using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace OrdersAdmin.Web.Identity;

/// <summary>Identity's own store, but the authenticator key and the recovery codes are encrypted: whoever reads a backup cannot make codes from it.</summary>
internal sealed class AccountsStore(AccountsContext context, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<StaffAccount, AccountsContext>(context, describer)
{
    private readonly IDataProtector protector = protection.CreateProtector("OrdersAdmin.Identity.Tokens");

    public override Task SetTokenAsync(StaffAccount user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(StaffAccount user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        if (await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is not { } value)
            return null;
        try
        {
            return protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            // The keys of the data folder were lost: the second factor is gone, and nobody may pass without it.
            return "";
        }
    }
}
