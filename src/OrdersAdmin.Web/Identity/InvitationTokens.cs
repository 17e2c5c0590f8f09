using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace OrdersAdmin.Web.Identity;

/// <summary>The code in an invitation: good for seven days and for one password, because choosing it changes the stamp.</summary>
internal sealed class InvitationTokens(IDataProtectionProvider protection, IOptions<InvitationOptions> options, ILogger<DataProtectorTokenProvider<StaffAccount>> log)
    : DataProtectorTokenProvider<StaffAccount>(protection, options, log)
{
    public const string Provider = "Invitation";

    public const string Purpose = "Accept";
}

internal sealed class InvitationOptions : DataProtectionTokenProviderOptions
{
    public InvitationOptions() => (Name, TokenLifespan) = (InvitationTokens.Provider, TimeSpan.FromDays(7));
}
