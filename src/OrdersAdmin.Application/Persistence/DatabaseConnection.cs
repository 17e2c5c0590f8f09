using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OrdersAdmin.Persistence;

/// <summary>A connection that stays open, with its prepared statements and a context that serves one operation after the other, empty each time.</summary>
/// <remarks>A new context registers EF's functions on the connection anew, and with that SQLite forgets every prepared statement: a fulfillment took nearly twice the processor time.</remarks>
internal sealed class DatabaseConnection : IDisposable
{
    private readonly KeptCommands commands;
    private readonly PooledDbContextFactory<OrdersContext> contexts;

    public DatabaseConnection(SqliteConnection connection)
    {
        (Sqlite, commands) = (connection, new KeptCommands(connection));
        contexts = new PooledDbContextFactory<OrdersContext>(DatabaseFile.OptionsFor(connection, commands), poolSize: 1);
    }

    public SqliteConnection Sqlite { get; }

    /// <summary>A context that tracks nothing yet, for one operation; dispose it before the next one.</summary>
    public OrdersContext Context() => contexts.CreateDbContext();

    public void Dispose()
    {
        // Statements that are still prepared would keep the file open after the connection is closed.
        commands.Dispose();
        Sqlite.Dispose();
    }
}
