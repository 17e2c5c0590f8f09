using OrdersAdmin.Kernel;
using OrdersAdmin.Tests.StripeSimulator;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class SendingAgain
{
    [Fact]
    public async Task After_a_crash_between_sending_and_writing_it_down_is_once_more_under_the_same_id_with_the_same_bytes()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        await outpost.Shop.Order(Line("Mug", 1));
        using var power = new CancellationTokenSource();
        receiver.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await outpost.Courier.Dispatch(power.Token);
        await Eventually.Holds(() => Task.FromResult(receiver.All.Count == 1));
        await power.CancelAsync();
        await outpost.Courier.WhenIdle();
        Assert.Equal(0, Assert.Single(await outpost.LogOf(endpoint)).Attempts);

        receiver.Answers(200);
        outpost.Restart();
        await outpost.Deliver();

        Assert.Equal(2, receiver.All.Count);
        Assert.Single(receiver.Ids.Distinct(StringComparer.Ordinal));
        Assert.Equal(receiver.All[0].Body, receiver.All[1].Body);
        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await outpost.LogOf(endpoint)).Status);
    }

    [Fact]
    public async Task By_hand_repeats_what_arrived_already()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        await outpost.Shop.Order(Line("Mug", 1));
        await outpost.Deliver();
        var delivered = Assert.Single(await outpost.LogOf(endpoint));

        (await outpost.Webhooks.Replay(outpost.Shop.Owner, endpoint.Id, delivered.Id)).OrThrow();
        await outpost.Deliver();

        Assert.Equal(2, receiver.All.Count);
        Assert.Equal(receiver.All[0].Body, receiver.All[1].Body);
        Assert.Equal(receiver.All[0].Id, receiver.All[1].Id);
        Assert.Equal([2, 1], (await outpost.Detail(delivered)).AttemptLog.Select(each => each.Number));
    }

    [Fact]
    public async Task By_hand_gives_what_was_given_up_the_whole_schedule_again()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Up = false;
        await outpost.Shop.Order(Line("Mug", 1));
        await outpost.DeliverFor(TimeSpan.FromDays(5));
        var failed = Assert.Single(await outpost.LogOf(endpoint));

        (await outpost.Webhooks.Replay(outpost.Shop.Owner, endpoint.Id, failed.Id)).OrThrow();
        await outpost.Deliver();
        receiver.Up = true;
        await outpost.DeliverFor(TimeSpan.FromMinutes(1));

        Assert.Equal(failed.Id.ToString(), Assert.Single(receiver.All).Id);
        Assert.Equal(failed.Attempts + 2, Assert.Single(await outpost.LogOf(endpoint)).Attempts);
    }

    [Fact]
    public async Task Is_refused_for_a_message_that_the_endpoint_never_had_and_for_a_disabled_endpoint()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var (mine, other) = (await outpost.Endpoint(receiver.Url), await outpost.Endpoint(receiver.Url, "order.cancelled"));
        await outpost.Shop.Order(Line("Mug", 1));
        var message = Assert.Single(await outpost.LogOf(mine)).Id;

        Expect.NotFound(await outpost.Webhooks.Replay(outpost.Shop.Owner, other.Id, message));
        Expect.NotFound(await outpost.Webhooks.Replay(outpost.Shop.Owner, mine.Id, Id<OutboxEvent>.New()));
        (await outpost.Webhooks.Disable(outpost.Shop.Owner, mine.Id)).OrThrow();
        Expect.Refused(await outpost.Webhooks.Replay(outpost.Shop.Owner, mine.Id, message));
    }

    [Fact]
    public async Task Waits_while_an_endpoint_is_disabled_and_goes_on_when_it_is_enabled_with_the_whole_schedule()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        receiver.Up = false;
        await outpost.Shop.Order(Line("Mug", 1));
        await outpost.Deliver();
        (await outpost.Webhooks.Disable(outpost.Shop.Owner, endpoint.Id)).OrThrow();
        outpost.Shop.Clock.Advance(TimeSpan.FromDays(6));
        await outpost.Deliver();
        Assert.Equal(1, Assert.Single(await outpost.LogOf(endpoint)).Attempts);

        (await outpost.Webhooks.Enable(outpost.Shop.Owner, endpoint.Id)).OrThrow();
        await outpost.Deliver();
        receiver.Up = true;
        await outpost.DeliverFor(TimeSpan.FromMinutes(1));

        Assert.Single(receiver.All);
    }
}
