using Microsoft.Data.Sqlite;
using OrdersAdmin.Persistence;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Tests.Web.Identity;

public sealed class TheAccountsFile : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Database => Path.Combine(folder.Path, "identity.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Is_made_with_passkeys_and_a_rollback_journal_and_opens_again()
    {
        await new AccountsFile(Database).Prepare();
        await new AccountsFile(Database).Prepare();

        Assert.Equal("1", Scalar("SELECT count(*) FROM sqlite_master WHERE name = 'AspNetUserPasskeys'"));
        Assert.Equal("delete", Scalar("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Is_refused_when_a_newer_version_wrote_it()
    {
        await new AccountsFile(Database).Prepare();
        Scalar("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99') RETURNING 1");

        var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(() => new AccountsFile(Database).Prepare());

        Assert.Contains("newer version of OrdersAdmin", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_when_it_is_no_database()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5000), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(() => new AccountsFile(Database).Prepare());

        Assert.Contains("is not a database that OrdersAdmin can read", refusal.Message, StringComparison.Ordinal);
    }

    private string? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection.Scalar<string>(sql);
    }
}
