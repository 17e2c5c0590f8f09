namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class TellingReceivers
{
    [Fact]
    public async Task Signs_the_raw_body_with_the_whole_secret()
    {
        await using var stripe = await Simulator.Start();
        await using var receiver = await Receiver.Start(stripe);
        var refund = await stripe.Refund(await stripe.Payment(), 100, "k", "&metadata[refund_id]=rfd_1");

        var told = await receiver.Next("refund.created");

        Assert.True(told.IsSignedWith(Receiver.Secret));
        Assert.False(told.IsSignedWith("of_the_test"));
        Assert.InRange(told.SignedAt, refund.Number("created"), refund.Number("created") + 30);
        Assert.Single(told.Parts("v0"));
        Assert.Contains("\n", told.Body, StringComparison.Ordinal);
        Assert.Equal(refund.Id, told.Object.GetProperty("id").GetString());
        Assert.Equal("rfd_1", told.Object.GetProperty("metadata").GetProperty("refund_id").GetString());
        Assert.Equal("k", told.Event.GetProperty("request").GetProperty("idempotency_key").GetString());
        Assert.Equal(refund.Headers["Request-Id"], told.Event.GetProperty("request").GetProperty("id").GetString());
        Assert.Equal(1, told.Event.GetProperty("pending_webhooks").GetInt32());
        var charge = await receiver.Next("charge.refunded");
        Assert.Equal(100, charge.Object.GetProperty("amount_refunded").GetInt64());
    }

    [Fact]
    public async Task Sends_only_the_types_that_are_wanted()
    {
        await using var stripe = await Simulator.Start();
        await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.*"]""");

        await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Control("webhooks/settle");

        Assert.Equal(["refund.created"], receiver.All.Select(told => told.Type));
    }

    [Fact]
    public async Task Goes_on_for_three_days_while_the_receiver_is_in_trouble_and_then_gives_up()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("clock", """{"stopped":true}""");
        await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.created"]""");
        receiver.Answer = 503;
        await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Control("webhooks/settle");
        Assert.Single(receiver.All);

        await stripe.Advance(TimeSpan.FromHours(71));
        await stripe.Control("webhooks/settle");
        var tries = receiver.All.Count;
        receiver.Answer = 200;
        await stripe.Advance(TimeSpan.FromDays(2));
        await stripe.Control("webhooks/settle");

        Assert.Equal(10, tries);
        Assert.Equal(tries, receiver.All.Count);
        Assert.Single(receiver.All.Select(told => told.Id).Distinct());
        var delivery = (await stripe.Look("webhooks/deliveries")).GetProperty("deliveries").EnumerateArray().Single();
        Assert.Equal("abandoned", delivery.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Delivers_the_same_event_when_the_receiver_comes_back_within_three_days()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("clock", """{"stopped":true}""");
        await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.created"]""");
        receiver.Answer = 500;
        await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Advance(TimeSpan.FromHours(48));
        await stripe.Control("webhooks/settle");
        var before = receiver.All.Count;

        receiver.Answer = 204;
        await stripe.Advance(TimeSpan.FromHours(12));
        await stripe.Control("webhooks/settle");
        await stripe.Advance(TimeSpan.FromHours(24));
        await stripe.Control("webhooks/settle");

        Assert.Equal(before + 1, receiver.All.Count);
        Assert.Single(receiver.All.Select(told => told.Body).Distinct());
        Assert.True(receiver.All.Last().SignedAt > receiver.All.First().SignedAt);
    }

    [Fact]
    public async Task One_dead_receiver_holds_up_no_other()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("webhooks/endpoints", """{"url":"http://127.0.0.1:1/","secret":"whsec_nobody_there"}""");
        await using var receiver = await Receiver.Start(stripe);

        await stripe.Refund(await stripe.Payment(), 100);

        Assert.NotNull(await receiver.Next("charge.refunded"));
    }

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

    [Fact]
    public async Task Signs_with_both_secrets_while_one_is_rolled()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("clock", """{"stopped":true}""");
        await using var receiver = await Receiver.Start(stripe, ""","enabled_events":["refund.created"]""");
        var id = (await stripe.Look("webhooks/endpoints")).GetProperty("endpoints")[0].GetProperty("id").GetString();
        var payment = await stripe.Payment();

        await stripe.Control($"webhooks/endpoints/{id}/roll", """{"secret":"whsec_the_next_one","keep_previous_seconds":3600}""");
        await stripe.Refund(payment, 1);
        var during = await receiver.Next("refund.created");
        await stripe.Advance(TimeSpan.FromHours(1));
        await stripe.Refund(payment, 2);
        var after = await receiver.Next("refund.created");

        Assert.True(during.IsSignedWith(Receiver.Secret) && during.IsSignedWith("whsec_the_next_one"));
        Assert.True(!after.IsSignedWith(Receiver.Secret) && after.IsSignedWith("whsec_the_next_one"));
    }

    [Theory]
    [InlineData("http://example.com/hooks", "whsec_of_the_test")]
    [InlineData("http://10.0.0.1/hooks", "whsec_of_the_test")]
    [InlineData("file:///etc/passwd", "whsec_of_the_test")]
    [InlineData("http://localhost/hooks", "secret_of_the_test")]
    public async Task Calls_nobody_but_this_machine_and_signs_with_nothing_weak(string url, string secret)
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal(400, (await stripe.TryControl("webhooks/endpoints", $$"""{"url":"{{url}}","secret":"{{secret}}"}""")).Status);
    }

    [Fact]
    public async Task Stops_when_a_receiver_is_removed()
    {
        await using var stripe = await Simulator.Start();
        await using var receiver = await Receiver.Start(stripe);
        var id = (await stripe.Look("webhooks/endpoints")).GetProperty("endpoints")[0].GetProperty("id").GetString();

        await stripe.Control($"webhooks/endpoints/{id}/remove");
        await stripe.Refund(await stripe.Payment(), 1);
        await stripe.Control("webhooks/settle");

        Assert.Empty(receiver.All);
    }
}
