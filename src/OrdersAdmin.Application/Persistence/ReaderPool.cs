using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OrdersAdmin.Persistence;

/// <summary>Open read-only connections, each lent to one reader at a time.</summary>
internal sealed class ReaderPool(DatabaseFile file) : IDisposable
{
    private readonly ConcurrentBag<Lane> idle = [];
    private volatile bool closed;

    public Reader Rent() => new(this, idle.TryTake(out var lane) ? lane : new Lane(file.OpenReader()));

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var lane))
            lane.Connection.Dispose();
    }

    private void Return(Lane lane)
    {
        if (closed || lane.Connection.State != System.Data.ConnectionState.Open)
            lane.Connection.Dispose();
        else
            idle.Add(lane);
    }

    /// <summary>A connection with the options that EF needs for it, built once: EF caches its services by them.</summary>
    internal sealed record Lane(SqliteConnection Connection)
    {
        public DbContextOptions<OrdersContext> Options { get; } = DatabaseFile.OptionsFor(Connection);
    }

    /// <summary>One consistent moment: a deferred transaction, which takes no lock that a writer would wait for.</summary>
    internal sealed class Reader : IAsyncDisposable
    {
        private readonly ReaderPool pool;
        private readonly Lane lane;
        private readonly SqliteTransaction moment;

        internal Reader(ReaderPool pool, Lane lane)
        {
            (this.pool, this.lane) = (pool, lane);
            moment = lane.Connection.BeginTransaction(deferred: true);
            Context = new OrdersContext(lane.Options);
            Context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            Context.Database.UseTransaction(moment);
        }

        public OrdersContext Context { get; }

        public async ValueTask DisposeAsync()
        {
            await Context.DisposeAsync();
            await moment.DisposeAsync();
            pool.Return(lane);
        }
    }
}
