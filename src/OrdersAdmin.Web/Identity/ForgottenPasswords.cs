using System.Threading.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Identity;

/// <summary>Answers requests for a new password behind the page's back, so that the page takes the same time whether there is an account or not.</summary>
internal sealed class ForgottenPasswords(StaffAccounts accounts, StaffQueries staff, AccountLetters letters, TimeProvider clock, ILogger<ForgottenPasswords> log) : BackgroundService
{
    /// <summary>Nobody's mailbox can be flooded from here.</summary>
    private static readonly TimeSpan BetweenLetters = TimeSpan.FromMinutes(2);

    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Dictionary<string, DateTimeOffset> lately = new(StringComparer.Ordinal);

    public void Ask(string email)
    {
        if (EmailAddress.IsValid(EmailAddress.Normalize(email)))
            waiting.Writer.TryWrite(EmailAddress.Normalize(email));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var email in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                if ((await Answer(email)).Problem is { } problem)
                    log.LogWarning("A letter for a new password could not be written: {Reason}", problem.Message);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Requests for new passwords are not taken any more");
        }
    }

    private Task<Result<Done>> Answer(string email) => accounts.With<Result<Done>>(async users =>
    {
        var now = clock.GetUtcNow();
        foreach (var old in lately.Where(each => each.Value + BetweenLetters < now).Select(each => each.Key).ToList())
            lately.Remove(old);
        // Whoever was invited and never came has the invitation, which an owner can send again.
        if (await users.FindByEmailAsync(email) is not { PasswordHash: not null } account || await staff.Find(account.StaffId) is not { Active: true } || !lately.TryAdd(account.Id, now))
            return new Done();
        return await letters.ResetPassword(account, users);
    });
}
