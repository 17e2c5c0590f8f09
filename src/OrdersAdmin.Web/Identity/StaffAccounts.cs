using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Identity;

/// <summary>Credentials for whoever has no request at hand: pages on a circuit and the start of the shop. Each act has a context of its own.</summary>
/// <remarks>
/// Two files cannot be saved as one. The person is written into the orders database first and the account here afterwards: a crash in between leaves
/// a person who cannot sign in, and "Send the invitation again" makes up for the account. The other way round there would be accounts of nobody.
/// Only the first owner is made the other way (see <see cref="Hosting.ShopSetup"/>), because a person without an account would close the setup for ever.
/// </remarks>
internal sealed class StaffAccounts(IServiceScopeFactory scopes)
{
    /// <summary>Makes the account if it is missing; without a password until one is chosen.</summary>
    public Task<Result<Done>> Ensure(Id<StaffMember> id, string email, string? password = null) => With<Result<Done>>(async accounts =>
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not null)
            return new Done();
        var account = new StaffAccount(id, email);
        var made = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        return made.ToResult();
    });

    /// <summary>Every cookie and open page of this person ends within a minute; links sent to them end, too.</summary>
    public Task EndSessions(Id<StaffMember> id) => With(async accounts =>
    {
        // Whoever has not accepted yet has no session; a new stamp would only spoil their invitation.
        if (await accounts.FindByIdAsync(id.ToString()) is { PasswordHash: not null } account)
            await accounts.UpdateSecurityStampAsync(account);
        return new Done();
    });

    /// <summary>For the setup of a shop without people: accounts that an attempt before left behind.</summary>
    public Task RemoveAll() => With(async accounts =>
    {
        foreach (var account in accounts.Users.ToList())
            await accounts.DeleteAsync(account);
        return new Done();
    });

    /// <summary>Who has chosen a password, and when they last signed in.</summary>
    public Task<Dictionary<Id<StaffMember>, SignInState>> States() => With(accounts => Task.FromResult(accounts.Users
        .Select(account => new { account.Id, Accepted = account.PasswordHash != null, account.LastSignInAt })
        .ToDictionary(account => Id<StaffMember>.Parse(account.Id), account => new SignInState(account.Accepted, account.LastSignInAt))));

    public async Task<T> With<T>(Func<UserManager<StaffAccount>, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>());
    }
}

/// <param name="Accepted">They chose a password: the invitation is over.</param>
public sealed record SignInState(bool Accepted, DateTimeOffset? LastSignInAt);
