namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class RefundingAPayment
{
    [Fact]
    public async Task Answers_with_a_refund_in_stripes_shape()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000);

        var refund = await stripe.Refund(payment, 300, also: "&reason=requested_by_customer&metadata[refund_id]=rfd_1&metadata[order]=%231042");

        Assert.Equal(200, refund.Status);
        Assert.StartsWith("re_", refund.Id, StringComparison.Ordinal);
        Assert.Equal(("refund", "eur", "pending", "requested_by_customer"), (refund.Text("object"), refund.Text("currency"), refund.Text("status"), refund.Text("reason")));
        Assert.Equal((300, payment, "ch" + payment[2..]), (refund.Number("amount"), refund.Text("payment_intent"), refund.Text("charge")));
        Assert.Equal("""{"refund_id":"rfd_1","order":"#1042"}""", Compact(refund.Body.GetProperty("metadata").GetRawText()));
        Assert.Equal("processing", refund.Text("pending_reason"));
        Assert.StartsWith("txn_", refund.Text("balance_transaction"), StringComparison.Ordinal);
        Assert.Equal(refund.Raw, (await stripe.Get("/v1/refunds/" + refund.Id)).Raw);
    }

    [Fact]
    public async Task By_its_charge_or_by_its_intent()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000);

        var byCharge = await stripe.Post("/v1/refunds", $"charge=ch{payment[2..]}&amount=100");
        var byBoth = await stripe.Post("/v1/refunds", $"charge=ch{payment[2..]}&payment_intent={payment}&amount=100");
        var other = await stripe.Payment(1000);
        var mixed = await stripe.Post("/v1/refunds", $"charge=ch{other[2..]}&payment_intent={payment}&amount=100");

        Assert.Equal((200, 200, 400), (byCharge.Status, byBoth.Status, mixed.Status));
        Assert.Equal(200, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task Adds_up_on_the_charge_until_nothing_is_left()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000);

        await stripe.Refund(payment, 300);
        await stripe.Refund(payment, 400);
        var partly = await stripe.ChargeOf(payment);
        var rest = await stripe.Post("/v1/refunds", $"payment_intent={payment}");
        var wholly = await stripe.ChargeOf(payment);
        var again = await stripe.Refund(payment, 1);

        Assert.Equal((700, false), (partly.Number("amount_refunded"), partly.Flag("refunded")));
        Assert.Equal(300, rest.Number("amount"));
        Assert.Equal((1000, 1000, true), (wholly.Number("amount_refunded"), wholly.Number("amount_captured"), wholly.Flag("refunded")));
        Assert.Equal((400, "invalid_request_error", "charge_already_refunded"), (again.Status, again.Type, again.Code));
        Assert.Equal($"Charge {wholly.Id} has already been refunded.", again.Message);
    }

    [Fact]
    public async Task Refuses_more_than_is_left_without_a_code_as_stripe_does()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000, "usd");
        await stripe.Refund(payment, 300);

        var refused = await stripe.Refund(payment, 701);

        Assert.Equal((400, "invalid_request_error", null, "amount"), (refused.Status, refused.Type, refused.Code, refused.Param));
        Assert.Equal("Refund amount ($7.01) is greater than unrefunded amount on charge ($7.00)", refused.Message);
        Assert.Equal(300, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task Goes_by_what_was_captured_not_by_what_was_asked()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000, also: ""","captured":600""");

        Assert.Equal(400, (await stripe.Refund(payment, 601)).Status);
        Assert.Equal(600, (await stripe.Post("/v1/refunds", "payment_intent=" + payment)).Number("amount"));
        Assert.True((await stripe.ChargeOf(payment)).Flag("refunded"));
    }

    [Fact]
    public async Task Refuses_a_disputed_charge_and_one_not_captured()
    {
        await using var stripe = await Simulator.Start();
        var disputed = await stripe.Payment(1000);
        await stripe.Control($"charges/ch{disputed[2..]}/dispute");
        var authorized = await stripe.Payment(1000, also: ""","captured":0""");

        Assert.Equal("charge_disputed", (await stripe.Refund(disputed, 100)).Code);
        Assert.True((await stripe.ChargeOf(disputed)).Flag("disputed"));
        Assert.Contains("charge.dispute.created", await stripe.EventTypes());
        Assert.Equal("charge_not_refundable", (await stripe.Refund(authorized, 100)).Code);
    }

    [Fact]
    public async Task Refuses_a_payment_that_never_took_money()
    {
        await using var stripe = await Simulator.Start();
        var unpaid = await stripe.Post("/v1/payment_intents", "amount=1000&currency=eur");

        var refused = await stripe.Refund(unpaid.Id, 100);

        Assert.Equal((400, "charge_not_refundable"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Names_what_does_not_exist_400_for_a_parameter_and_404_for_an_address()
    {
        await using var stripe = await Simulator.Start();

        var payment = await stripe.Refund("pi_nobody", 100);
        var charge = await stripe.Post("/v1/refunds", "charge=ch_nobody");
        var refund = await stripe.Get("/v1/refunds/re_nobody");

        Assert.Equal((400, "resource_missing", "payment_intent", "No such payment_intent: 'pi_nobody'"), (payment.Status, payment.Code, payment.Param, payment.Message));
        Assert.Equal((400, "resource_missing", "charge"), (charge.Status, charge.Code, charge.Param));
        Assert.Equal((404, "resource_missing"), (refund.Status, refund.Code));
    }

    [Fact]
    public async Task Changes_its_metadata_and_nothing_else()
    {
        await using var stripe = await Simulator.Start();
        var refund = await stripe.Refund(await stripe.Payment(), 100, also: "&metadata[a]=1&metadata[b]=2");

        var changed = await stripe.Post("/v1/refunds/" + refund.Id, "metadata[b]=&metadata[c]=3");
        var amount = await stripe.Post("/v1/refunds/" + refund.Id, "amount=50");
        var cleared = await stripe.Post("/v1/refunds/" + refund.Id, "metadata=");

        Assert.Equal("""{"a":"1","c":"3"}""", Compact(changed.Body.GetProperty("metadata").GetRawText()));
        Assert.Equal("parameter_unknown", amount.Code);
        Assert.Equal("{}", cleared.Body.GetProperty("metadata").GetRawText());
        Assert.Equal(404, (await stripe.Post("/v1/refunds/re_nobody", "metadata[a]=1")).Status);
    }

    [Fact]
    public async Task Shows_its_charge_and_payment_when_asked_to_expand_them()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment(1000);

        var refund = await stripe.Refund(payment, 100, also: "&expand[]=charge&expand[]=payment_intent");
        var list = await stripe.Get("/v1/refunds?expand[]=data.charge");
        var unknown = await stripe.Refund(payment, 100, also: "&expand[]=customer");

        Assert.Equal(100, refund.Body.GetProperty("charge").GetProperty("amount_refunded").GetInt64());
        Assert.Equal(payment, refund.Body.GetProperty("payment_intent").GetProperty("id").GetString());
        Assert.Equal("charge", list.Body.GetProperty("data")[0].GetProperty("charge").GetProperty("object").GetString());
        Assert.Equal((400, "This property cannot be expanded (customer)."), (unknown.Status, unknown.Message));
        Assert.Equal(100, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    private static string Compact(string json) => json.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
