using System.Net.Http.Headers;
using System.Text;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class ShowingTheKey
{
    [Fact]
    public async Task As_a_bearer_token_or_as_the_name_of_basic_authentication()
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal(200, (await stripe.Get("/v1/refunds")).Status);
        stripe.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Simulator.Key + ":")));
        Assert.Equal(200, (await stripe.Get("/v1/refunds")).Status);
    }

    [Fact]
    public async Task Is_needed_and_a_wrong_one_is_never_repeated_in_full()
    {
        await using var stripe = await Simulator.Start();

        stripe.Http.DefaultRequestHeaders.Authorization = null;
        var without = await stripe.Get("/v1/refunds");
        Assert.Equal((401, "invalid_request_error"), (without.Status, without.Type));
        stripe.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_somebody_elses_key");
        var wrong = await stripe.Get("/v1/refunds");
        Assert.Equal((401, "invalid_request_error"), (wrong.Status, wrong.Type));
        Assert.Equal("Invalid API Key provided: sk_test_" + new string('*', 14) + "_key", wrong.Message);
        Assert.StartsWith("req_", wrong.Headers["Request-Id"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_the_version_that_is_echoed()
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal("2025-09-30.clover", (await stripe.Get("/v1/refunds")).Headers["Stripe-Version"]);
        stripe.Http.DefaultRequestHeaders.Add("Stripe-Version", "2024-06-20");
        var reply = await stripe.Get("/v1/refunds");
        Assert.Equal("2024-06-20", reply.Headers["Stripe-Version"]);
        Assert.NotEqual((await stripe.Get("/v1/refunds")).Headers["Request-Id"], reply.Headers["Request-Id"]);
        stripe.Http.DefaultRequestHeaders.Remove("Stripe-Version");
        stripe.Http.DefaultRequestHeaders.Add("Stripe-Version", "newest");
        Assert.Equal(400, (await stripe.Get("/v1/refunds")).Status);
    }

    [Fact]
    public async Task Does_not_open_an_address_that_stripe_has_not()
    {
        await using var stripe = await Simulator.Start();

        var reply = await stripe.Get("/v1/refnds");

        Assert.Equal(404, reply.Status);
        Assert.StartsWith("Unrecognized request URL (GET: /v1/refnds).", reply.Message, StringComparison.Ordinal);
        Assert.Equal(404, (await stripe.Post("/v1/refnds", "amount=1")).Status);
    }

    [Fact]
    public async Task From_another_host_name_leads_nowhere()
    {
        await using var stripe = await Simulator.Start();

        stripe.Http.DefaultRequestHeaders.Host = "evil.test";

        Assert.Equal(421, (await stripe.Get("/_control/state")).Status);
        Assert.Equal(421, (await stripe.Get("/v1/refunds")).Status);
    }
}
