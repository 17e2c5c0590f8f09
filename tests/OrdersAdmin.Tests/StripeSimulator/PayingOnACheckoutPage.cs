using OrdersAdmin.StripeSimulator;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class PayingOnACheckoutPage
{
    private const string Difference =
        "mode=payment&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=1250&line_items[0][price_data][product_data][name]=Difference+for+%3Cexchange%3E&line_items[0][quantity]=2"
        + "&success_url=http%3A%2F%2Flocalhost%2Fdone%3Fsession%3D%7BCHECKOUT_SESSION_ID%7D&metadata[exchange]=exc_1&payment_intent_data[metadata][order]=ord_1";

    [Fact]
    public async Task Makes_a_payment_that_can_be_refunded()
    {
        await using var stripe = await Simulator.Start();
        var session = await stripe.Post("/v1/checkout/sessions", Difference, "k");
        Assert.Equal(("checkout.session", "open", "unpaid", 2500), (session.Text("object"), session.Text("status"), session.Text("payment_status"), session.Number("amount_total")));
        Assert.StartsWith("cs_test_", session.Id, StringComparison.Ordinal);

        await stripe.Control($"checkout/sessions/{session.Id}/complete");

        var paid = await stripe.Get("/v1/checkout/sessions/" + session.Id);
        Assert.Equal(("complete", "paid"), (paid.Text("status"), paid.Text("payment_status")));
        var intent = await stripe.Get("/v1/payment_intents/" + paid.Text("payment_intent"));
        Assert.Equal((2500, "ord_1"), (intent.Number("amount_received"), intent.Body.GetProperty("metadata").GetProperty("order").GetString()));
        Assert.Equal(200, (await stripe.Refund(intent.Id, 500)).Status);
        Assert.Contains("checkout.session.completed", await stripe.EventTypes());
        Assert.Equal([session.Id], (await stripe.Get("/v1/checkout/sessions?payment_intent=" + intent.Id)).Ids);
        Assert.Equal(400, (await stripe.TryControl($"checkout/sessions/{session.Id}/complete", "{}")).Status);
        Assert.True((await stripe.Post("/v1/checkout/sessions", Difference, "k")).IsReplay);
    }

    [Fact]
    public async Task By_a_button_that_leads_back_to_the_shop()
    {
        await using var stripe = await Simulator.Start();
        var session = await stripe.Post("/v1/checkout/sessions", Difference);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var page = new Uri(session.Text("url")!);

        var shown = await browser.GetStringAsync(page, TestContext.Current.CancellationToken);
        using var paid = await browser.PostAsync(page, null, TestContext.Current.CancellationToken);

        Assert.Contains("2 × Difference for &lt;exchange&gt;, &#x20AC;12.50", shown, StringComparison.Ordinal);
        Assert.Contains("<button>Pay &#x20AC;25.00", shown, StringComparison.Ordinal);
        Assert.Equal(303, (int)paid.StatusCode);
        Assert.Equal("http://localhost/done?session=" + session.Id, paid.Headers.Location?.ToString());
        Assert.Contains("This page is complete.", await browser.GetStringAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_when_it_expires()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("clock", """{"stopped":true}""");
        var asked = await stripe.Post("/v1/checkout/sessions", Difference);
        var forgotten = await stripe.Post("/v1/checkout/sessions", Difference);

        Assert.Equal("expired", (await stripe.Post($"/v1/checkout/sessions/{asked.Id}/expire")).Text("status"));
        await stripe.Advance(TimeSpan.FromHours(24));

        Assert.Equal("expired", (await stripe.Get("/v1/checkout/sessions/" + forgotten.Id)).Text("status"));
        Assert.Equal(2, (await stripe.Get("/v1/events?type=checkout.session.expired")).Ids.Count);
        Assert.Equal(400, (await stripe.TryControl($"checkout/sessions/{forgotten.Id}/complete", "{}")).Status);
    }

    [Fact]
    public async Task Stays_payable_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var options = new StripeSimulatorOptions { StateFile = Path.Combine(folder.Path, "account.jsonl") };
        string id;
        await using (var stripe = await Simulator.Start(options))
            id = (await stripe.Post("/v1/checkout/sessions", Difference)).Id;

        await using var again = await Simulator.Start(options);
        await again.Control($"checkout/sessions/{id}/complete");

        Assert.Equal("paid", (await again.Get("/v1/checkout/sessions/" + id)).Text("payment_status"));
    }

    [Theory]
    [InlineData("mode=payment", "mode=subscription", "mode")]
    [InlineData("mode=payment&", "", "mode")]
    [InlineData("[unit_amount]=1250", "[unit_amount]=-1", "line_items[0][price_data][unit_amount]")]
    [InlineData("&line_items[0][quantity]=2", "", "line_items[0][quantity]")]
    [InlineData("[currency]=eur", "[currency]=xxx", "line_items[0][price_data][currency]")]
    [InlineData("http%3A%2F%2F", "javascript%3A", "success_url")]
    [InlineData("mode=payment", "mode=payment&expires_at=5", "expires_at")]
    [InlineData("mode=payment", "mode=payment&tip=5", "tip")]
    public async Task Is_refused_when_it_makes_no_sense(string part, string instead, string param)
    {
        await using var stripe = await Simulator.Start();

        var reply = await stripe.Post("/v1/checkout/sessions", Difference.Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal((400, param), (reply.Status, reply.Param));
    }
}
