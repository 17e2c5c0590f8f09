namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class RefundingAllAtOnce
{
    [Fact]
    public async Task With_one_key_makes_one_refund()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => stripe.Refund(payment, 10, "the-key")));

        Assert.Single(replies, reply => reply is { Status: 200, IsReplay: false });
        Assert.All(replies, reply => Assert.True(reply.Status == 409 ? reply.Code == "idempotency_key_in_use" : reply.Status == 200));
        Assert.Single(replies.Where(reply => reply.Status == 200).Select(reply => reply.Id).Distinct());
        Assert.Equal(10, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task Never_exceeds_what_was_captured()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => stripe.Refund(payment, 30, "key-" + i)));

        Assert.Equal(33, replies.Count(reply => reply.Status == 200));
        Assert.Equal(17, replies.Count(reply => reply.Status == 400));
        Assert.Equal(990, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        Assert.Equal(33, (await stripe.Get("/v1/refunds?limit=100")).Ids.Count);
    }
}
