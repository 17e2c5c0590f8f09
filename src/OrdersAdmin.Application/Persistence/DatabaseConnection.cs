using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OrdersAdmin.Persistence;

/// <summary>A connection that stays open, with its prepared statements and the options that EF needs for it, built once: EF caches its services by them.</summary>
internal sealed class DatabaseConnection : IDisposable
{
    private readonly KeptCommands commands;

    public DatabaseConnection(SqliteConnection connection)
    {
        (Sqlite, commands) = (connection, new KeptCommands(connection));
        Options = DatabaseFile.OptionsFor(connection, commands);
    }

    public SqliteConnection Sqlite { get; }

    public DbContextOptions<OrdersContext> Options { get; }

    public void Dispose()
    {
        // Statements that are still prepared would keep the file open after the connection is closed.
        commands.Dispose();
        Sqlite.Dispose();
    }
}
