using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OrdersAdmin.Persistence;

/// <summary>Open read-only connections, each lent to one reader at a time.</summary>
internal sealed class ReaderPool(DatabaseFile file) : IDisposable
{
    // More stay open in a rush of readers, each with a cache of its own.
    private const int MostIdle = 16;

    // The one used last has the warmest cache.
    private readonly ConcurrentStack<DatabaseConnection> idle = [];
    private volatile bool closed;

    public Reader Rent()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var connection = idle.TryPop(out var open) ? open : new DatabaseConnection(file.OpenReader());
        try
        {
            return new Reader(this, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryPop(out var connection))
            connection.Dispose();
    }

    private void Return(DatabaseConnection connection)
    {
        if (idle.Count >= MostIdle)
        {
            connection.Dispose();
            return;
        }
        idle.Push(connection);
        // Closed while this one was lent: nobody else will come for it.
        if (closed)
            Dispose();
    }

    /// <summary>One consistent moment: a deferred transaction, which takes no lock that a writer would wait for.</summary>
    internal sealed class Reader : IAsyncDisposable
    {
        private readonly ReaderPool pool;
        private readonly DatabaseConnection connection;
        private readonly SqliteTransaction moment;

        internal Reader(ReaderPool pool, DatabaseConnection connection)
        {
            (this.pool, this.connection) = (pool, connection);
            moment = connection.Sqlite.BeginTransaction(deferred: true);
            Context = connection.Context();
            Context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            Context.Database.UseTransaction(moment);
        }

        public OrdersContext Context { get; }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await Context.DisposeAsync();
                await moment.DisposeAsync();
            }
            catch
            {
                // A connection that cannot end its transaction is of no use to the next reader.
                connection.Dispose();
                throw;
            }
            pool.Return(connection);
        }
    }
}
