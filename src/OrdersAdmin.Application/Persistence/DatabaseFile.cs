using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrdersAdmin.Persistence;

/// <summary>Opens connections to one SQLite file; every pragma is set and read back, so that none is silently ignored.</summary>
internal sealed class DatabaseFile(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Writes back every 32 MB of log: the same pages of the indexes change with each order, and are written once for all of them.</summary>
    public SqliteConnection OpenWriter() => Open("wal_autocheckpoint=8000", "query_only=0");

    /// <summary>A reader never checkpoints and never writes.</summary>
    public SqliteConnection OpenReader() => Open("wal_autocheckpoint=0", "query_only=1");

    public static DbContextOptions<OrdersContext> OptionsFor(SqliteConnection connection) => Options().UseSqlite(connection).Options;

    /// <summary>For a context that is given its connection later, any one of ours.</summary>
    public static DbContextOptions<OrdersContext> OptionsForAny() => Options().UseSqlite().Options;

    // The same for both: EF makes its services and its model, which takes most of a second, once for all that differ in nothing but the connection.
    private static DbContextOptionsBuilder<OrdersContext> Options() => new DbContextOptionsBuilder<OrdersContext>()
        // Whoever begins to listen hears of the very next command.
        .ConfigureLoggingCacheTime(TimeSpan.Zero)
        .ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.MultipleCollectionIncludeWarning,
            // What EF would add to a connection that it knows are functions for decimals and patterns; no query needs one.
            SqliteEventId.UnexpectedConnectionTypeWarning));

    private SqliteConnection Open(params string[] pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        try
        {
            connection.Open();
            foreach (var pragma in (string[])["busy_timeout=5000", "journal_mode=wal", "synchronous=2", "foreign_keys=1", "temp_store=2", "cache_size=-16384", .. pragmas])
                Set(connection, pragma);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Set(SqliteConnection connection, string pragma)
    {
        var (name, wanted) = (pragma.Split('=')[0], pragma.Split('=')[1]);
        connection.Execute($"PRAGMA {pragma}");
        var actual = connection.Scalar<string>($"PRAGMA {name}");
        if (actual != wanted)
            throw new DatabaseUnusableException($"SQLite did not take the setting {pragma}: it says {actual}.");
    }
}
