using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Idempotency;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Persistence;

/// <summary>The one way to the orders database: writes go through a single lane, reads see one consistent moment.</summary>
public sealed class OrdersDatabase : IAsyncDisposable
{
    private readonly DatabaseLock processLock;
    private readonly WriteLane lane;
    private readonly ReaderPool readers;
    private int closed;

    private OrdersDatabase(DatabaseFile file, DatabaseLock processLock, ILogger log)
    {
        this.processLock = processLock;
        (lane, readers, File) = (new WriteLane(file, Changes, log), new ReaderPool(file), file);
    }

    /// <summary>What changed, right after each commit.</summary>
    public OrderChanges Changes { get; } = new();

    internal DatabaseFile File { get; }

    /// <summary>Locks, checks and migrates the file, then opens it. Throws <see cref="DatabaseUnusableException"/> with a sentence for whoever starts the shop.</summary>
    public static async Task<OrdersDatabase> Open(string path, ILogger log, CancellationToken cancel = default)
    {
        var file = new DatabaseFile(path);
        var taken = DatabaseLock.Take(file);
        try
        {
            await DatabaseStartup.Prepare(file, taken.WasClosedCleanly, log, cancel);
            return new OrdersDatabase(file, taken, log);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Runs a change and saves it. Once the task completes with a value it is on disk; a problem or an exception leaves no trace.</summary>
    /// <remarks>Inside a request that carries a key, the key is saved with it.</remarks>
    internal Task<Result<T>> Write<T>(Func<OrdersContext, Task<Result<T>>> change, CancellationToken cancel = default) => lane.Run(KeyedRun.Around(change), cancel);

    /// <summary>As <see cref="Write"/>, for what is no part of the request that is being carried out.</summary>
    internal Task<Result<T>> WriteApart<T>(Func<OrdersContext, Task<Result<T>>> change, CancellationToken cancel = default) => lane.Run(change, cancel);

    /// <summary>As <see cref="Write"/>, for a change that builds on the entities that it changes: it is decided on the caller's thread, over one consistent moment, and the lane only saves it.</summary>
    /// <remarks>Where one of them changed meanwhile its version tells, and the change runs once more in the lane; so does what was refused. It must write by tracked entities alone.</remarks>
    internal async Task<Result<T>> WriteAhead<T>(Func<OrdersContext, Task<Result<T>>> change, CancellationToken cancel = default)
    {
        if (KeyedRun.IsDoneAlready)
            return await Write(change, cancel);
        await using var draft = await Draft<T>.Of(readers, change);
        return await lane.Run(KeyedRun.Around<T>(db => draft.IsOf(db) ? Task.FromResult(draft.Result) : change(db)), cancel, draft.Context);
    }

    /// <summary>Runs queries over one consistent moment of the database; nothing can be written.</summary>
    internal async Task<T> Read<T>(Func<OrdersContext, Task<T>> query)
    {
        using var moment = readers.Rent();
        await using var context = moment.Context();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await query(context);
    }

    /// <summary>Whether the schema is there and the writer commits. Throws what keeps it from that, or when it was cancelled waiting.</summary>
    public async Task<bool> IsReady(CancellationToken cancel = default)
    {
        var beat = await Write(_ => Task.FromResult<Result<Done>>(new Done()), cancel).WaitAsync(cancel);
        return beat.Problem is null && await Read(async db => (await DatabaseStartup.Pending(db, cancel)).Count == 0);
    }

    /// <summary>Carries out the changes that wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) == 1)
            return;
        // The writer last: whoever closes last moves the log into the database.
        readers.Dispose();
        await lane.DisposeAsync();
        processLock.MarkClosed();
        processLock.Dispose();
    }
}

/// <summary>The database cannot be used; the message tells whoever starts the shop why, and what to do.</summary>
public sealed class DatabaseUnusableException : Exception
{
    public DatabaseUnusableException() { }

    public DatabaseUnusableException(string message) : base(message) { }

    public DatabaseUnusableException(string message, Exception inner) : base(message, inner) { }
}
