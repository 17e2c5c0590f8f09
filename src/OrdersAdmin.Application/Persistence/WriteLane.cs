using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Persistence;

/// <summary>The only writer of the database: requests queue up, each runs in a savepoint of its own, and one commit answers many (group commit).</summary>
internal sealed class WriteLane : IAsyncDisposable
{
    private const int MostWaiting = 1024;
    private const int MostInOneCommit = 64;
    private const int ConstraintViolated = 19;
    private const long UsualMostInLog = 64 << 20;

    // Only what waits already is taken along, so a lone request never waits for company; the limit keeps the first of many from waiting long.
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(25);

    private readonly Channel<IWrite> queue = System.Threading.Channels.Channel.CreateBounded<IWrite>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly DatabaseFile file;
    private readonly FileInfo writeAheadLog;
    private readonly OrderChanges changes;
    private readonly ILogger log;
    private readonly Task running;
    private readonly long mostInLog;
    private long shortenBeyond;

    // None after a commit that failed, until the next one opens it anew.
    private DatabaseConnection? connection;

    /// <param name="mostInLog">Bytes past which the write-ahead log is written back and cut.</param>
    public WriteLane(DatabaseFile file, OrderChanges changes, ILogger log, long mostInLog = UsualMostInLog)
    {
        (this.file, this.changes, this.log) = (file, changes, log);
        shortenBeyond = this.mostInLog = mostInLog;
        connection = new DatabaseConnection(file.OpenWriter());
        writeAheadLog = new FileInfo(file.Path + "-wal");
        running = Task.Run(Loop);
    }

    /// <param name="draft">Tracks what the change already decided, to be tried first; where it was overtaken the change runs with a context of the lane.</param>
    public Task<Result<T>> Run<T>(Func<OrdersContext, Task<Result<T>>> change, CancellationToken cancel, OrdersContext? draft = null)
    {
        var write = new Write<T>(change, draft, cancel);
        if (queue.Writer.TryWrite(write))
            return write.Answer;
        ObjectDisposedException.ThrowIf(queue.Reader.Completion.IsCompleted, this);
        return Task.FromResult<Result<T>>(new Problem.Busy());
    }

    /// <summary>Takes no more requests, and carries out those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running;
        connection?.Dispose();
    }

    private async Task Loop()
    {
        var batch = new List<IWrite>(MostInOneCommit);
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                try
                {
                    connection ??= new DatabaseConnection(file.OpenWriter());
                    await CommitOne(connection, batch);
                    ShortenLog(connection.Sqlite);
                }
                // Whatever went wrong is the answer of those who waited for this commit. The lane goes on: a disk that was full may have room for the next one.
                catch (Exception e)
                {
                    FailAll(batch, e);
                    DropConnection();
                }
                batch.Clear();
            }
        }
        finally
        {
            // Nobody may wait for a lane that stopped.
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var left))
                left.Fail(new ObjectDisposedException(nameof(WriteLane)));
        }
    }

    private void FailAll(List<IWrite> batch, Exception error)
    {
        // Where even the transaction could not begin, somebody has to hear of it, or the queue would stand still without a word.
        if (batch.Count == 0 && queue.Reader.TryRead(out var first))
            batch.Add(first);
        foreach (var write in batch)
            write.Fail(error);
        log.LogError(error, "A commit of {Count} changes failed; none of them was saved", batch.Count);
    }

    /// <summary>Whether its transaction really ended nobody knows; closing it undoes whatever is left of it.</summary>
    private void DropConnection()
    {
        try
        {
            connection?.Dispose();
        }
        catch (SqliteException e)
        {
            log.LogError(e, "The writer's connection could not be closed in order; a new one is opened");
        }
        connection = null;
    }

    /// <summary>SQLite starts its log anew only in a moment without readers; where there is none the log would grow for ever, so past a size the lane waits for one.</summary>
    private void ShortenLog(SqliteConnection sqlite)
    {
        writeAheadLog.Refresh();
        if (!writeAheadLog.Exists || writeAheadLog.Length < shortenBeyond)
            return;
        try
        {
            sqlite.Execute("PRAGMA busy_timeout=250");
            var readerInTheWay = sqlite.Scalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            sqlite.Execute("PRAGMA busy_timeout=5000");
            // A reader that takes its time (a backup) must not make every commit wait for it.
            shortenBeyond = mostInLog + (readerInTheWay ? writeAheadLog.Length : 0);
        }
        catch (SqliteException e)
        {
            log.LogError(e, "The database's log could not be written back; it grows until it can");
            shortenBeyond = writeAheadLog.Length + mostInLog;
        }
    }

    private async Task CommitOne(DatabaseConnection writer, List<IWrite> batch)
    {
        await using (var transaction = writer.Begin(deferred: false))
        {
            var until = Environment.TickCount64 + (long)LongestGathering.TotalMilliseconds;
            while (batch.Count < MostInOneCommit && Environment.TickCount64 <= until && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
                await RunOne(writer, write);
            }
            await transaction.CommitAsync();
        }
        foreach (var write in batch)
        {
            write.Confirm();
            changes.Publish(write.Changed);
        }
    }

    private static async Task RunOne(DatabaseConnection writer, IWrite write)
    {
        writer.Execute("SAVEPOINT one");
        var keep = write.Draft is { } draft && await write.Attempt(writer.Adopt(draft));
        if (write.Draft is null || write.WasOvertaken)
        {
            if (write.WasOvertaken)
                writer.Execute("ROLLBACK TO one");
            await using var context = writer.Context();
            keep = await write.Attempt(context);
        }
        if (!keep)
            writer.Execute("ROLLBACK TO one");
        writer.Execute("RELEASE one");
    }

    private interface IWrite
    {
        OrdersContext? Draft { get; }

        /// <summary>Whether the last attempt failed because others had changed what it builds on.</summary>
        bool WasOvertaken { get; }

        /// <summary>True when there is something to keep.</summary>
        Task<bool> Attempt(OrdersContext context);

        /// <summary>The orders that it changed, once it was attempted.</summary>
        IReadOnlyList<OrderChange> Changed { get; }

        /// <summary>The commit is on disk: answer.</summary>
        void Confirm();

        void Fail(Exception error);
    }

    private sealed class Write<T>(Func<OrdersContext, Task<Result<T>>> change, OrdersContext? draft, CancellationToken cancel) : IWrite
    {
        // The answer must not run the caller's continuation on the lane.
        private readonly TaskCompletionSource<Result<T>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Result<T> result;
        private Exception? error;

        public Task<Result<T>> Answer => source.Task;

        public OrdersContext? Draft => draft;

        public bool WasOvertaken => error is DbUpdateConcurrencyException or DbUpdateException { InnerException: SqliteException { SqliteErrorCode: ConstraintViolated } };

        public IReadOnlyList<OrderChange> Changed { get; private set; } = [];

        public async Task<bool> Attempt(OrdersContext context)
        {
            error = null;
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
                Changed = context.SaveOnce();
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
