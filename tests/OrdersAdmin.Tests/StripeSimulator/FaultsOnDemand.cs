using System.Diagnostics;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class FaultsOnDemand
{
    [Fact]
    public async Task Drop_a_request_before_anything_happens()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await Fault(stripe, "drop_before");

        await Assert.ThrowsAsync<HttpRequestException>(() => stripe.Refund(payment, 100, "k"));

        Assert.Equal(0, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        Assert.False((await stripe.Refund(payment, 100, "k")).IsReplay);
    }

    [Fact]
    public async Task Drop_the_answer_after_everything_happened()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await Fault(stripe, "drop_after");

        await Assert.ThrowsAsync<HttpRequestException>(() => stripe.Refund(payment, 100, "k"));

        Assert.Equal(100, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        Assert.True((await stripe.Refund(payment, 100, "k")).IsReplay);
        Assert.Equal(100, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        var log = (await stripe.Look("requests")).GetProperty("requests").EnumerateArray().Where(request => request.GetProperty("method").GetString() == "POST").ToList();
        Assert.Equal(["dropped", "replayed"], log.Select(request => request.GetProperty("outcome").GetString()));
        Assert.Single(log.Select(request => request.GetProperty("parameters").GetString()).Distinct());
    }

    [Theory]
    [InlineData("status_401", 401, null)]
    [InlineData("status_409", 409, "idempotency_key_in_use")]
    [InlineData("status_429", 429, "rate_limit")]
    [InlineData("status_503", 503, null)]
    [InlineData("status_500_before", 500, null)]
    public async Task Refuse_without_doing_or_remembering_anything(string fault, int status, string? code)
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await Fault(stripe, fault);

        var struck = await stripe.Refund(payment, 100, "k");
        var after = await stripe.Refund(payment, 100, "k");

        Assert.Equal((status, code), (struck.Status, struck.Code));
        Assert.False(struck.Headers.ContainsKey("Stripe-Should-Retry"));
        Assert.Equal((200, false), (after.Status, after.IsReplay));
    }

    [Fact]
    public async Task Answer_500_once_execution_began_and_remember_it_though_nothing_was_done()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await Fault(stripe, "status_500_before", ""","execution_began":true,"should_retry":false""");

        var struck = await stripe.Refund(payment, 100, "k");
        var replay = await stripe.Refund(payment, 100, "k");

        Assert.Equal((500, "api_error", false), (struck.Status, struck.Type, struck.IsReplay));
        Assert.Equal((500, true, "false"), (replay.Status, replay.IsReplay, replay.Headers["Stripe-Should-Retry"]));
        Assert.Equal(0, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task Answer_500_after_everything_was_done_and_replay_it()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await Fault(stripe, "status_500_after");

        var struck = await stripe.Refund(payment, 100, "k", "&metadata[refund_id]=rfd_1");
        var replay = await stripe.Refund(payment, 100, "k", "&metadata[refund_id]=rfd_1");

        Assert.Equal((500, "api_error", false), (struck.Status, struck.Type, struck.IsReplay));
        Assert.Equal((500, true), (replay.Status, replay.IsReplay));
        var listed = (await stripe.Get("/v1/refunds?payment_intent=" + payment)).Body.GetProperty("data");
        Assert.Equal("rfd_1", Assert.Single(listed.EnumerateArray()).GetProperty("metadata").GetProperty("refund_id").GetString());
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Say_whether_to_retry(string retry)
    {
        await using var stripe = await Simulator.Start();
        await Fault(stripe, "status_429", $$""","should_retry":{{retry}},"code":"lock_timeout" """);

        var struck = await stripe.Refund(await stripe.Payment(), 100);

        Assert.Equal(("lock_timeout", retry), (struck.Code, struck.Headers["Stripe-Should-Retry"]));
    }

    [Fact]
    public async Task Hold_a_request_that_is_executed_even_when_its_caller_has_gone()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await Fault(stripe, "hold");
        using var impatient = new CancellationTokenSource();
        var asked = stripe.Http.PostAsync(new Uri("/v1/refunds", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("payment_intent", payment), KeyValuePair.Create("amount", "100")]), impatient.Token);
        await Eventually.Holds(async () => (await stripe.Look("faults")).GetProperty("faults").GetArrayLength() == 0);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(0, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        await stripe.Control("faults/release");

        await Eventually.Holds(async () => (await stripe.ChargeOf(payment)).Number("amount_refunded") == 100);
    }

    [Fact]
    public async Task Delay_for_the_time_asked()
    {
        await using var stripe = await Simulator.Start();
        await Fault(stripe, "delay", ""","delay_ms":80""");
        var payment = await stripe.Payment();
        var clock = Stopwatch.StartNew();

        Assert.Equal(200, (await stripe.Refund(payment, 100)).Status);

        Assert.InRange(clock.ElapsedMilliseconds, 70, 10_000);
    }

    [Fact]
    public async Task Strike_only_what_they_are_aimed_at_and_only_so_often()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        await stripe.Control("faults", """{"match":{"method":"POST","path_prefix":"/v1/refunds","idempotency_key":"aimed"},"fault":"status_503","count":2,"skip":1}""");

        var statuses = new List<int> { (await stripe.Get("/v1/refunds")).Status, (await stripe.Refund(payment, 1, "other")).Status };
        for (var i = 0; i < 4; i++)
            statuses.Add((await stripe.Refund(payment, 100, "aimed")).Status);

        Assert.Equal([200, 200, 200, 503, 503, 200], statuses);
        Assert.Equal(0, (await stripe.Look("faults")).GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public async Task Strike_in_the_order_they_were_asked_for_and_can_be_cleared()
    {
        await using var stripe = await Simulator.Start();
        await Fault(stripe, "status_409");
        await Fault(stripe, "status_429");
        await Fault(stripe, "status_503");
        var payment = await stripe.Payment();

        Assert.Equal((409, 429), ((await stripe.Refund(payment, 1)).Status, (await stripe.Refund(payment, 1)).Status));
        await stripe.Control("faults/clear");
        Assert.Equal(200, (await stripe.Refund(payment, 1)).Status);
    }

    [Theory]
    [InlineData("""{"fault":"explode"}""")]
    [InlineData("""{"fault":"delay","count":0}""")]
    [InlineData("""{"fault":"delay","sleep":5}""")]
    [InlineData("""{}""")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task Are_refused_when_misspelled(string fault)
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal(400, (await stripe.TryControl("faults", fault)).Status);
    }

    private static async Task Fault(Simulator stripe, string fault, string also = "") =>
        await stripe.Control("faults", $$"""{"match":{"method":"POST","path_prefix":"/v1/refunds"},"fault":"{{fault}}"{{also}}}""");
}
