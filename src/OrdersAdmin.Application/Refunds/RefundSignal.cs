using System.Threading.Channels;

namespace OrdersAdmin.Refunds;

/// <summary>Wakes the workers when there is something to do; that they look by themselves as well makes a lost signal harmless.</summary>
public sealed class RefundSignal
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => bell.Writer.TryWrite(true);

    /// <summary>Waits for the bell, at most for so long.</summary>
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
}
