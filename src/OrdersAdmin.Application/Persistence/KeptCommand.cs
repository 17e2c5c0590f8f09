using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace OrdersAdmin.Persistence;

/// <summary>EF makes a command for each use; this one borrows the connection's prepared one with the same text.</summary>
internal sealed class KeptCommand(DatabaseConnection connection) : DbCommand
{
    private SqliteCommand? borrowed;

    [AllowNull]
    public override string CommandText
    {
        get => borrowed?.CommandText ?? "";
        set
        {
            GiveBack();
            borrowed = connection.Lend(value ?? "");
        }
    }

    public override int CommandTimeout
    {
        get => Sqlite.CommandTimeout;
        set => Sqlite.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => Sqlite.CommandType;
        set => Sqlite.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept statement belongs to its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Sqlite.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Sqlite => borrowed ?? throw new InvalidOperationException("A command needs its text first.");

    public override void Cancel() => borrowed?.Cancel();

    public override int ExecuteNonQuery() => Sqlite.ExecuteNonQuery();

    public override object? ExecuteScalar() => Sqlite.ExecuteScalar();

    public override void Prepare() => Sqlite.Prepare();

    protected override DbParameter CreateDbParameter() => Sqlite.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Sqlite.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            GiveBack();
        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        if (borrowed is not null)
            connection.TakeBack(borrowed);
        borrowed = null;
    }
}
