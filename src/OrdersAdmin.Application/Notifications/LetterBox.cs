using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Notifications;

/// <summary>Takes in letters that belong to no change in the shop: invitations, forgotten passwords. A worker sends them.</summary>
public sealed class LetterBox(OrdersDatabase database, TimeProvider clock)
{
    /// <summary>Once this completes the letter is on disk and will be sent.</summary>
    public Task<Result<Done>> Post(string to, string subject, string body, CancellationToken cancel = default) => database.Write<Done>(db =>
    {
        db.Mails.Add(new Mail(to, subject, body, clock.GetUtcNow()));
        return Task.FromResult<Result<Done>>(new Done());
    }, cancel);
}
