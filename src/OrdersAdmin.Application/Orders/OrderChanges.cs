using System.Collections.Concurrent;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

/// <summary>An order changed, and the change is on disk.</summary>
/// <param name="Kinds">What happened, in the timeline's words: <c>refund.succeeded</c>.</param>
public sealed record OrderChange(Id<Order> Id, Id<Site> SiteId, int Version, IReadOnlyList<string> Kinds);

/// <summary>Tells whoever listens of every change to an order, right after its commit. It grants nothing: a listener reads what it may see.</summary>
public sealed class OrderChanges
{
    private readonly ConcurrentDictionary<Subscription, Action<OrderChange>> listeners = new();

    /// <summary>Until it is disposed. The listener is called on a thread of the pool; it must not block, and what it throws is lost.</summary>
    public IDisposable Subscribe(Action<OrderChange> listener)
    {
        var subscription = new Subscription(this);
        listeners[subscription] = listener;
        return subscription;
    }

    internal void Publish(IReadOnlyList<OrderChange> changes)
    {
        if (changes.Count > 0 && !listeners.IsEmpty)
            ThreadPool.UnsafeQueueUserWorkItem(static state => state.Self.Tell(state.changes), (Self: this, changes), preferLocal: false);
    }

    private void Tell(IReadOnlyList<OrderChange> changes)
    {
        foreach (var change in changes)
            foreach (var listener in listeners.Values)
            {
                try
                {
                    listener(change);
                }
                // A page that is going away must not keep the others from hearing.
                catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
                {
                    continue;
                }
            }
    }

    private sealed class Subscription(OrderChanges owner) : IDisposable
    {
        public void Dispose() => owner.listeners.TryRemove(this, out _);
    }
}
