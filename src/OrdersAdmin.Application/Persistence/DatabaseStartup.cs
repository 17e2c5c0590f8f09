using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace OrdersAdmin.Persistence;

/// <summary>What happens to the file before the shop opens: checked, backed up, migrated. The process lock is held.</summary>
internal static class DatabaseStartup
{
    public static async Task Prepare(DatabaseFile file, bool wasClosedCleanly, ILogger log, CancellationToken cancel)
    {
        DatabaseBackup.RestoreAfterBrokenMigration(file, log);
        await using var connection = OpenChecked(file, wasClosedCleanly);
        log.LogInformation("SQLite {Version} at {Path}", connection.ServerVersion, file.Path);

        await using var context = new OrdersContext(DatabaseFile.OptionsFor(connection));
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
            throw new DatabaseUnusableException(
                $"{file.Path} was written by a newer version of OrdersAdmin (it has the change {newer}). Start that version, or restore a backup of before.");
        if (applied.Count == known.Count)
            return;

        var backup = applied.Count > 0 ? DatabaseBackup.BeforeMigration(file, connection) : null;
        // The process lock is ours, so a row here was left by a process that died.
        if (connection.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") > 0)
            connection.Execute("DELETE FROM __EFMigrationsLock");
        await context.Database.MigrateAsync(cancel);
        backup?.MigrationDone();
        log.LogInformation("The database has the schema {Schema}", known[^1]);
    }

    public static async Task<IReadOnlyList<string>> Pending(OrdersContext context, CancellationToken cancel) =>
        [.. await context.Database.GetPendingMigrationsAsync(cancel)];

    private static SqliteConnection OpenChecked(DatabaseFile file, bool wasClosedCleanly)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = file.OpenWriter();
            // Reading the whole file takes seconds once it is large, so only a file that might be damaged is read: after a crash, or when something else wrote it.
            if (!wasClosedCleanly && connection.Scalar<string>("PRAGMA quick_check(1)") is { } verdict && verdict != "ok")
                throw new DatabaseUnusableException($"{file.Path} is damaged ({verdict}). Restore a backup.");
            return connection;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw new DatabaseUnusableException($"{file.Path} is not a database that OrdersAdmin can read ({e.Message.TrimEnd('.')}). Restore a backup, or choose another OrdersAdmin:DataDirectory.", e);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }
}
