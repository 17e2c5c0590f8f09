namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class RefundingInOtherCurrencies
{
    [Theory]
    [InlineData("jpy", 1001, 1, true)]
    [InlineData("krw", 50000, 49999, true)]
    [InlineData("kwd", 10010, 5000, true)]
    [InlineData("kwd", 10010, 5005, false)]
    [InlineData("bhd", 10010, 1, false)]
    [InlineData("isk", 100000, 500, true)]
    [InlineData("isk", 100000, 550, false)]
    [InlineData("ugx", 100000, 1, false)]
    [InlineData("usd", 1001, 1, true)]
    public async Task Takes_only_amounts_the_currency_has(string currency, long paid, long amount, bool taken)
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(paid, currency);

        var reply = await stripe.Refund(payment, amount);

        Assert.Equal(taken ? (200, null) : (400, "amount"), (reply.Status, reply.Param));
        Assert.Equal(taken ? amount : 0, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Theory]
    [InlineData("jpy", 1000, 1001, "Refund amount (¥1,001) is greater than unrefunded amount on charge (¥1,000)")]
    [InlineData("kwd", 10000, 10010, "Refund amount (10.010 KWD) is greater than unrefunded amount on charge (10.000 KWD)")]
    public async Task Writes_amounts_as_the_currency_is_written(string currency, long paid, long amount, string message)
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(paid, currency);

        Assert.Equal(message, (await stripe.Refund(payment, amount)).Message);
    }

    [Fact]
    public async Task Pays_only_in_amounts_and_currencies_that_exist()
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal("currency", (await stripe.Post("/v1/payment_intents", "amount=100&currency=xxx")).Param);
        Assert.Equal("amount", (await stripe.Post("/v1/payment_intents", "amount=1005&currency=kwd")).Param);
        Assert.Equal("amount", (await stripe.Post("/v1/payment_intents", "amount=150&currency=isk")).Param);
        Assert.Equal("amount_too_large", (await stripe.Post("/v1/payment_intents", "amount=100000000&currency=usd")).Code);
    }
}
