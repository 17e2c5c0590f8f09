using OrdersAdmin.Tests.StripeSimulator;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class OneDeadEndpoint
{
    [Fact]
    public async Task Keeps_none_of_the_others_waiting()
    {
        await using var outpost = await Outpost.Open(new WebhookOptions { AllowPrivateAddresses = true, Timeout = TimeSpan.FromMinutes(10) });
        await using var dead = await HookReceiver.Start();
        await using var first = await HookReceiver.Start();
        await using var second = await HookReceiver.Start();
        var release = new TaskCompletionSource();
        dead.Answer = _ => release.Task;
        foreach (var receiver in (HookReceiver[])[first, dead, second])
            await outpost.Endpoint(receiver.Url);

        for (var i = 1; i <= 5; i++)
        {
            await outpost.Shop.Order(Line("Mug", 1));
            await Eventually.Holds(async () =>
            {
                await outpost.Courier.Dispatch(CancellationToken.None);
                return first.All.Count == i && second.All.Count == i && dead.All.Count > 0;
            });
        }

        Assert.Single(dead.All);
        release.SetResult();
        await outpost.Courier.WhenIdle();
        await outpost.Deliver();
        Assert.Equal(first.Ids.Order(StringComparer.Ordinal), dead.Ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_sent_orders_side_by_side_and_each_orders_messages_in_their_sequence()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        await outpost.Endpoint(receiver.Url);
        for (var i = 0; i < 12; i++)
            await outpost.Shop.Ship(await outpost.Shop.Ship(await outpost.Shop.Order(Line("Mug", 3)), 1), 1);

        await outpost.Deliver();

        Assert.Equal(36, receiver.All.Count);
        Assert.All(receiver.All.GroupBy(each => each.Message.GetProperty("data").GetProperty("order").GetProperty("id").GetString()),
            order => Assert.Equal([1, 2, 3], order.Select(each => each.Sequence)));
    }
}
