using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OrdersAdmin.Notifications;

namespace OrdersAdmin.Web.Identity;

/// <summary>Answers for email addresses without an account exactly as for one with a wrong password, in as much time: lockout, too.</summary>
internal sealed class UnknownEmails(IOptions<PasswordHasherOptions> hashing, IOptions<IdentityOptions> options, TimeProvider clock) : IDisposable
{
    private const int MostRemembered = 10_000;

    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = MostRemembered });
    private readonly PasswordHasher<StaffAccount> hasher = new(hashing);
    private readonly StaffAccount nobody = new();
    private readonly Lock changing = new();
    private string? someHash;

    public SignInResult Fail(string email, string password)
    {
        var lockout = options.Value.Lockout;
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(EmailAddress.Normalize(email))));
        var now = clock.GetUtcNow();
        lock (changing)
        {
            if (failures.Get<Tries>(key) is { } earlier && earlier.LockedUntil > now)
                return SignInResult.LockedOut;
        }
        hasher.VerifyHashedPassword(nobody, someHash ??= hasher.HashPassword(nobody, "nobody's password"), password);
        lock (changing)
        {
            var count = (failures.Get<Tries>(key)?.Count ?? 0) + 1;
            var locked = count >= lockout.MaxFailedAccessAttempts;
            failures.Set(key, locked ? new Tries(0, now + lockout.DefaultLockoutTimeSpan) : new Tries(count, now),
                new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromDays(1) });
            return locked ? SignInResult.LockedOut : SignInResult.Failed;
        }
    }

    public void Dispose() => failures.Dispose();

    private sealed record Tries(int Count, DateTimeOffset LockedUntil);
}
