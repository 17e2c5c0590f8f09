using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>Webhooks that come first, never, twice, as twins, in another order, or from somebody else: in the end all is the same.</summary>
public sealed class HearingFromStripe
{
    private const long Part = 2500;

    [Fact]
    public async Task A_webhook_that_comes_before_the_answer_is_believed_and_the_answer_changes_nothing()
    {
        await using var till = await Till.Open();
        await till.ListenToWebhooks();
        var order = await till.Order();
        await till.Fault("drop_after", count: 3);
        var refund = await till.Approved(order, Part);
        await till.Send();
        Assert.Equal(RefundState.Unknown, (await till.Read(order, refund)).State);

        await Deliver(till);
        Assert.Equal(RefundState.Pending, (await till.Read(order, refund)).State);
        await till.PassWorking(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));

        Assert.Equal(1, await till.AtStripe(order));
        Assert.Equal(1, till.Shop.Count("refund_attempts"));
        await till.Holds();
    }

    [Fact]
    public async Task Without_any_webhook_refunds_are_read_until_they_are_final()
    {
        await using var till = await Till.Open();
        await till.ListenToWebhooks();
        await till.Simulator.Control("webhooks/mischief", """{"lose":true}""");
        var order = await till.Order();
        var refund = await till.Approved(order, Part);

        await till.Send();
        await till.PassWorking(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        Assert.Equal(0, till.Shop.Count("provider_events"));
        await till.Sweep.Run(CancellationToken.None);
        Assert.NotEqual(0, till.Shop.Count("provider_events"));
        await till.Holds();
    }

    [Theory]
    [InlineData("as_made", """{"hold":true}""")]
    [InlineData("reversed", """{"hold":true}""")]
    [InlineData("shuffled", """{"hold":true,"twins":true}""")]
    [InlineData("shuffled", """{"hold":true,"twins":true,"duplicates":5}""")]
    public async Task Twice_as_twins_and_in_any_order_they_end_the_same(string order, string mischief)
    {
        await using var till = await Till.Open();
        await till.ListenToWebhooks();
        await till.Simulator.Control("webhooks/mischief", mischief);
        await till.Simulator.Control("fates", """{"end":"succeeded","after_seconds":3,"fails_later_seconds":60}""");
        var sold = await till.Order();
        var failing = await till.Approved(sold, Part);
        await till.Send();
        var succeeding = await till.Approved(sold, Part);
        await till.Send();
        await till.Pass(TimeSpan.FromMinutes(3));

        await till.Simulator.Control("webhooks/release", $$"""{"order":"{{order}}","seed":7}""");
        await Deliver(till);
        await till.Work();

        Assert.Equal(RefundState.Failed, (await till.Read(sold, failing)).State);
        Assert.Equal(RefundState.Succeeded, (await till.Read(sold, succeeding)).State);
        await till.Holds();
        var before = till.Shop.AllRows();
        await till.Inbox.WorkOff(CancellationToken.None);
        Assert.Equal(before, till.Shop.AllRows());
    }

    [Theory]
    [InlineData("genuine", 0, 200)]
    [InlineData("genuine", 299, 200)]
    [InlineData("genuine", -299, 200)]
    [InlineData("genuine", 302, 400)]
    [InlineData("genuine", -302, 400)]
    [InlineData("forged", 0, 400)]
    [InlineData("tampered", 0, 400)]
    [InlineData("v0_only", 0, 400)]
    [InlineData("unsigned", 0, 400)]
    [InlineData("garbled", 0, 400)]
    [InlineData("rolled", 0, 200)]
    public async Task Only_what_Stripe_signed_lately_gets_in(string kind, int age, int status)
    {
        await using var till = await Till.Open();
        await till.ListenToWebhooks();
        await till.Simulator.Control("webhooks/mischief", """{"lose":true}""");
        await till.Simulator.Refund(await till.Intent(await till.Order()), 100);

        var told = await till.Simulator.Control("webhooks/deliver", $$"""{"kind":"{{kind}}","age_seconds":{{age}}}""");

        Assert.Equal(status, told.GetProperty("attempts")[0].GetProperty("status").GetInt32());
        Assert.Equal(status == 200 ? 1 : 0, till.Shop.Count("provider_events"));
    }

    [Fact]
    public async Task While_a_secret_is_rolled_both_are_good()
    {
        await using var till = await Till.Open();
        await till.ListenToWebhooks();
        await till.Simulator.Control("webhooks/mischief", """{"lose":true}""");
        await till.Simulator.Refund(await till.Intent(await till.Order()), 100);
        var endpoint = (await till.Simulator.Look("webhooks/endpoints")).GetProperty("endpoints")[0].GetProperty("id").GetString();
        await till.Simulator.Control($"webhooks/endpoints/{endpoint}/roll", """{"secret":"whsec_the_new_one","keep_previous_seconds":3600}""");

        async Task<int> Status(string kind) => (await till.Simulator.Control("webhooks/deliver", $$"""{"kind":"{{kind}}"}""")).GetProperty("attempts")[0].GetProperty("status").GetInt32();

        Assert.Equal(200, await Status("previous_secret"));
        till.Options.WebhookSecrets = ["whsec_the_new_one", Till.WebhookSecret];
        Assert.Equal((200, 200), (await Status("previous_secret"), await Status("genuine")));
        till.Options.WebhookSecrets = ["whsec_the_new_one"];
        Assert.Equal((400, 200), (await Status("previous_secret"), await Status("genuine")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("on_the_moon")]
    public async Task A_status_that_nobody_told_us_of_is_not_final(string? status)
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        var refund = await till.Approved(order, Part);
        await till.Send();
        var peer = Assert.Single(await till.RefundsAtStripe(order)) with { Status = status };

        (await new ProviderNews(till.Shop.Database, till.Stripe, new Failpoint(), till.Shop.Clock).Hear(peer)).OrThrow();
        await till.Holds(againstPeer: false);

        Assert.Equal(RefundState.Pending, (await till.Read(order, refund)).State);
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));
        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        await till.Holds();
    }

    [Fact]
    public async Task A_payment_of_another_system_in_the_same_account_is_left_alone()
    {
        await using var till = await Till.Open();
        await till.ListenToWebhooks();
        var stranger = await till.Simulator.Payment();
        await till.Simulator.Refund(stranger, 100);

        await Deliver(till);
        await till.Sweep.Run(CancellationToken.None);

        Assert.Equal(0, till.Shop.Count("provider_refunds"));
        Assert.Equal(0, await till.Inbox.WorkOff(CancellationToken.None));
    }

    private static async Task Deliver(Till till)
    {
        await till.Simulator.Control("clock", """{"advance_seconds":0}""");
        await till.Simulator.Control("webhooks/settle");
        await till.Inbox.WorkOff(CancellationToken.None);
    }
}
