using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrdersAdmin.Tests.Persistence;

/// <summary>Lets one command on a shop's database fail, as a disk would: the one after so many.</summary>
internal sealed class FailingCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string path;
    private readonly List<IDisposable> subscriptions = [];
    private int left;

    public FailingCommands(Shop shop)
    {
        path = shop.DatabasePath;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Whether the command that was to fail has come.</summary>
    public bool Failed { get; private set; }

    /// <param name="after">How many commands go well before.</param>
    public void Arm(int after) => (left, Failed) = (after + 1, false);

    public void Disarm() => left = 0;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command.Connection.DataSource: var source } || source != path || left == 0 || --left > 0)
            return;
        Failed = true;
        throw new SqliteException("SQLite Error 10: 'disk I/O error'.", 10);
    }

    public void OnError(Exception error) { }

    public void OnCompleted() { }

    public void Dispose() => subscriptions.ForEach(each => each.Dispose());
}
