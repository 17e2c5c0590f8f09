using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Web.Identity;

/// <summary><c>identity.db</c>: the credentials in a file of their own.</summary>
/// <remarks>
/// ASP.NET Core Identity writes when it likes (lockout counts, stamps), each request on its own connection. The orders database must have one
/// writer: SQLite before 3.51.3 can lose commits when a second connection writes while the first one checkpoints a write-ahead log. So the
/// credentials do not go there, and their own file keeps the rollback journal, which has no checkpoints and takes several writers safely.
/// </remarks>
internal sealed class AccountsFile(string path)
{
    private static readonly string[] Pragmas = ["busy_timeout=5000", "journal_mode=delete", "synchronous=2", "foreign_keys=1"];

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 5 }.ToString())
        .AddInterceptors(new PragmasAreSet());

    /// <summary>Brings the schema up to date. The lock on the orders database, taken before, keeps other processes off this folder.</summary>
    public async Task Prepare()
    {
        var options = new DbContextOptionsBuilder<AccountsContext>();
        Configure(options.UseApplicationServiceProvider(AccountsContext.Outside));
        await using var context = new AccountsContext(options.Options);
        try
        {
            await Migrate(context.Database);
        }
        catch (SqliteException e)
        {
            throw new DatabaseUnusableException($"{path} is not a database that OrdersAdmin can read ({e.Message.TrimEnd('.')}). Restore a backup, or choose another OrdersAdmin:DataDirectory.", e);
        }
    }

    private async Task Migrate(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database)
    {
        var known = database.GetMigrations().ToList();
        var applied = (await database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
            throw new DatabaseUnusableException($"{path} was written by a newer version of OrdersAdmin (it has the change {newer}). Start that version, or restore a backup of before.");
        if (applied.Count == known.Count)
            return;
        // Reading above has rolled back whatever a crash left in the journal, and nobody else writes yet: a plain copy is a sound one.
        if (applied.Count > 0)
            File.Copy(path, path + ".before-migration", overwrite: true);
        await database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock");
        await database.MigrateAsync();
    }

    private sealed class PragmasAreSet : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            foreach (var pragma in Pragmas)
            {
                var (name, wanted) = (pragma.Split('=')[0], pragma.Split('=')[1]);
                Run(connection, $"PRAGMA {pragma}");
                if (Run(connection, $"PRAGMA {name}") is var actual && actual != wanted)
                    throw new DatabaseUnusableException($"SQLite did not take the setting {pragma}: it says {actual}.");
            }
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }

        [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Only the constants above.")]
        private static string? Run(DbConnection connection, string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }
}
