using System.Text;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class ReadingParametersStrictly
{
    [Theory]
    [InlineData("amount=0", "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.")]
    [InlineData("amount=-5", "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.")]
    [InlineData("amount=1.5", "parameter_invalid_integer", "amount", "Invalid integer: 1.5")]
    [InlineData("amount=ten", "parameter_invalid_integer", "amount", "Invalid integer: ten")]
    [InlineData("amount=99999999999999999999", "parameter_invalid_integer", "amount", "Invalid integer: 99999999999999999999")]
    [InlineData("amount= 5", "parameter_invalid_integer", "amount", "Invalid integer:  5")]
    [InlineData("amount=1,000", "parameter_invalid_integer", "amount", "Invalid integer: 1,000")]
    [InlineData("amount=", "parameter_invalid_empty", "amount", null)]
    [InlineData("amount=5&reason=bored", null, "reason", "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer")]
    [InlineData("amount=5&refund_id=1", "parameter_unknown", "refund_id", "Received unknown parameter: refund_id")]
    [InlineData("amount=0&refund_id=1", "parameter_unknown", "refund_id", "Received unknown parameter: refund_id")]
    [InlineData("amount[value]=5", "parameter_unknown", "amount[value]", null)]
    [InlineData("metadata=5", null, "metadata", "Invalid hash: 5")]
    [InlineData("metadata[a][b]=5", null, "metadata[a][b]", null)]
    public async Task Refuses_a_refund_it_cannot_read(string form, string? code, string param, string? message)
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();

        var reply = await stripe.Post("/v1/refunds", $"payment_intent={payment}&{form}");

        Assert.Equal((400, "invalid_request_error", code, param), (reply.Status, reply.Type, reply.Code, reply.Param));
        Assert.Equal(message ?? reply.Message, reply.Message);
    }

    [Fact]
    public async Task Wants_to_know_what_to_refund()
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal("parameter_missing", (await stripe.Post("/v1/refunds", "amount=5")).Code);
        Assert.Equal(("parameter_missing", "amount"), Of(await stripe.Post("/v1/payment_intents", "currency=eur")));
        Assert.Equal(("parameter_missing", "currency"), Of(await stripe.Post("/v1/payment_intents", "amount=5")));

        static (string?, string?) Of(Reply reply) => (reply.Code, reply.Param);
    }

    [Fact]
    public async Task Holds_metadata_to_stripes_limits()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        var fifty = string.Concat(Enumerable.Range(0, 50).Select(i => $"&metadata[k{i}]=v"));

        Assert.Equal(200, (await stripe.Refund(payment, 1, also: fifty)).Status);
        Assert.Equal(400, (await stripe.Refund(payment, 1, also: fifty + "&metadata[one_more]=v")).Status);
        Assert.Equal(200, (await stripe.Refund(payment, 1, also: $"&metadata[{new string('k', 40)}]={new string('v', 500)}")).Status);
        Assert.Equal(400, (await stripe.Refund(payment, 1, also: $"&metadata[{new string('k', 41)}]=v")).Status);
        Assert.Equal(400, (await stripe.Refund(payment, 1, also: $"&metadata[k]={new string('v', 501)}")).Status);
    }

    [Fact]
    public async Task Takes_forms_and_no_json()
    {
        await using var stripe = await Simulator.Start();

        using var reply = await stripe.Http.PostAsync(new Uri("/v1/refunds", UriKind.Relative), new StringContent("""{"amount":5}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)reply.StatusCode);
        Assert.Contains("application/x-www-form-urlencoded", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("created=yesterday")]
    [InlineData("created[gte]=-1")]
    [InlineData("created[after]=1")]
    [InlineData("status=pending")]
    [InlineData("starting_after=re_nobody")]
    [InlineData("ending_before=re_nobody")]
    [InlineData("charge=ch_nobody")]
    [InlineData("payment_intent=pi_nobody")]
    public async Task Refuses_a_list_it_cannot_read(string query)
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal(400, (await stripe.Get("/v1/refunds?" + query)).Status);
    }
}
