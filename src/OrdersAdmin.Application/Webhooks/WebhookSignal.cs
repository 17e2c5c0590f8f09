using System.Collections.Concurrent;
using System.Threading.Channels;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Webhooks;

/// <summary>Wakes the courier when there may be something to send, and tells open pages what it did. Both look by themselves as well, so that a lost signal does no harm.</summary>
public sealed class WebhookSignal
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<Subscription, Action<Id<WebhookEndpoint>>> listeners = new();

    /// <summary>Until it is disposed. The listener must not block.</summary>
    public IDisposable Subscribe(Action<Id<WebhookEndpoint>> listener)
    {
        var subscription = new Subscription(this);
        listeners[subscription] = listener;
        return subscription;
    }

    internal void Wake() => bell.Writer.TryWrite(true);

    /// <summary>The endpoint's log has grown.</summary>
    internal void Tell(Id<WebhookEndpoint> endpoint)
    {
        foreach (var listener in listeners.Values)
            listener(endpoint);
    }

    internal async Task Wait(TimeSpan atMost, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(atMost);
        try
        {
            await bell.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nobody rang; look anyway.
            return;
        }
    }

    private sealed class Subscription(WebhookSignal owner) : IDisposable
    {
        public void Dispose() => owner.listeners.TryRemove(this, out _);
    }
}
