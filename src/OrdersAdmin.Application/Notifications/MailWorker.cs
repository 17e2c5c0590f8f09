using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Notifications;

/// <summary>Sends the letters that changes left behind, oldest first; one that cannot be sent is tried again later.</summary>
internal sealed class MailWorker(OrdersDatabase database, Postman postman, TimeProvider clock, ILogger<MailWorker> log) : Worker(Pause, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task Round(CancellationToken cancel)
    {
        if (!await SendNext(cancel))
            await Task.Delay(Pause, clock, cancel);
    }

    private async Task<bool> SendNext(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var next = await database.Read(db => db.Mails.Where(mail => mail.NextTryAt != null && mail.NextTryAt <= now).OrderBy(mail => mail.NextTryAt).FirstOrDefaultAsync(cancel));
        if (next is null)
            return false;

        string? error = null;
        try
        {
            await postman.Deliver(next.To, next.Subject, next.Body, cancel);
        }
        // Whatever keeps this letter back, it waits, longer each time, and the others go out.
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            error = e.Message;
            log.LogWarning(e, "Letter {Id} could not be sent", next.Id);
        }
        // A letter that went out and is not noted would go out again: a full queue is waited for.
        while ((await Note(next, error)).Problem is not null)
            await Task.Delay(Pause, clock, CancellationToken.None);
        return true;
    }

    private Task<Result<Done>> Note(Mail sent, string? error) => database.Write<Done>(async db =>
    {
        var mail = await db.Mails.SingleAsync(each => each.Id == sent.Id);
        if (error is null)
            mail.Sent(clock.GetUtcNow());
        else
            mail.Failed(error, clock.GetUtcNow());
        return new Done();
    }, CancellationToken.None);
}
