using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrdersAdmin.Persistence;

/// <summary>Keeps a connection's prepared statements: SQLite would otherwise compile each of EF's statements, triggers included, every time anew.</summary>
internal sealed class KeptCommands(SqliteConnection connection) : DbCommandInterceptor, IDisposable
{
    private const int Most = 300;

    private readonly Dictionary<string, Kept> kept = new(StringComparer.Ordinal);

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (!kept.TryGetValue(result.CommandText, out var command))
        {
            if (kept.Count >= Most)
                return result;
            command = new Kept { Connection = connection, CommandText = result.CommandText, Transaction = ((SqliteCommand)result).Transaction };
            kept.Add(result.CommandText, command);
            // Not left to the first execution: a reader that stops before its end would not keep the statement.
            command.Prepare();
        }
        if (command.Lent)
            return result;
        command.Lend((SqliteCommand)result);
        result.Dispose();
        return command;
    }

    public void Dispose()
    {
        foreach (var command in kept.Values)
            command.Release();
        kept.Clear();
    }

    /// <summary>EF disposes a command after its use; this one only goes back.</summary>
    private sealed class Kept : SqliteCommand
    {
        private bool released;

        public bool Lent { get; private set; }

        public void Lend(SqliteCommand like)
        {
            Lent = true;
            Parameters.Clear();
            foreach (SqliteParameter parameter in like.Parameters)
                Parameters.Add(parameter);
            (Transaction, CommandTimeout) = (like.Transaction, like.CommandTimeout);
        }

        public void Release()
        {
            released = true;
            Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            Lent = false;
            if (released)
                base.Dispose(disposing);
        }
    }
}
