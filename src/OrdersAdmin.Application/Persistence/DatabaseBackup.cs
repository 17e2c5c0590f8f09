using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace OrdersAdmin.Persistence;

/// <summary>A verified copy made before a migration. While its marker stands the migration is under way; a start that finds the marker puts the copy back.</summary>
internal sealed class DatabaseBackup
{
    private readonly DatabaseFile file;

    private DatabaseBackup(DatabaseFile file) => this.file = file;

    public static DatabaseBackup BeforeMigration(DatabaseFile file, SqliteConnection connection)
    {
        var unfinished = CopyOf(file) + ".unfinished";
        File.Delete(unfinished);
        connection.Execute($"VACUUM INTO '{unfinished.Replace("'", "''", StringComparison.Ordinal)}'");
        using (var copy = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
        {
            copy.Open();
            var verdict = copy.Scalar<string>("PRAGMA integrity_check(1)");
            if (verdict != "ok" || copy.Scalar<string>("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is not null)
                throw new DatabaseUnusableException($"The backup made before the migration is not sound ({verdict}); nothing was changed.");
        }
        using (var stream = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            stream.Flush(flushToDisk: true);
        File.Move(unfinished, CopyOf(file), overwrite: true);
        File.WriteAllText(MarkerOf(file), "A migration is under way; if it is not finished, the next start restores the copy.");
        return new DatabaseBackup(file);
    }

    public static void RestoreAfterBrokenMigration(DatabaseFile file, ILogger log)
    {
        if (!File.Exists(MarkerOf(file)))
            return;
        log.LogWarning("The last migration did not finish; restoring {Copy}", CopyOf(file));
        File.Delete(file.Path + "-wal");
        File.Delete(file.Path + "-shm");
        File.Copy(CopyOf(file), file.Path, overwrite: true);
        File.Delete(MarkerOf(file));
    }

    public void MigrationDone() => File.Delete(MarkerOf(file));

    private static string CopyOf(DatabaseFile file) => file.Path + ".before-migration";

    private static string MarkerOf(DatabaseFile file) => file.Path + ".migrating";
}
