using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OrdersAdmin.Kernel;

/// <summary>A loop that outlives whatever goes wrong in one round.</summary>
/// <param name="pause">After a round that went wrong.</param>
internal abstract class Worker(TimeSpan pause, ILogger log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                log.LogInformation("{Worker} stops", GetType().Name);
            }
            // Whatever it was, the next round finds the same work in the database.
            catch (Exception e)
            {
                log.LogError(e, "{Worker} did not finish a round", GetType().Name);
                await Task.Delay(pause, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Does what there is to do, and waits until there may be more.</summary>
    protected abstract Task Round(CancellationToken cancel);
}
