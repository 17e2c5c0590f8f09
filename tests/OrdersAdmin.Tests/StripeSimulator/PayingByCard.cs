namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class PayingByCard
{
    [Fact]
    public async Task Captures_at_once_and_shows_brand_and_last_four_only()
    {
        await using var stripe = await Simulator.Start();

        var paid = await stripe.Post("/v1/payment_intents", "amount=1000&currency=eur&confirm=true&payment_method=pm_card_mastercard&payment_method_types[]=card&metadata[order]=1");
        var charge = await stripe.Get("/v1/charges/" + paid.Text("latest_charge"));

        Assert.Equal(("payment_intent", "succeeded", 1000), (paid.Text("object"), paid.Text("status"), paid.Number("amount_received")));
        var card = charge.Body.GetProperty("payment_method_details").GetProperty("card");
        Assert.Equal(("mastercard", "4444"), (card.GetProperty("brand").GetString(), card.GetProperty("last4").GetString()));
        Assert.False(card.TryGetProperty("number", out _));
        Assert.Equal((true, 1000, 0), (charge.Flag("captured"), charge.Number("amount_captured"), charge.Number("amount_refunded")));
        Assert.Equal(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"], await stripe.EventTypes());
        Assert.Equal([charge.Id], (await stripe.Get("/v1/charges?payment_intent=" + paid.Id)).Ids);
    }

    [Fact]
    public async Task Authorizes_and_captures_less()
    {
        await using var stripe = await Simulator.Start();
        var intent = await stripe.Post("/v1/payment_intents", "amount=1000&currency=eur&confirm=true&payment_method=pm_card_visa&capture_method=manual");
        Assert.Equal(("requires_capture", 1000), (intent.Text("status"), intent.Number("amount_capturable")));

        var tooMuch = await stripe.Post($"/v1/payment_intents/{intent.Id}/capture", "amount_to_capture=1001");
        var captured = await stripe.Post($"/v1/payment_intents/{intent.Id}/capture", "amount_to_capture=700");
        var twice = await stripe.Post($"/v1/payment_intents/{intent.Id}/capture");

        Assert.Equal((400, "amount_too_large"), (tooMuch.Status, tooMuch.Code));
        Assert.Equal(("succeeded", 700, 0), (captured.Text("status"), captured.Number("amount_received"), captured.Number("amount_capturable")));
        Assert.Equal((400, "payment_intent_unexpected_state"), (twice.Status, twice.Code));
        Assert.Equal(700, (await stripe.Get("/v1/charges/" + captured.Text("latest_charge"))).Number("amount_captured"));
    }

    [Fact]
    public async Task Cancels_what_was_only_authorized()
    {
        await using var stripe = await Simulator.Start();
        var intent = await stripe.Post("/v1/payment_intents", "amount=1000&currency=eur&confirm=true&payment_method=pm_card_visa&capture_method=manual");

        var canceled = await stripe.Post($"/v1/payment_intents/{intent.Id}/cancel", "cancellation_reason=requested_by_customer");

        Assert.Equal(("canceled", "requested_by_customer"), (canceled.Text("status"), canceled.Text("cancellation_reason")));
        Assert.Equal("charge_not_refundable", (await stripe.Refund(intent.Id, 1)).Code);
        Assert.Equal(400, (await stripe.Post($"/v1/payment_intents/{intent.Id}/cancel")).Status);
        Assert.Contains("payment_intent.canceled", await stripe.EventTypes());
    }

    [Fact]
    public async Task Confirms_later_unless_the_card_is_declined()
    {
        await using var stripe = await Simulator.Start();
        var intent = await stripe.Post("/v1/payment_intents", "amount=1000&currency=eur&automatic_payment_methods[enabled]=true");
        Assert.Equal("requires_payment_method", intent.Text("status"));

        var declined = await stripe.Post($"/v1/payment_intents/{intent.Id}/confirm", "payment_method=pm_card_visa_chargeDeclined");
        var confirmed = await stripe.Post($"/v1/payment_intents/{intent.Id}/confirm", "payment_method=pm_card_visa");

        Assert.Equal((402, "card_error", "card_declined"), (declined.Status, declined.Type, declined.Code));
        Assert.Equal("succeeded", confirmed.Text("status"));
        Assert.Equal("succeeded", (await stripe.Get("/v1/payment_intents/" + intent.Id)).Text("status"));
        Assert.Equal([intent.Id], (await stripe.Get("/v1/payment_intents")).Ids);
        var expanded = await stripe.Get($"/v1/payment_intents/{intent.Id}?expand[]=latest_charge");
        Assert.Equal("charge", expanded.Body.GetProperty("latest_charge").GetProperty("object").GetString());
    }

    [Fact]
    public async Task Never_takes_a_card_number()
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal("parameter_unknown", (await stripe.Post("/v1/payment_intents", "amount=100&currency=eur&payment_method_data[card][number]=4242424242424242")).Code);
        Assert.Equal((400, "resource_missing"), await Answer("payment_method=pm_card_unheard_of"));
        Assert.Equal(400, (await stripe.TryControl("payment_intents", """[{"id":"pi_x1","amount":100,"currency":"eur","last4":"4242424242424242"}]""")).Status);

        async Task<(int, string?)> Answer(string form)
        {
            var reply = await stripe.Post("/v1/payment_intents", "amount=100&currency=eur&" + form);
            return (reply.Status, reply.Code);
        }
    }

    [Fact]
    public async Task With_the_disputing_card_is_disputed()
    {
        await using var stripe = await Simulator.Start();

        var paid = await stripe.Post("/v1/payment_intents", "amount=1000&currency=eur&confirm=true&payment_method=pm_card_createDispute");

        Assert.True((await stripe.Get("/v1/charges/" + paid.Text("latest_charge"))).Flag("disputed"));
        Assert.Equal("charge_disputed", (await stripe.Refund(paid.Id, 1)).Code);
    }

    [Fact]
    public async Task Is_limited_to_25_a_second_where_that_is_switched_on()
    {
        await using var stripe = await Simulator.Start(new() { RequestsPerSecond = 25 });
        await stripe.Control("clock", """{"stopped":true}""");
        var statuses = new List<int>();
        for (var i = 0; i < 27; i++)
            statuses.Add((await stripe.Get("/v1/refunds")).Status);

        Assert.Equal(25, statuses.Count(status => status == 200));
        var limited = await stripe.Get("/v1/refunds");
        Assert.Equal((429, "rate_limit", "endpoint-rate"), (limited.Status, limited.Code, limited.Headers["Stripe-Rate-Limited-Reason"]));
        Assert.Equal(200, (await stripe.Get("/v1/charges")).Status);
        await stripe.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await stripe.Get("/v1/refunds")).Status);
    }
}
