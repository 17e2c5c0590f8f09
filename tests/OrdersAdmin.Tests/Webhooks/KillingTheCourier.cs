using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Persistence;
using OrdersAdmin.Tests.StripeSimulator;
using OrdersAdmin.Tests.Web.Hosting;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

/// <summary>The whole application as a process of its own, killed with -9 in the middle of its messages: some are written down, some have arrived and nobody knows it, some were never sent.</summary>
public sealed class KillingTheCourier
{
    private const int Messages = 60;
    private const int BeforeTheKill = 45;

    [Fact]
    public async Task Loses_no_message_and_repeats_under_its_own_id_only_what_was_not_written_down()
    {
        using var data = new TemporaryFolder();
        await using var receiver = await HookReceiver.Start();
        var told = await Prepare(data, receiver.Url);

        receiver.Answer = http => receiver.All.Count < BeforeTheKill ? http.Response.WriteAsync("Thank you.") : NoAnswer(http);
        await using (var killed = new AppProcess(data, "--OrdersAdmin:Webhooks:AllowPrivateAddresses=true"))
        {
            await killed.Ready();
            await Eventually.Holds(() => Task.FromResult(receiver.All.Count >= BeforeTheKill));
        }
        var (written, arrived) = (await WrittenDown(data), receiver.All.Count);
        receiver.Answers(200);
        await StartAgain(data);

        Assert.Equal(told, receiver.Ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(told, await WrittenDown(data));
        Assert.InRange(written.Count, 1, Messages - 1);
        Assert.Empty(receiver.Ids.Skip(arrived).Intersect(written));
        Assert.NotEmpty(receiver.Ids.Skip(arrived).Intersect(receiver.Ids.Take(arrived)));
        Assert.All(receiver.All.GroupBy(each => each.Id), same => Assert.Single(same.Select(each => each.Body).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>As many messages as there are orders, all of them due; their ids.</summary>
    private static async Task<IReadOnlyList<string>> Prepare(TemporaryFolder data, string url)
    {
        await using var outpost = await Outpost.Open(keys: Keys(data));
        // The process has the real time, in which everything of long ago is cleared away.
        outpost.Shop.Clock.Advance(TimeProvider.System.GetUtcNow() - outpost.Shop.Clock.Now);
        await outpost.Endpoint(url);
        for (var i = 0; i < Messages; i++)
            await outpost.Shop.Order(Line("Mug", 1));
        var told = await outpost.AllMessages();
        await outpost.Shop.Database.DisposeAsync();
        File.Copy(outpost.Shop.DatabasePath, data.DatabasePath);
        return [.. told.Order(StringComparer.Ordinal)];
    }

    /// <summary>Another courier over what the killed process left behind sends everything that it finds.</summary>
    private static async Task StartAgain(TemporaryFolder data)
    {
        await using var database = await OrdersDatabase.Open(data.DatabasePath, NullLogger.Instance);
        var sender = new WebhookSender(WebhookSender.NewClient(new GuardedConnection(allowPrivate: true)), new WebhookOptions(), TimeProvider.System);
        var courier = new Courier(database, new MessageBodies(database), sender, new WebhookSecrets(Keys(data)), new WebhookSignal(), TimeProvider.System, NullLogger<Courier>.Instance);
        await courier.Dispatch(CancellationToken.None);
        await courier.WhenIdle();
    }

    /// <summary>Those of the process, in its data folder.</summary>
    private static IDataProtectionProvider Keys(TemporaryFolder data) =>
        DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(data.Path, "keys")), setup => setup.SetApplicationName("OrdersAdmin"));

    private static Task NoAnswer(HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static async Task<IReadOnlyList<string>> WrittenDown(TemporaryFolder data)
    {
        await using var database = await OrdersDatabase.Open(data.DatabasePath, NullLogger.Instance);
        var delivered = await database.Read(db => db.WebhookDeliveries.Where(each => each.DeliveredAt != null).Select(each => each.MessageId).ToListAsync());
        return [.. delivered.Select(id => id.ToString()).Order(StringComparer.Ordinal)];
    }
}
