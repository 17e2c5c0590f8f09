using System.Diagnostics;

namespace OrdersAdmin.Tests.Web;

/// <summary>Waits for what another thread or a worker brings about.</summary>
internal static class Until
{
    public static async Task<T> Found<T>(Func<T?> look) where T : class
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        do
        {
            if (look() is { } found)
                return found;
        }
        while (clock.Elapsed < TimeSpan.FromSeconds(30) && await timer.WaitForNextTickAsync());
        throw new TimeoutException("What the test waits for did not come.");
    }
}
