using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrdersAdmin.Notifications;
using OrdersAdmin.Tests.StripeSimulator;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Notifications;

public sealed class ALetterThatCannotBeSent
{
    [Fact]
    public async Task Waits_longer_each_time_while_the_others_go_out()
    {
        await using var shop = await Shop();
        using var folder = new TemporaryFolder();
        using var worker = new MailWorker(shop.Database, new Postman(Options.Create(new MailOptions { Folder = folder.Path })), shop.Clock, NullLogger<MailWorker>.Instance);
        var letters = new LetterBox(shop.Database, shop.Clock);
        (await letters.Post("", "To nobody", "Hello", TestContext.Current.CancellationToken)).OrThrow();
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        (await letters.Post("zoe@example.com", "To Zoë", "Hello", TestContext.Current.CancellationToken)).OrThrow();

        await worker.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.Holds(async () => (await shop.Mails())[1].SentAt is not null);
        var first = (await shop.Mails())[0];
        shop.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.Holds(async () => (await shop.Mails())[0].Attempts == 2);
        await worker.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((1, null, Today.AddSeconds(1).AddMinutes(2)), (first.Attempts, first.SentAt, first.NextTryAt));
        Assert.Equal(shop.Clock.Now.AddMinutes(4), (await shop.Mails())[0].NextTryAt);
        Assert.Single(Directory.GetFiles(folder.Path, "*.eml"));
    }
}
