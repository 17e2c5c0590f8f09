using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace OrdersAdmin.Web.Identity;

/// <summary>An open page lives longer than any request: it asks every minute whether its person may still be here.</summary>
internal sealed class CircuitRevalidation(ILoggerFactory logging, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => StaffIdentity.RevalidationInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffSignIn>().ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
