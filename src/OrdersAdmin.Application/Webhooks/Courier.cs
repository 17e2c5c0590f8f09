using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Webhooks;

/// <summary>Carries what is due to where it goes. Each endpoint has a lane of its own, so that one which hangs keeps nobody else waiting.</summary>
/// <remarks>A message is sent before that is written down: after a crash in between it is sent once more, under the same id.</remarks>
internal sealed class Courier(OrdersDatabase database, MessageBodies bodies, WebhookSender sender, WebhookSecrets secrets, WebhookSignal signal, TimeProvider clock, ILogger<Courier> log)
{
    private const int MostInOneRound = 32;
    private const int OrdersAtOnce = 4;

    // The results of a round are written together. One that drags on is written early, so that the log shows it.
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Id<WebhookEndpoint>, Task> lanes = new();

    /// <summary>Sets off with everything that is due, and waits for none of it.</summary>
    public async Task Dispatch(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await database.Read(db => db.WebhookEndpoints
            .Where(endpoint => endpoint.DisabledAt == null && endpoint.DeletedAt == null && db.WebhookDeliveries.Any(each => each.EndpointId == endpoint.Id && each.NextAt <= now))
            .Select(endpoint => endpoint.Id).ToListAsync(cancel));
        foreach (var endpoint in due)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (lanes.TryAdd(endpoint, done.Task))
                _ = Task.Run(() => Lane(endpoint, done, cancel), CancellationToken.None);
        }
    }

    /// <summary>Until every lane has come to its end.</summary>
    public Task WhenIdle() => Task.WhenAll(lanes.Values);

    private async Task Lane(Id<WebhookEndpoint> endpoint, TaskCompletionSource done, CancellationToken cancel)
    {
        var wake = false;
        try
        {
            while (!cancel.IsCancellationRequested && await NextRound(endpoint) is { } round)
                await Carry(round, cancel);
            // Something may have come after the last look.
            wake = true;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            log.LogInformation("Messages to {Endpoint} wait for the next start", endpoint);
        }
        // Whatever it was, the next look finds the same work in the database.
        catch (Exception e)
        {
            log.LogError(e, "The lane to {Endpoint} broke off", endpoint);
        }
        finally
        {
            lanes.TryRemove(endpoint, out _);
            if (wake)
                signal.Wake();
            done.SetResult();
        }
    }

    private Task<Round?> NextRound(Id<WebhookEndpoint> id) => database.Read(async db =>
    {
        var now = clock.GetUtcNow();
        if (await db.WebhookEndpoints.SingleOrDefaultAsync(each => each.Id == id && each.DisabledAt == null && each.DeletedAt == null) is not { } endpoint)
            return null;
        var parcels = await db.WebhookDeliveries.Where(each => each.EndpointId == id && each.NextAt <= now)
            .OrderBy(each => each.NextAt).ThenBy(each => each.Number).Take(MostInOneRound)
            .Select(each => new Parcel(each.Number, each.MessageId, each.Type, each.OrderId, each.CreatedAt, db.Outbox.Where(message => message.Id == each.MessageId).Select(message => message.Body).FirstOrDefault()))
            .ToListAsync();
        return parcels.Count == 0 ? null : new Round(endpoint, parcels);
    });

    /// <summary>Messages of one order go one after the other, in their sequence; those of several orders side by side.</summary>
    private async Task Carry(Round round, CancellationToken cancel)
    {
        var (results, began, stop) = (new ConcurrentDictionary<long, SendResult>(), Stopwatch.GetTimestamp(), false);
        try
        {
            await Parallel.ForEachAsync(round.Parcels.GroupBy(parcel => parcel.Order ?? Id<Order>.New()), new ParallelOptions { MaxDegreeOfParallelism = OrdersAtOnce, CancellationToken = cancel }, async (order, _) =>
            {
                foreach (var parcel in order)
                {
                    if (Volatile.Read(ref stop) || (!results.IsEmpty && Stopwatch.GetElapsedTime(began) > LongestRound))
                        return;
                    var result = results[parcel.Delivery] = await Send(round.Endpoint, parcel, cancel);
                    if (result.Gone)
                        Volatile.Write(ref stop, true);
                }
            });
        }
        finally
        {
            if (!results.IsEmpty)
                await Record(round.Endpoint.Id, results);
        }
    }

    private async Task<SendResult> Send(WebhookEndpoint endpoint, Parcel parcel, CancellationToken cancel)
    {
        var body = parcel.Type == WebhookEvents.Test ? MessageBodies.OfTest(parcel.Message, parcel.CreatedAt) : parcel.Body ?? await bodies.Of(parcel.Message);
        if (body is null)
            return new SendResult(clock.GetUtcNow(), null, 0, "The event has been cleared away meanwhile.", null, IsFinal: true);
        try
        {
            return await sender.Send(endpoint.Url, parcel.Message.ToString(), body, secrets.Of(endpoint, clock.GetUtcNow()), cancel);
        }
        catch (CryptographicException e)
        {
            log.LogError(e, "The signing secret of {Endpoint} cannot be read", endpoint.Id);
            return new SendResult(clock.GetUtcNow(), null, 0, "The signing secret cannot be read with this shop's keys any more. Rotate it.", null);
        }
    }

    private async Task Record(Id<WebhookEndpoint> id, IReadOnlyDictionary<long, SendResult> results)
    {
        (await database.Write<Done>(async db =>
        {
            var now = clock.GetUtcNow();
            var numbers = results.Keys.ToList();
            foreach (var delivery in await db.WebhookDeliveries.Where(each => numbers.Contains(each.Number)).ToListAsync())
                db.WebhookAttempts.Add(delivery.Attempted(results[delivery.Number], now, Random.Shared.NextDouble()));
            if (results.Values.Any(result => result.Gone) && await db.WebhookEndpoints.SingleOrDefaultAsync(each => each.Id == id) is { } endpoint)
                endpoint.Disable("The receiver answered 410: it wants no more messages.", now);
            return new Done();
        }, CancellationToken.None)).OrThrow();
        signal.Tell(id);
    }

    private sealed record Round(WebhookEndpoint Endpoint, IReadOnlyList<Parcel> Parcels);

    private sealed record Parcel(long Delivery, Id<OutboxEvent> Message, string Type, Id<Order>? Order, DateTimeOffset CreatedAt, string? Body);
}
