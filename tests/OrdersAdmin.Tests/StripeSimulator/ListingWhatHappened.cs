using OrdersAdmin.StripeSimulator;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class ListingWhatHappened
{
    [Fact]
    public async Task Pages_refunds_newest_first_in_both_directions()
    {
        await using var stripe = await Simulator.Start();
        var payment = await stripe.Payment();
        var made = new List<string>();
        for (var i = 0; i < 25; i++)
            made.Add((await stripe.Refund(payment, 1)).Id);
        made.Reverse();

        var first = await stripe.Get("/v1/refunds");
        var second = await stripe.Get("/v1/refunds?limit=10&starting_after=" + first.Ids[^1]);
        var third = await stripe.Get("/v1/refunds?limit=10&starting_after=" + second.Ids[^1]);
        var back = await stripe.Get("/v1/refunds?limit=10&ending_before=" + third.Ids[0]);
        var start = await stripe.Get("/v1/refunds?limit=3&ending_before=" + made[2]);

        Assert.Equal(made, [.. first.Ids, .. second.Ids, .. third.Ids]);
        Assert.Equal((true, true, false), (first.Flag("has_more"), second.Flag("has_more"), third.Flag("has_more")));
        Assert.Equal(second.Ids, back.Ids);
        Assert.True(back.Flag("has_more"));
        Assert.Equal(made[..2], start.Ids);
        Assert.False(start.Flag("has_more"));
        Assert.Equal(("list", "/v1/refunds"), (first.Text("object"), first.Text("url")));
        Assert.False((await stripe.Get("/v1/refunds?limit=25")).Flag("has_more"));
        Assert.Equal(400, (await stripe.Get($"/v1/refunds?starting_after={made[3]}&ending_before={made[9]}")).Status);
    }

    [Fact]
    public async Task Filters_refunds_by_charge_payment_and_time()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("clock", """{"stopped":true}""");
        var (one, two) = (await stripe.Payment(), await stripe.Payment());
        var unpaid = await stripe.Post("/v1/payment_intents", "amount=100&currency=eur");
        var early = await stripe.Refund(one, 1);
        await stripe.Advance(TimeSpan.FromSeconds(10));
        var late = await stripe.Refund(two, 2);
        var (from, to) = (early.Number("created"), late.Number("created"));

        Assert.Equal([early.Id], await Ids($"charge=ch{one[2..]}"));
        Assert.Equal([late.Id], await Ids($"payment_intent={two}"));
        Assert.Empty(await Ids($"payment_intent={unpaid.Id}"));
        Assert.Equal([late.Id], await Ids($"created[gt]={from}"));
        Assert.Equal([late.Id, early.Id], await Ids($"created[gte]={from}"));
        Assert.Equal([early.Id], await Ids($"created[lt]={to}"));
        Assert.Equal([late.Id, early.Id], await Ids($"created[lte]={to}"));
        Assert.Equal([early.Id], await Ids($"created={from}"));
        Assert.Empty(await Ids($"created[gt]={from}&created[lt]={to}"));

        async Task<IReadOnlyList<string>> Ids(string query) => (await stripe.Get("/v1/refunds?" + query)).Ids;
    }

    [Fact]
    public async Task Keeps_events_frozen_as_they_were()
    {
        await using var stripe = await Simulator.Start(new StripeSimulatorOptions());
        await stripe.Control("clock", """{"stopped":true}""");
        var refund = await stripe.Refund(await stripe.Payment(), 100);
        await stripe.Advance(TimeSpan.FromSeconds(10));

        var events = (await stripe.Get("/v1/events")).Body.GetProperty("data").EnumerateArray().ToList();
        var created = events.Single(told => told.GetProperty("type").GetString() == "refund.created");
        var updated = events.Single(told => told.GetProperty("type").GetString() == "refund.updated");

        Assert.Equal("pending", created.GetProperty("data").GetProperty("object").GetProperty("status").GetString());
        Assert.Equal("succeeded", updated.GetProperty("data").GetProperty("object").GetProperty("status").GetString());
        Assert.Equal("pending", updated.GetProperty("data").GetProperty("previous_attributes").GetProperty("status").GetString());
        Assert.Equal(refund.Number("created") + 3, updated.GetProperty("created").GetInt64());
        Assert.Equal("event", created.GetProperty("object").GetString());
        var one = await stripe.Get("/v1/events/" + created.GetProperty("id").GetString());
        Assert.Equal(refund.Id, one.Body.GetProperty("data").GetProperty("object").GetProperty("id").GetString());
        Assert.Equal(404, (await stripe.Get("/v1/events/evt_nobody")).Status);
    }

    [Fact]
    public async Task Filters_events_by_type_and_forgets_them_after_thirty_days()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("clock", """{"stopped":true}""");
        await stripe.Refund(await stripe.Payment(), 100);

        Assert.Equal(1, await Count("type=refund.created"));
        Assert.Equal(2, await Count("types[]=refund.created&types[]=charge.refunded"));
        Assert.Equal(1, await Count("type=charge.*"));
        Assert.Equal(0, await Count("type=payout.paid"));
        Assert.Equal(400, (await stripe.Get("/v1/events?type=a&types[]=b")).Status);
        var id = (await stripe.Get("/v1/events?type=refund.created")).Ids[0];
        await stripe.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Count("type=refund.created"));
        Assert.Equal(404, (await stripe.Get("/v1/events/" + id)).Status);

        async Task<int> Count(string query) => (await stripe.Get("/v1/events?" + query)).Ids.Count;
    }
}
