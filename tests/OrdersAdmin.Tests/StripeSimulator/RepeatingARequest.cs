namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class RepeatingARequest
{
    [Fact]
    public async Task With_its_key_answers_the_same_and_does_nothing_again()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();

        var first = await stripe.Refund(payment, 300, "refund-1-1");
        var second = await stripe.Refund(payment, 300, "refund-1-1");

        Assert.False(first.IsReplay);
        Assert.True(second.IsReplay);
        Assert.Equal(first.Raw, second.Raw);
        Assert.Equal(first.Headers["Request-Id"], second.Headers["Original-Request"]);
        Assert.NotEqual(first.Headers["Request-Id"], second.Headers["Request-Id"]);
        Assert.Equal(300, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task With_its_parameters_in_another_order_is_still_the_same()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await stripe.Post("/v1/refunds", $"payment_intent={payment}&amount=100&metadata[a]=1", "k");

        Assert.True((await stripe.Post("/v1/refunds", $"metadata%5Ba%5D=1&amount=100&payment_intent={payment}", "k")).IsReplay);
    }

    [Theory]
    [InlineData("&amount=101")]
    [InlineData("&amount=100&metadata[a]=1")]
    [InlineData("&amount=100&nonsense=1")]
    [InlineData("")]
    public async Task With_other_parameters_is_an_idempotency_error(string other)
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await stripe.Refund(payment, 100, "k");

        var reply = await stripe.Post("/v1/refunds", $"payment_intent={payment}{other}", "k");

        Assert.Equal((400, "idempotency_error"), (reply.Status, reply.Type));
        Assert.False(reply.IsReplay);
        Assert.True((await stripe.Refund(payment, 100, "k")).IsReplay);
    }

    [Fact]
    public async Task At_another_endpoint_is_an_idempotency_error()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Refund(await stripe.Payment(), 100, "k");

        var reply = await stripe.Post("/v1/payment_intents", "amount=100&currency=eur", "k");

        Assert.Equal((400, "idempotency_error"), (reply.Status, reply.Type));
    }

    [Fact]
    public async Task Whose_parameters_were_refused_starts_afresh()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();

        Assert.Equal(400, (await stripe.Refund(payment, 0, "k")).Status);
        Assert.Equal(400, (await stripe.Refund("pi_nobody", 5, "k")).Status);
        var reply = await stripe.Refund(payment, 100, "k");

        Assert.Equal((200, false), (reply.Status, reply.IsReplay));
    }

    [Fact]
    public async Task That_was_executed_and_refused_is_refused_again_even_when_it_could_succeed_now()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        var earlier = await stripe.Refund(payment, 900);
        var refused = await stripe.Refund(payment, 200, "k");
        await stripe.Control("refunds/" + earlier.Id, """{"status":"failed","failure_reason":"declined"}""");

        var again = await stripe.Refund(payment, 200, "k");

        Assert.Equal(400, refused.Status);
        Assert.Equal((400, true, refused.Raw), (again.Status, again.IsReplay, again.Raw));
        Assert.Equal(200, (await stripe.Refund(payment, 200, "another")).Status);
    }

    [Fact]
    public async Task While_the_first_is_in_flight_is_refused_as_in_use_and_not_remembered()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await stripe.Control("faults", """{"match":{"path_prefix":"/v1/refunds"},"fault":"hold"}""");
        var first = stripe.Refund(payment, 100, "k");
        await Eventually.Holds(async () => (await stripe.Look("state")).GetProperty("idempotency_keys").GetArrayLength() == 1);

        var meanwhile = await stripe.Refund(payment, 100, "k");
        await stripe.Control("faults/release");

        Assert.Equal((409, "idempotency_key_in_use"), (meanwhile.Status, meanwhile.Code));
        Assert.Equal((200, false), ((await first).Status, (await first).IsReplay));
        var after = await stripe.Refund(payment, 100, "k");
        Assert.Equal((200, true), (after.Status, after.IsReplay));
        Assert.Equal(100, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task With_a_key_of_more_than_255_characters_is_refused()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();

        Assert.Equal(200, (await stripe.Refund(payment, 100, new string('k', 255))).Status);
        Assert.Equal(400, (await stripe.Refund(payment, 100, new string('k', 256))).Status);
        Assert.Equal(100, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task After_a_day_is_a_new_request()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await stripe.Control("clock", """{"stopped":true}""");
        var first = await stripe.Refund(payment, 100, "k");

        await stripe.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.True((await stripe.Refund(payment, 100, "k")).IsReplay);
        await stripe.Advance(TimeSpan.FromSeconds(1));
        var late = await stripe.Refund(payment, 100, "k");

        Assert.False(late.IsReplay);
        Assert.NotEqual(first.Id, late.Id);
        Assert.Equal(200, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task Without_a_key_is_another_request()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();

        await stripe.Refund(payment, 100);
        await stripe.Refund(payment, 100);

        Assert.Equal(200, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }
}
