using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Hosting;

namespace OrdersAdmin.Web.Identity;

/// <summary>The letters with a link to choose a password. A link names the person by id, never by email.</summary>
internal sealed class AccountLetters(StaffAccounts accounts, LetterBox letters, ShopAddress shop)
{
    public Task<Result<Done>> Invite(StaffView member, string from) => accounts.With(async users =>
    {
        if (await users.FindByIdAsync(member.Id.ToString()) is not { PasswordHash: null } account)
            return new Problem.Refused($"{member.Name} has accepted already.");
        var code = Encode(await users.GenerateUserTokenAsync(account, InvitationTokens.Provider, InvitationTokens.Purpose));
        return await letters.Post(member.Email, $"{from} invites you to OrdersAdmin", $"""
            Hello {member.Name},

            {from} has given you access to the shop's orders. Choose a password to begin:

            {shop.Of($"account/accept/{member.Id}?code={code}")}

            The link works once, within seven days. If you did not expect this letter, leave it be.
            """);
    });

    public async Task<Result<Done>> ResetPassword(StaffAccount account, UserManager<StaffAccount> users)
    {
        var code = Encode(await users.GeneratePasswordResetTokenAsync(account));
        return await letters.Post(account.Email!, "Choose a new password for OrdersAdmin", $"""
            Hello,

            Somebody, probably you, asked for a new password for this address. Choose it here:

            {shop.Of($"account/reset-password?id={account.Id}&code={code}")}

            The link works once, within an hour. If it was not you, leave this letter be: your password stays as it is.
            """);
    }

    /// <summary>The token in a link; null when it is none.</summary>
    public static string? Decode(string? code)
    {
        try
        {
            return code is null ? null : Convert.ToBase64String(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Tokens are Base64 already, in letters that an address would have to escape.
    private static string Encode(string token) => WebEncoders.Base64UrlEncode(Convert.FromBase64String(token));
}
