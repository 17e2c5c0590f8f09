using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Tests.Persistence;

public sealed class WritingThroughOneLane
{
    [Fact]
    public async Task A_change_that_throws_keeps_nothing_and_stops_nobody_else()
    {
        await using var shop = await Given.Shop();

        var failing = shop.Database.Write<Done>(async db =>
        {
            await AddLetter(db, "lost");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            throw new InvalidOperationException("A bug");
        }, TestContext.Current.CancellationToken);
        var next = shop.Database.Write(db => AddLetter(db, "kept"), TestContext.Current.CancellationToken);

        Assert.Equal("A bug", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        (await next).OrThrow();
        Assert.Equal(["kept"], await Letters(shop));
    }

    [Fact]
    public async Task A_change_that_loses_the_whole_transaction_is_answered_and_the_lane_goes_on()
    {
        await using var shop = await Given.Shop();

        var failing = shop.Database.Write<Done>(async db =>
        {
            await AddLetter(db, "lost");
            await db.Database.ExecuteSqlRawAsync("ROLLBACK", TestContext.Current.CancellationToken);
            return new Done();
        }, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<Exception>(() => failing);
        (await shop.Database.Write(db => AddLetter(db, "kept"), TestContext.Current.CancellationToken)).OrThrow();
        Assert.Equal(["kept"], await Letters(shop));
    }

    [Fact]
    public async Task A_commit_that_fails_is_the_answer_and_the_next_one_is_saved()
    {
        await using var shop = await Given.Shop();

        var failing = shop.Database.Write<Done>(async db =>
        {
            await AddLetter(db, "lost");
            // SQLite looks at a deferred reference only when it commits.
            await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=1; INSERT INTO site_grants (StaffId, SiteId) VALUES (x'01', x'02')", TestContext.Current.CancellationToken);
            return new Done();
        }, TestContext.Current.CancellationToken);

        Assert.Equal("The change could not be saved; nothing of it was kept.", (await Assert.ThrowsAsync<IOException>(() => failing)).Message);
        (await shop.Database.Write(db => AddLetter(db, "kept"), TestContext.Current.CancellationToken)).OrThrow();
        Assert.Equal(["kept"], await Letters(shop));
    }

    [Fact]
    public async Task A_connection_that_is_lost_is_opened_anew()
    {
        await using var shop = await Given.Shop();

        var failing = shop.Database.Write<Done>(async db =>
        {
            await AddLetter(db, "lost");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Database.GetDbConnection().CloseAsync();
            return new Done();
        }, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => failing);
        Assert.True(await shop.Database.IsReady(TestContext.Current.CancellationToken));
        (await shop.Database.Write(db => AddLetter(db, "kept"), TestContext.Current.CancellationToken)).OrThrow();
        Assert.Equal(["kept"], await Letters(shop));
    }

    [Fact]
    public async Task A_lane_that_stands_still_is_not_ready()
    {
        await using var shop = await Given.Shop();
        var gate = new TaskCompletionSource();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var standing = shop.Database.Write<Done>(async _ =>
        {
            await gate.Task;
            return new Done();
        }, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Database.IsReady(patience.Token));
        gate.SetResult();
        (await standing).OrThrow();
        Assert.True(await shop.Database.IsReady(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_waits_when_the_database_closes_is_carried_out()
    {
        using var folder = new TemporaryFolder();
        var database = await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken);
        var waiting = Enumerable.Range(0, 300).Select(i => database.Write(db => AddLetter(db, $"{i}"), TestContext.Current.CancellationToken)).ToList();

        await database.DisposeAsync();

        Assert.All(await Task.WhenAll(waiting), each => each.OrThrow());
        await using var again = await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(300, await again.Read(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task A_closed_database_says_so_to_writers_and_readers()
    {
        using var folder = new TemporaryFolder();
        var database = await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken);
        await database.DisposeAsync();
        await database.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.Write(db => AddLetter(db, "late"), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.Read(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task Readers_that_fail_give_their_connection_back_and_the_log_is_gone_at_the_end()
    {
        using var folder = new TemporaryFolder();
        await using (var database = await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken))
        {
            (await database.Write(db => AddLetter(db, "one"), TestContext.Current.CancellationToken)).OrThrow();
            for (var i = 0; i < 50; i++)
                await Assert.ThrowsAsync<InvalidOperationException>(() => database.Read<int>(async db => throw new InvalidOperationException($"{await db.Mails.CountAsync()}")));
            Assert.Equal(1, await database.Read(db => db.Mails.CountAsync()));
        }

        Assert.False(File.Exists(folder.DatabasePath + "-wal"));
        Assert.StartsWith("closed at", await File.ReadAllTextAsync(folder.DatabasePath + ".lock", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_cut_once_it_is_long()
    {
        using var folder = new TemporaryFolder();
        await using (await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken))
        {
        }
        await using var lane = new WriteLane(new DatabaseFile(folder.DatabasePath), new OrderChanges(), NullLogger.Instance, mostInLog: 200_000);

        for (var i = 0; i < 100; i++)
            (await lane.Run(db => AddLetter(db, new string('x', 20_000)), TestContext.Current.CancellationToken)).OrThrow();

        // The lane cuts after it has answered; the next answer comes after that.
        (await lane.Run(db => AddLetter(db, "last"), TestContext.Current.CancellationToken)).OrThrow();
        Assert.InRange(new FileInfo(folder.DatabasePath + "-wal").Length, 0, 400_000);
    }

    [Fact]
    public async Task A_file_that_was_damaged_after_it_was_closed_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using (var database = await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken))
            (await database.Write(db => AddLetter(db, "one"), TestContext.Current.CancellationToken)).OrThrow();

        var bytes = await File.ReadAllBytesAsync(folder.DatabasePath, TestContext.Current.CancellationToken);
        bytes.AsSpan(8192, bytes.Length - 16384).Fill(0x5a);
        await File.WriteAllBytesAsync(folder.DatabasePath, bytes, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DatabaseUnusableException>(() => OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance, TestContext.Current.CancellationToken));
    }

    private static Task<Result<Done>> AddLetter(OrdersContext db, string subject)
    {
        db.Mails.Add(new Mail("zoe@example.com", subject, "Hello", Given.Today));
        return Task.FromResult<Result<Done>>(new Done());
    }

    private static Task<List<string>> Letters(Shop shop) => shop.Database.Read(db => db.Mails.Select(mail => mail.Subject).ToListAsync());
}
