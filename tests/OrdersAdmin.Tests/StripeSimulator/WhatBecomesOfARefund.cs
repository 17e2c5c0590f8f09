using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class WhatBecomesOfARefund
{
    [Fact]
    public async Task It_is_pending_and_succeeds_after_a_while()
    {
        await using var stripe = await Stopped();
        var refund = await stripe.Refund(await stripe.Payment(), 100);

        await stripe.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal("pending", await Status(stripe, refund));
        await stripe.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("succeeded", await Status(stripe, refund));
        Assert.Equal(["refund.created", "charge.refunded", "refund.updated", "charge.refund.updated"], await stripe.EventTypes());
    }

    [Fact]
    public async Task It_succeeds_by_itself_while_nobody_asks()
    {
        await using var stripe = await Simulator.Start(new StripeSimulatorOptions { Refunds = new RefundBehavior { AfterSeconds = 0.05 } });
        await using var receiver = await Receiver.Start(stripe);
        await stripe.Refund(await stripe.Payment(), 100);

        var told = await receiver.Next("refund.updated");

        Assert.Equal("succeeded", told.Object.GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_succeeds_at_once_and_no_update_ever_follows()
    {
        await using var stripe = await Stopped(new RefundBehavior { Start = "succeeded" });

        var refund = await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Advance(TimeSpan.FromDays(1));

        Assert.Equal("succeeded", refund.Text("status"));
        Assert.False(refund.Body.TryGetProperty("pending_reason", out _));
        Assert.Equal(["refund.created", "charge.refunded"], await stripe.EventTypes());
    }

    [Fact]
    public async Task It_fails_later_and_the_charge_can_be_refunded_again()
    {
        await using var stripe = await Stopped();
        var payment = await stripe.Payment(1000);
        await stripe.Control("fates", """{"end":"failed","after_seconds":60,"failure_reason":"lost_or_stolen_card"}""");
        var refund = await stripe.Refund(payment, 1000);
        Assert.True((await stripe.ChargeOf(payment)).Flag("refunded"));

        await stripe.Advance(TimeSpan.FromMinutes(1));

        var failed = await stripe.Get("/v1/refunds/" + refund.Id);
        Assert.Equal(("failed", "lost_or_stolen_card"), (failed.Text("status"), failed.Text("failure_reason")));
        Assert.StartsWith("txn_", failed.Text("failure_balance_transaction"), StringComparison.Ordinal);
        var charge = await stripe.ChargeOf(payment);
        Assert.Equal((0, false), (charge.Number("amount_refunded"), charge.Flag("refunded")));
        Assert.Contains("refund.failed", await stripe.EventTypes());
        Assert.Equal(200, (await stripe.Refund(payment, 1000)).Status);
    }

    [Fact]
    public async Task It_fails_right_away()
    {
        await using var stripe = await Stopped();
        var payment = await stripe.Payment();
        await stripe.Control("fates", """{"start":"failed","end":null,"failure_reason":"declined"}""");

        var refund = await stripe.Refund(payment, 100);

        Assert.Equal(("failed", "declined"), (refund.Text("status"), refund.Text("failure_reason")));
        Assert.Equal(0, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        Assert.Equal(["refund.created", "refund.failed"], await stripe.EventTypes());
    }

    [Fact]
    public async Task It_succeeds_and_fails_thirty_days_later()
    {
        await using var stripe = await Stopped();
        var payment = await stripe.Payment();
        await stripe.Control("fates", FormattableString.Invariant($$"""{"after_seconds":5,"fails_later_seconds":{{TimeSpan.FromDays(30).TotalSeconds}}}"""));
        var refund = await stripe.Refund(payment, 100);

        await stripe.Advance(TimeSpan.FromDays(30));
        Assert.Equal("succeeded", await Status(stripe, refund));
        await stripe.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("failed", await Status(stripe, refund));
        Assert.Equal(0, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        var events = (await stripe.Get("/v1/events?type=refund.failed")).Body.GetProperty("data");
        Assert.Equal(refund.Number("created") + 5 + (30 * 86400), events[0].GetProperty("created").GetInt64());
    }

    [Fact]
    public async Task It_requires_action_and_only_then_may_be_canceled()
    {
        await using var stripe = await Stopped();
        var payment = await stripe.Payment();
        var pending = await stripe.Refund(payment, 100);
        await stripe.Control("fates", """{"start":"requires_action","end":null}""");
        var waiting = await stripe.Refund(payment, 200);

        var refused = await stripe.Post($"/v1/refunds/{pending.Id}/cancel");
        var canceled = await stripe.Post($"/v1/refunds/{waiting.Id}/cancel");

        Assert.Equal("display_details", waiting.Body.GetProperty("next_action").GetProperty("type").GetString());
        Assert.Equal((400, "invalid_request_error"), (refused.Status, refused.Type));
        Assert.Equal((200, "canceled"), (canceled.Status, canceled.Text("status")));
        Assert.Equal(100, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        Assert.Equal(400, (await stripe.Post($"/v1/refunds/{waiting.Id}/cancel")).Status);
    }

    [Theory]
    [InlineData("pm_card_refundFail", "succeeded", "failed")]
    [InlineData("pm_card_pendingRefund", "pending", "succeeded")]
    public async Task Some_test_cards_decide_it(string card, string first, string last)
    {
        await using var stripe = await Stopped(new RefundBehavior { Start = "succeeded", AfterSeconds = 10 });
        var paid = await stripe.Post("/v1/payment_intents", $"amount=1000&currency=eur&confirm=true&payment_method={card}");

        var refund = await stripe.Refund(paid.Id, 100);
        await stripe.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((first, last), (refund.Text("status"), await Status(stripe, refund)));
    }

    [Fact]
    public async Task One_in_twenty_fails_always_the_same_ones()
    {
        await using var stripe = await Stopped(new RefundBehavior { FailOneIn = 20, Seed = 3 });
        var payment = await stripe.Payment(1000);
        var refunds = new List<Reply>();
        for (var i = 1; i <= 60; i++)
            refunds.Add(await stripe.Refund(payment, 1));

        await stripe.Advance(TimeSpan.FromMinutes(1));

        var failed = new List<int>();
        foreach (var (refund, at) in refunds.Select((refund, at) => (refund, at + 1)))
        {
            if (await Status(stripe, refund) == "failed")
                failed.Add(at);
        }

        Assert.Equal([17, 37, 57], failed);
        Assert.Equal(57, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task A_test_decides_it_for_one_that_exists()
    {
        await using var stripe = await Stopped();
        var payment = await stripe.Payment();
        var refund = await stripe.Refund(payment, 100);

        await stripe.Control("refunds/" + refund.Id, """{"status":"requires_action"}""");
        await stripe.Advance(TimeSpan.FromDays(1));
        Assert.Equal("requires_action", await Status(stripe, refund));
        await stripe.Control("refunds/" + refund.Id, """{"status":"succeeded","after_seconds":10}""");
        await stripe.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("succeeded", await Status(stripe, refund));
        Assert.Equal(400, (await stripe.TryControl("refunds/" + refund.Id, """{"status":"pending"}""")).Status);
        Assert.Equal(400, (await stripe.TryControl("refunds/" + refund.Id, """{"status":"failed","failure_reason":"bored"}""")).Status);
        await stripe.Control("refunds/" + refund.Id, """{"status":"failed","failure_reason":"insufficient_funds"}""");
        Assert.Equal("failed", await Status(stripe, refund));
        Assert.Equal(400, (await stripe.TryControl("refunds/" + refund.Id, """{"status":"succeeded"}""")).Status);
    }

    [Fact]
    public async Task A_fate_waits_for_the_payment_it_is_for()
    {
        await using var stripe = await Stopped();
        var (one, two) = (await stripe.Payment(), await stripe.Payment());
        await stripe.Control("fates", $$"""{"start":"succeeded","end":null,"payment_intent":"{{two}}","count":2}""");

        Assert.Equal("pending", (await stripe.Refund(one, 1)).Text("status"));
        Assert.Equal("succeeded", (await stripe.Refund(two, 1)).Text("status"));
        Assert.Equal("succeeded", (await stripe.Refund(two, 1)).Text("status"));
        Assert.Equal("pending", (await stripe.Refund(two, 1)).Text("status"));
    }

    [Fact]
    public async Task A_dispute_fails_what_is_pending()
    {
        await using var stripe = await Stopped();
        var payment = await stripe.Payment();
        var refund = await stripe.Refund(payment, 100);

        await stripe.Control($"charges/ch{payment[2..]}/dispute");

        Assert.Equal("charge_for_pending_refund_disputed", (await stripe.Get("/v1/refunds/" + refund.Id)).Text("failure_reason"));
    }

    [Theory]
    [InlineData("""{"start":"canceled"}""")]
    [InlineData("""{"start":"succeeded","end":"pending"}""")]
    [InlineData("""{"end":"failed","fails_later_seconds":5}""")]
    [InlineData("""{"failure_reason":"bored"}""")]
    [InlineData("""{"after_seconds":-1}""")]
    [InlineData("""{"count":0}""")]
    public async Task A_fate_that_stripe_does_not_know_is_refused(string fate)
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal(400, (await stripe.TryControl("fates", fate)).Status);
    }

    private static async Task<Simulator> Stopped(RefundBehavior? behavior = null)
    {
        var stripe = await Simulator.Start(new StripeSimulatorOptions { Refunds = behavior ?? new RefundBehavior() });
        await stripe.Control("clock", """{"stopped":true}""");
        return stripe;
    }

    private static async Task<string?> Status(Simulator stripe, Reply refund) => (await stripe.Get("/v1/refunds/" + refund.Id)).Text("status");
}
