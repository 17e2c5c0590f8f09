using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Webhooks;

/// <summary>Clears away what is older than thirty days, and the logs of deleted endpoints, a few hundred rows a transaction so that nobody waits for it.</summary>
internal sealed class WebhookPurge(OrdersDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int Rows = 500;

    public async Task Run(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Kept;
        // Ids begin with the time at which they were made, so the key finds the old ones.
        var (ticks, firstKept) = (before.UtcTicks, Id<OutboxEvent>.New(before).Value.ToByteArray(bigEndian: true));
        // The log first: no message of which a row tells may be missing.
        await Delete(db => db.Database.ExecuteSqlAsync(
            $"DELETE FROM webhook_deliveries WHERE \"CreatedAt\" < {ticks} AND \"Number\" IN (SELECT \"Number\" FROM webhook_deliveries ORDER BY \"Number\" LIMIT {Rows})", cancel), cancel);
        await Delete(db => db.Database.ExecuteSqlAsync(
            $"DELETE FROM outbox WHERE \"Id\" IN (SELECT \"Id\" FROM outbox WHERE \"Id\" < {firstKept} ORDER BY \"Id\" LIMIT {Rows})", cancel), cancel);
        await DeleteEndpoints(cancel);
    }

    private async Task DeleteEndpoints(CancellationToken cancel)
    {
        var deleted = await database.Read(db => db.WebhookEndpoints.Where(each => each.DeletedAt != null).Select(each => each.Id).ToListAsync(cancel));
        foreach (var id in deleted)
        {
            var key = id.Value.ToByteArray(bigEndian: true);
            await Delete(db => db.Database.ExecuteSqlAsync(
                $"DELETE FROM webhook_deliveries WHERE \"Number\" IN (SELECT \"Number\" FROM webhook_deliveries WHERE \"EndpointId\" = {key} ORDER BY \"Number\" LIMIT {Rows})", cancel), cancel);
            await Delete(db => db.WebhookEndpoints.Where(each => each.Id == id).ExecuteDeleteAsync(cancel), cancel);
        }
    }

    private async Task Delete(Func<OrdersContext, Task<int>> rows, CancellationToken cancel)
    {
        while ((await database.Write<int>(async db => await rows(db), cancel)).TryGet(out var gone, out _) && gone >= Rows)
            cancel.ThrowIfCancellationRequested();
    }
}
