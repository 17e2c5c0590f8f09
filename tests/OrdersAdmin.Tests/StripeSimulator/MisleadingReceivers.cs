namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class MisleadingReceivers
{
    [Fact]
    public async Task Repeats_duplicates_and_twins_on_demand()
    {
        await using var stripe = await Simulator.Start();
        await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.created"]""");
        await stripe.Control("webhooks/mischief", """{"duplicates":2,"twins":true}""");

        await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Control("webhooks/settle");

        Assert.Equal(6, receiver.All.Count);
        Assert.Equal([3, 3], receiver.All.GroupBy(told => told.Id).Select(same => same.Count()));
        Assert.Single(receiver.All.Select(told => told.Object.GetRawText()).Distinct());
    }

    [Theory]
    [InlineData("as_made", new long[] { 1, 2, 3, 4 })]
    [InlineData("reversed", new long[] { 4, 3, 2, 1 })]
    public async Task Holds_deliveries_and_releases_them_in_an_order(string order, long[] amounts)
    {
        await using var stripe = await Simulator.Start();
        await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.created"]""");
        var payment = await stripe.Payment();
        await stripe.Control("webhooks/mischief", """{"hold":true}""");
        for (var i = 1; i <= 4; i++)
            await stripe.Refund(payment, i);
        await stripe.Control("webhooks/settle");
        Assert.Empty(receiver.All);

        await stripe.Control("webhooks/release", $$"""{"order":"{{order}}"}""");
        await stripe.Control("webhooks/settle");

        Assert.Equal(amounts, receiver.All.Select(told => told.Object.GetProperty("amount").GetInt64()));
    }

    [Fact]
    public async Task Shuffles_by_a_seed_always_the_same_way()
    {
        var orders = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var stripe = await Simulator.Start();
            await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.created"]""");
            var payment = await stripe.Payment();
            await stripe.Control("webhooks/mischief", """{"hold":true}""");
            for (var i = 1; i <= 8; i++)
                await stripe.Refund(payment, i);
            await stripe.Control("webhooks/release", """{"order":"shuffled","seed":7}""");
            await stripe.Control("webhooks/settle");
            orders.Add(string.Join(',', receiver.All.Select(told => told.Object.GetProperty("amount").GetInt64())));
        }

        Assert.Equal(orders[0], orders[1]);
        Assert.NotEqual("1,2,3,4,5,6,7,8", orders[0]);
    }

    [Fact]
    public async Task Delays_or_loses_on_demand_while_events_stay_listed()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("clock", """{"stopped":true}""");
        await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.created"]""");
        var payment = await stripe.Payment();
        await stripe.Control("webhooks/mischief", """{"lose":true}""");
        await stripe.Refund(payment, 1);
        await stripe.Control("webhooks/mischief", """{"delay_seconds":3600}""");
        await stripe.Refund(payment, 2);
        await stripe.Control("webhooks/settle");
        Assert.Empty(receiver.All);

        await stripe.Advance(TimeSpan.FromHours(1));
        await stripe.Control("webhooks/settle");

        Assert.Equal([2L], receiver.All.Select(told => told.Object.GetProperty("amount").GetInt64()));
        Assert.Equal(2, (await stripe.Get("/v1/events?type=refund.created")).Ids.Count);
    }

    [Theory]
    [InlineData("genuine", true)]
    [InlineData("rolled", true)]
    [InlineData("forged", false)]
    [InlineData("tampered", false)]
    [InlineData("v0_only", false)]
    [InlineData("unsigned", false)]
    [InlineData("garbled", false)]
    [InlineData("previous_secret", false)]
    public async Task Forges_on_demand(string kind, bool isGood)
    {
        await using var stripe = await Simulator.Start();
        await using var receiver = await Receiver.Start(stripe);
        await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Control("webhooks/settle");
        var before = receiver.All.Count;

        var sent = await stripe.Control("webhooks/deliver", $$"""{"kind":"{{kind}}","times":2}""");

        Assert.Equal(before + 2, receiver.All.Count);
        Assert.Equal(isGood, receiver.All.Last().IsSignedWith(Receiver.Secret));
        Assert.Equal([200, 200], sent.GetProperty("attempts").EnumerateArray().Select(attempt => attempt.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public async Task Signs_with_a_time_long_past_or_to_come(int age)
    {
        await using var stripe = await Simulator.Start();
        await using var receiver = await Receiver.Start(stripe);
        await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Control("webhooks/settle");
        var now = receiver.All.Last().SignedAt;

        await stripe.Control("webhooks/deliver", FormattableString.Invariant($$"""{"age_seconds":{{age}}}"""));

        Assert.True(receiver.All.Last().IsSignedWith(Receiver.Secret));
        Assert.InRange(receiver.All.Last().SignedAt, now - age, now - age + 30);
    }
}
