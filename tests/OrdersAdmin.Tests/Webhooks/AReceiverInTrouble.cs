using Microsoft.AspNetCore.Http;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class AReceiverInTrouble
{
    [Fact]
    public async Task Gets_everything_with_the_same_ids_after_72_hours_down()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Up = false;
        var began = outpost.Shop.Clock.Now;
        foreach (var hours in (int[])[0, 1, 5, 14, 37, 71])
        {
            await outpost.DeliverFor(began.AddHours(hours) - outpost.Shop.Clock.Now);
            outpost.Shop.Clock.Advance(began.AddHours(hours) - outpost.Shop.Clock.Now);
            await outpost.Shop.Ship(await outpost.Shop.Order(Line("Mug", 2)), 1);
        }
        await outpost.DeliverFor(began.AddHours(72) - outpost.Shop.Clock.Now);
        Assert.Empty(receiver.All);

        receiver.Up = true;
        await outpost.DeliverFor(TimeSpan.FromHours(80));

        Assert.Equal((await outpost.AllMessages()).Order(StringComparer.Ordinal), receiver.Ids.Order(StringComparer.Ordinal));
        var log = await outpost.LogOf(endpoint);
        Assert.All(log, each => Assert.Equal(DeliveryStatus.Delivered, each.Status));
        Assert.Equal(DeliverySchedule.Offsets.Count, log[0].Attempts);
    }

    [Fact]
    public async Task Is_given_up_after_three_days_and_the_log_says_so()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Up = false;
        await outpost.Shop.Order(Line("Mug", 2));
        var began = outpost.Shop.Clock.Now;

        await outpost.DeliverFor(TimeSpan.FromDays(30));

        var given = Assert.Single(await outpost.LogOf(endpoint));
        Assert.Equal((DeliveryStatus.Failed, null), (given.Status, given.NextAttemptAt));
        Assert.InRange(given.LastAttempt!.At - began, TimeSpan.FromHours(72), TimeSpan.FromHours(72.5));
        Assert.Null(given.LastAttempt.StatusCode);
        Assert.Equal(WebhookStatus.Active, (await outpost.Now(endpoint)).Status);
    }

    [Fact]
    public async Task Is_tried_at_the_times_of_the_schedule_and_never_more_than_a_tenth_of_the_pause_later()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answers(503, "down for maintenance");
        await outpost.Shop.Order(Line("Mug", 2));
        var began = outpost.Shop.Clock.Now;

        await outpost.DeliverFor(TimeSpan.FromDays(30));

        var attempts = (await outpost.Detail((await outpost.LogOf(endpoint))[0])).AttemptLog.Reverse().Select(each => each.At - began).ToList();
        Assert.Equal(DeliverySchedule.Offsets.Count, attempts.Count);
        Assert.All(attempts.Zip(DeliverySchedule.Offsets), pair => Assert.InRange(pair.First, pair.Second, pair.Second * 1.1 + TimeSpan.FromHours(0.4)));
        Assert.Equal([0, 30, 120, 600, 1800, 3600, 7200, 21_600], DeliverySchedule.Offsets.Take(8).Select(offset => (int)offset.TotalSeconds));
        Assert.Equal(72, DeliverySchedule.Offsets[^1].TotalHours);
    }

    [Fact]
    public void A_shop_that_slept_leaves_out_the_attempts_that_fell_due_meanwhile()
    {
        var next = DeliverySchedule.Next(Today, Today.AddHours(5), chance: 0);

        Assert.Equal(Today.AddHours(6), next);
        Assert.Null(DeliverySchedule.Next(Today, Today.AddHours(72), chance: 0));
    }

    [Fact]
    public async Task Wants_no_more_when_it_answers_410()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answers(410);
        var order = await outpost.Shop.Order(Line("Mug", 2));
        await outpost.Deliver();

        await outpost.Shop.Ship(order);
        await outpost.DeliverFor(TimeSpan.FromDays(4));

        Assert.Single(receiver.All);
        var now = await outpost.Now(endpoint);
        Assert.Equal((WebhookStatus.Disabled, "The receiver answered 410: it wants no more messages."), (now.Status, now.DisabledReason));
        Expect.Refused(await outpost.Webhooks.SendTest(outpost.Shop.Owner, endpoint.Id));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Is_not_followed_when_it_redirects(int status)
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        await using var elsewhere = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answer = http =>
        {
            (http.Response.StatusCode, http.Response.Headers.Location) = (status, elsewhere.Url);
            return Task.CompletedTask;
        };
        await outpost.Shop.Order(Line("Mug", 2));

        await outpost.Deliver();

        Assert.Empty(elsewhere.All);
        var failed = Assert.Single(await outpost.LogOf(endpoint));
        Assert.Equal((DeliveryStatus.Waiting, status), (failed.Status, failed.LastAttempt?.StatusCode));
        Assert.Contains("redirect", failed.LastAttempt!.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(299, true)]
    [InlineData(304, false)]
    [InlineData(400, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    public async Task Has_taken_it_when_it_answers_2xx_and_not_otherwise(int status, bool taken)
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answer = http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await outpost.Shop.Order(Line("Mug", 2));

        await outpost.Deliver();

        Assert.Equal(taken ? DeliveryStatus.Delivered : DeliveryStatus.Waiting, Assert.Single(await outpost.LogOf(endpoint)).Status);
    }

    [Fact]
    public async Task Has_failed_when_it_takes_longer_than_it_may()
    {
        await using var outpost = await Outpost.Open(new WebhookOptions { AllowPrivateAddresses = true, Timeout = TimeSpan.FromMilliseconds(200) });
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await outpost.Shop.Order(Line("Mug", 2));

        await outpost.Deliver();

        var late = Assert.Single(await outpost.LogOf(endpoint));
        Assert.Equal((DeliveryStatus.Waiting, null, "There was no answer within 0.2 seconds."), (late.Status, late.LastAttempt?.StatusCode, late.LastAttempt?.Error));
        Assert.Equal(15, new WebhookOptions().Timeout.TotalSeconds);
    }

    [Fact]
    public async Task Is_heard_only_for_4_KB_however_much_it_says()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answer = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.WriteAsync(new string('x', 100_000));
        };
        await outpost.Shop.Order(Line("Mug", 2));

        await outpost.Deliver();

        var logged = Assert.Single(await outpost.LogOf(endpoint));
        Assert.Equal((DeliveryStatus.Delivered, new string('x', 4096)), (logged.Status, logged.LastAttempt?.Answer));
    }

    [Fact]
    public async Task Has_taken_it_by_its_status_even_when_the_rest_of_its_answer_drips()
    {
        await using var outpost = await Outpost.Open(new WebhookOptions { AllowPrivateAddresses = true, Timeout = TimeSpan.FromSeconds(2) });
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answer = async http =>
        {
            await http.Response.WriteAsync("drip");
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await outpost.Shop.Order(Line("Mug", 2));

        await outpost.Deliver();

        var logged = Assert.Single(await outpost.LogOf(endpoint));
        Assert.Equal((DeliveryStatus.Delivered, "drip"), (logged.Status, logged.LastAttempt?.Answer));
    }

    [Fact]
    public async Task That_answers_with_something_else_than_HTTP_or_binary_noise_breaks_nothing()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Answer = http => http.Response.Body.WriteAsync(new byte[] { 0xff, 0x00, 0xfe, (byte)'<' }).AsTask();
        await outpost.Shop.Order(Line("Mug", 2));

        await outpost.Deliver();

        var answer = Assert.Single(await outpost.LogOf(endpoint)).LastAttempt!.Answer!;
        Assert.DoesNotContain('\0', answer);
        Assert.EndsWith("<", answer, StringComparison.Ordinal);
    }
}
