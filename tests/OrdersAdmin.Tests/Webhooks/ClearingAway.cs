using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class ClearingAway
{
    [Fact]
    public async Task Takes_what_is_older_than_thirty_days_and_nothing_else()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        await outpost.Shop.Order(Line("Old", 1));
        await outpost.Deliver();
        outpost.Shop.Clock.Advance(TimeSpan.FromDays(20));
        await outpost.Shop.Order(Line("Newer", 1));
        await outpost.Deliver();

        outpost.Shop.Clock.Advance(TimeSpan.FromDays(11));
        await outpost.Purge.Run(CancellationToken.None);

        Assert.Equal(1002, Assert.Single(await outpost.LogOf(endpoint)).OrderNumber);
        Assert.Equal((1, 1, 1), (outpost.Shop.Count("outbox"), outpost.Shop.Count("webhook_deliveries"), outpost.Shop.Count("webhook_attempts")));
    }

    [Fact]
    public async Task Goes_on_until_all_of_it_is_gone()
    {
        await using var outpost = await Outpost.Open();
        foreach (var taken in await outpost.Shop.Intake.TakeInAll(outpost.Shop.Manager, outpost.Shop.Acme.Id, Enumerable.Repeat(Intake(Line("Mug", 1)), 1100).Select((intake, i) => intake with { ExternalOrderReference = $"{i}" })))
            taken.OrThrow();

        outpost.Shop.Clock.Advance(TimeSpan.FromDays(31));
        await outpost.Purge.Run(CancellationToken.None);

        Assert.Equal(0, outpost.Shop.Count("outbox"));
    }

    [Fact]
    public async Task Takes_the_log_of_a_deleted_endpoint_and_then_the_endpoint()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var (gone, stays) = (await outpost.Endpoint(receiver.Url), await outpost.Endpoint(receiver.Url));
        await outpost.Shop.Order(Line("Mug", 1));
        await outpost.Deliver();
        (await outpost.Webhooks.Delete(outpost.Shop.Owner, gone.Id)).OrThrow();

        await outpost.Purge.Run(CancellationToken.None);

        Assert.Equal((1, 1, 1), (outpost.Shop.Count("webhook_endpoints"), outpost.Shop.Count("webhook_deliveries"), outpost.Shop.Count("webhook_attempts")));
        Assert.Single(await outpost.LogOf(stays));
    }
}
