using System.Threading.Channels;

namespace OrdersAdmin.Refunds;

/// <summary>Wakes the workers when there is something to do; that they look by themselves as well makes a lost signal harmless.</summary>
public sealed class RefundSignal
{
    private readonly Channel<bool> approved = Bell();
    private readonly Channel<bool> arrived = Bell();

    /// <summary>A refund may be ready to send.</summary>
    public void Wake() => approved.Writer.TryWrite(true);

    /// <summary>The provider told something.</summary>
    internal void Arrived() => arrived.Writer.TryWrite(true);

    internal Task WaitForApproved(TimeSpan atMost, CancellationToken cancel) => Wait(approved, atMost, cancel);

    internal Task WaitForArrival(TimeSpan atMost, CancellationToken cancel) => Wait(arrived, atMost, cancel);

    private static Channel<bool> Bell() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private static async Task Wait(Channel<bool> bell, TimeSpan atMost, CancellationToken cancel)
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
}
