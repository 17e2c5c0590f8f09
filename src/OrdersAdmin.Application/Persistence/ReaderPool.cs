using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace OrdersAdmin.Persistence;

/// <summary>Open read-only connections, each lent to one reader at a time.</summary>
internal sealed class ReaderPool(DatabaseFile file) : IDisposable
{
    // More stay open in a rush of readers, each with a cache of its own.
    private const int MostIdle = 16;

    // The one used last has the warmest cache.
    private readonly ConcurrentStack<DatabaseConnection> idle = [];
    private volatile bool closed;

    /// <summary>One consistent moment: a deferred transaction, which takes no lock that a writer would wait for.</summary>
    public Moment Rent()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var connection = idle.TryPop(out var open) ? open : new DatabaseConnection(file.OpenReader());
        try
        {
            return new Moment(this, connection, connection.Begin(deferred: true));
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

    internal sealed class Moment(ReaderPool pool, DatabaseConnection connection, SqliteTransaction transaction) : IDisposable
    {
        public OrdersContext Context() => connection.Context();

        public void Dispose()
        {
            try
            {
                transaction.Dispose();
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
