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
