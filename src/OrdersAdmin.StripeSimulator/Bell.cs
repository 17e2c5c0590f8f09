namespace OrdersAdmin.StripeSimulator;

/// <summary>Wakes whoever waits for something to change; take <see cref="Next"/> before looking, so that no ring is missed.</summary>
internal sealed class Bell
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref next).Task;

    public void Ring() =>
        Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
