using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Persistence;

/// <summary>The only writer of the database: requests queue up, each runs in a savepoint of its own, and one commit answers many (group commit).</summary>
internal sealed class WriteLane : IAsyncDisposable
{
    private const int MostWaiting = 1024;
    private const int MostInOneCommit = 64;
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(10);

    private readonly Channel<IWrite> queue = Channel.CreateBounded<IWrite>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly DbContextOptions<OrdersContext> options;
    private readonly ILogger log;
    private readonly Task running;

    public WriteLane(DatabaseFile file, ILogger log)
    {
        connection = file.OpenWriter();
        options = DatabaseFile.OptionsFor(connection);
        this.log = log;
        running = Task.Run(Loop);
    }

    public bool IsAlive => !running.IsCompleted;

    public Task<Result<T>> Run<T>(Func<OrdersContext, Task<Result<T>>> change, CancellationToken cancel)
    {
        var write = new Write<T>(change, cancel);
        return queue.Writer.TryWrite(write) ? write.Answer : Task.FromResult<Result<T>>(new Problem.Busy());
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running;
        await connection.DisposeAsync();
    }

    private async Task Loop()
    {
        var batch = new List<IWrite>(MostInOneCommit);
        while (await queue.Reader.WaitToReadAsync())
        {
            try
            {
                await CommitOne(batch);
            }
            catch (Exception e) when (e is SqliteException or InvalidOperationException)
            {
                log.LogError(e, "A commit of {Count} changes failed; none of them was saved", batch.Count);
                foreach (var write in batch)
                    write.Fail(e);
            }
            batch.Clear();
        }
    }

    private async Task CommitOne(List<IWrite> batch)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        var until = Environment.TickCount64 + (long)LongestGathering.TotalMilliseconds;
        while (batch.Count < MostInOneCommit && Environment.TickCount64 <= until && queue.Reader.TryRead(out var write))
        {
            batch.Add(write);
            await RunOne(write, transaction);
        }
        await transaction.CommitAsync();
        foreach (var write in batch)
            write.Confirm();
    }

    private async Task RunOne(IWrite write, SqliteTransaction transaction)
    {
        connection.Execute("SAVEPOINT one");
        await using var context = new OrdersContext(options);
        context.Database.AutoSavepointsEnabled = false;
        await context.Database.UseTransactionAsync(transaction);
        connection.Execute(await write.Attempt(context) ? "RELEASE one" : "ROLLBACK TO one; RELEASE one");
    }

    private interface IWrite
    {
        /// <summary>True when there is something to keep.</summary>
        Task<bool> Attempt(OrdersContext context);

        /// <summary>The commit is on disk: answer.</summary>
        void Confirm();

        void Fail(Exception error);
    }

    private sealed class Write<T>(Func<OrdersContext, Task<Result<T>>> change, CancellationToken cancel) : IWrite
    {
        // The answer must not run the caller's continuation on the lane.
        private readonly TaskCompletionSource<Result<T>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Result<T> result;
        private Exception? error;

        public Task<Result<T>> Answer => source.Task;

        public async Task<bool> Attempt(OrdersContext context)
        {
            if (cancel.IsCancellationRequested)
            {
                error = new OperationCanceledException(cancel);
                return false;
            }
            try
            {
                result = await change(context);
                if (result.Problem is not null)
                    return false;
                await context.SaveChangesAsync(CancellationToken.None);
                return true;
            }
            // Whatever goes wrong in one change is that caller's answer and must not stop the others' lane.
            catch (Exception e)
            {
                error = e;
                return false;
            }
        }

        public void Confirm()
        {
            if (error is not null)
                source.TrySetException(error);
            else
                source.TrySetResult(result);
        }

        public void Fail(Exception failure) => source.TrySetException(error ?? new IOException("The change could not be saved; nothing of it was kept.", failure));
    }
}
