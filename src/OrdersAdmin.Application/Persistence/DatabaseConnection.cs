using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OrdersAdmin.Persistence;

/// <summary>A connection that stays open and keeps its prepared statements: SQLite would otherwise compile each of EF's statements, triggers included, every time anew.</summary>
/// <remarks>Not an SqliteConnection itself: on such a one EF registers functions with each new context, and with that SQLite forgets every prepared statement; a fulfillment took nearly twice the processor time.</remarks>
internal sealed class DatabaseConnection(SqliteConnection sqlite) : DbConnection
{
    private const int MostKept = 300;
    private const int MostIdleContexts = 128;

    private static readonly PooledDbContextFactory<OrdersContext> Contexts = new(DatabaseFile.OptionsForAny(), MostIdleContexts);

    // Null while it is lent.
    private readonly Dictionary<string, SqliteCommand?> kept = new(StringComparer.Ordinal);
    private SqliteTransaction? transaction;

    [AllowNull]
    public override string ConnectionString
    {
        get => sqlite.ConnectionString;
        set => throw new NotSupportedException("The connection is open.");
    }

    public override string Database => sqlite.Database;

    public override string DataSource => sqlite.DataSource;

    public override string ServerVersion => sqlite.ServerVersion;

    public override ConnectionState State => sqlite.State;

    public SqliteConnection Sqlite => sqlite;

    /// <summary>A context that tracks nothing yet, for one operation; dispose it before the next one.</summary>
    public OrdersContext Context() => Adopt(Contexts.CreateDbContext());

    /// <summary>From now on the context works over this connection.</summary>
    public OrdersContext Adopt(OrdersContext context)
    {
        context.Database.SetDbConnection(this);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }

    public override void Open() => throw new NotSupportedException("The connection is open.");

    public override void Close()
    {
        // Statements that are still prepared would keep the file open after the connection is closed.
        foreach (var command in kept.Values)
            command?.Dispose();
        kept.Clear();
        sqlite.Close();
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A file is one database.");

    /// <summary>All statements belong to it until the next one begins: were it lost, none of them would be carried out by itself.</summary>
    internal SqliteTransaction Begin(bool deferred) => transaction = sqlite.BeginTransaction(deferred);

    internal void Execute(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal SqliteCommand Lend(string text)
    {
        if (kept.TryGetValue(text, out var command) && command is not null)
            kept[text] = null;
        else
            command = new SqliteCommand(text, sqlite);
        command.Transaction = transaction;
        return command;
    }

    internal void TakeBack(SqliteCommand command)
    {
        var place = command.CommandText;
        if (State != ConnectionState.Open || (kept.TryGetValue(place, out var there) ? there is not null : kept.Count >= MostKept))
        {
            command.Dispose();
            return;
        }
        command.Parameters.Clear();
        kept[place] = command;
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException("Whoever holds the connection begins its transactions.");

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
            sqlite.Dispose();
        }
        base.Dispose(disposing);
    }
}
