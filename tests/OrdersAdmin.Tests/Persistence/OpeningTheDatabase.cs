using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Tests.Persistence;

public sealed class OpeningTheDatabase : IDisposable
{
    private const string OlderSchema = "20261121060000_SearchAndTallies";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Refuses_a_schema_of_a_newer_version_and_changes_nothing()
    {
        await OpenAndClose();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Tomorrow', '99.0.0')");
        var before = await File.ReadAllBytesAsync(folder.DatabasePath, TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(OpenAndClose);

        Assert.Contains("was written by a newer version of OrdersAdmin (it has the change 99990101000000_Tomorrow)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.DatabasePath, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Dear diary, this is not a database at all. ")]
    [InlineData("SQLite format 3\0 and then nothing of the kind. ")]
    public async Task Refuses_a_file_that_is_something_else_and_leaves_it_alone(string text)
    {
        var bytes = Enumerable.Repeat(text, 500).SelectMany(each => each).Select(each => (byte)each).ToArray();
        await File.WriteAllBytesAsync(folder.DatabasePath, bytes, TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(OpenAndClose);

        Assert.Contains($"{folder.DatabasePath} is not a database that OrdersAdmin can read", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.DatabasePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Is_for_one_at_a_time()
    {
        await using (await Open())
        {
            var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(OpenAndClose);
            Assert.Equal($"Another process is using {folder.DatabasePath}. Stop it first, or choose another OrdersAdmin:DataDirectory.", refusal.Message);
        }

        await OpenAndClose();
    }

    [Fact]
    public async Task Brings_an_older_schema_forward_and_keeps_a_verified_copy()
    {
        await MakeOlder();

        await using var database = await Open();

        Assert.True(await database.IsReady(TestContext.Current.CancellationToken));
        using var copy = new DatabaseFile(folder.DatabasePath + ".before-migration").OpenReader();
        Assert.Equal(OlderSchema, copy.Scalar<string>("SELECT max(MigrationId) FROM __EFMigrationsHistory"));
        Assert.False(File.Exists(folder.DatabasePath + ".migrating"));
    }

    [Fact]
    public async Task Takes_back_a_migration_that_crashed_and_carries_it_out()
    {
        await MakeOlder();
        using (var connection = new DatabaseFile(folder.DatabasePath).OpenWriter())
        {
            DatabaseBackup.BeforeMigration(new DatabaseFile(folder.DatabasePath), connection);
            connection.Execute("CREATE TABLE half_done (Id INTEGER); DROP TABLE mails");
        }

        await using var database = await Open();

        Assert.Equal(0, await database.Read(db => db.Mails.CountAsync()));
        using var reader = database.File.OpenReader();
        Assert.Equal(0, reader.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'half_done'"));
        Assert.True(await database.IsReady(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Does_not_wait_for_a_process_that_died_while_it_migrated()
    {
        await MakeOlder();
        Execute("INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-02')");

        await using var database = await Open();

        Assert.True(await database.IsReady(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Gives_every_connection_the_settings_that_durability_needs()
    {
        await using var database = await Open();
        using var writer = database.File.OpenWriter();
        using var reader = database.File.OpenReader();

        foreach (var connection in new[] { writer, reader })
        {
            Assert.Equal("wal", connection.Scalar<string>("PRAGMA journal_mode"));
            Assert.Equal((2, 1, 5000), (connection.Scalar<long>("PRAGMA synchronous"), connection.Scalar<long>("PRAGMA foreign_keys"), connection.Scalar<long>("PRAGMA busy_timeout")));
        }
        Assert.Equal((0, 1), (reader.Scalar<long>("PRAGMA wal_autocheckpoint"), reader.Scalar<long>("PRAGMA query_only")));
    }

    private Task<OrdersDatabase> Open() => OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken);

    private async Task OpenAndClose() => await (await Open()).DisposeAsync();

    /// <summary>A database as an earlier version left it.</summary>
    private async Task MakeOlder()
    {
        using var connection = new DatabaseFile(folder.DatabasePath).OpenWriter();
        await using var context = new OrdersContext(DatabaseFile.OptionsFor(connection));
        await context.Database.MigrateAsync(OlderSchema, TestContext.Current.CancellationToken);
    }

    private void Execute(string sql)
    {
        using var connection = new DatabaseFile(folder.DatabasePath).OpenWriter();
        connection.Execute(sql);
    }
}
