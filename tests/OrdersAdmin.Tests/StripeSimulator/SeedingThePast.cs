using System.Text;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class SeedingThePast
{
    private const string Two = """
        [{"id":"pi_a1","amount":5000,"currency":"eur","created":1700000000,"brand":"amex","last4":"0005","refunded":1200},
         {"id":"pi_a2","amount":900,"captured":0,"currency":"jpy","metadata":{"order":"7"},
          "refunds":[]}]
        """;

    [Fact]
    public async Task Brings_in_payments_silently_with_ids_that_follow_from_theirs()
    {
        await using var stripe = await Simulator.Start();

        var told = await stripe.Control("payment_intents", Two);
        var charge = await stripe.Get("/v1/charges/ch_a1");

        Assert.Equal((2, 0), (told.GetProperty("created").GetInt32(), told.GetProperty("existing").GetInt32()));
        Assert.Equal((5000, 1200, 1700000000), (charge.Number("amount_captured"), charge.Number("amount_refunded"), charge.Number("created")));
        Assert.Equal("0005", charge.Body.GetProperty("payment_method_details").GetProperty("card").GetProperty("last4").GetString());
        Assert.Equal(["re_a1_1"], (await stripe.Get("/v1/refunds?charge=ch_a1")).Ids);
        Assert.Equal("requires_capture", (await stripe.Get("/v1/payment_intents/pi_a2")).Text("status"));
        Assert.Equal(["pi_a2", "pi_a1"], (await stripe.Get("/v1/payment_intents")).Ids);
        Assert.Empty(await stripe.EventTypes());
    }

    [Fact]
    public async Task Again_changes_nothing()
    {
        await using var stripe = await Simulator.Start();
        await stripe.Control("payment_intents", Two);
        await stripe.Refund("pi_a1", 100);

        var told = await stripe.Control("payment_intents", Two);

        Assert.Equal((0, 2), (told.GetProperty("created").GetInt32(), told.GetProperty("existing").GetInt32()));
        Assert.Equal(1300, (await stripe.Get("/v1/charges/ch_a1")).Number("amount_refunded"));
    }

    [Fact]
    public async Task Brings_in_refunds_with_chosen_ids()
    {
        await using var stripe = await Simulator.Start();

        await stripe.Control("payment_intents", """
            [{"id":"pi_b","amount":1000,"currency":"usd","refunds":[
              {"id":"re_b1","amount":300,"created":1700000000,"reason":"duplicate","metadata":{"refund_id":"rfd_9"}},
              {"amount":800,"status":"failed"}]}]
            """);

        Assert.Equal(("succeeded", 300), ((await stripe.Get("/v1/refunds/re_b1")).Text("status"), (await stripe.Get("/v1/charges/ch_b")).Number("amount_refunded")));
        Assert.Equal("failed", (await stripe.Get("/v1/refunds/re_b_2")).Text("status"));
    }

    [Theory]
    [InlineData("""[{"id":"pi_ok","amount":1,"currency":"eur"},{"id":"xx_1","amount":1,"currency":"eur"}]""")]
    [InlineData("""[{"id":"pi_ok","amount":1,"currency":"eur"},{"id":"pi_ok","amount":1,"currency":"eur"}]""")]
    [InlineData("""[{"id":"pi_ok","amount":0,"currency":"eur"}]""")]
    [InlineData("""[{"id":"pi_ok","amount":1,"currency":"EUR"}]""")]
    [InlineData("""[{"id":"pi_ok","amount":1,"captured":2,"currency":"eur"}]""")]
    [InlineData("""[{"id":"pi_ok","amount":1,"currency":"eur","refunded":2}]""")]
    [InlineData("""[{"id":"pi_ok","amount":15,"currency":"kwd"}]""")]
    [InlineData("""[{"id":"pi_ok","amount":1,"currency":"eur","card":"x"}]""")]
    [InlineData("""[{"id":"pi_ok","currency":"eur"}]""")]
    public async Task Is_all_or_nothing(string seeds)
    {
        await using var stripe = await Simulator.Start();

        Assert.Equal(400, (await stripe.TryControl("payment_intents", seeds)).Status);
        Assert.Equal(404, (await stripe.Get("/v1/payment_intents/pi_ok")).Status);
    }

    [Fact]
    public async Task Takes_a_hundred_thousand_at_once()
    {
        await using var stripe = await Simulator.Start();
        var seeds = new StringBuilder("[");
        for (var i = 0; i < 100_000; i++)
            seeds.Append(i == 0 ? "" : ",").Append(System.Globalization.CultureInfo.InvariantCulture, $$"""{"id":"pi_{{i}}","amount":1000,"currency":"eur","created":{{1700000000 + (i * 37 % 90001)}}}""");

        var told = await stripe.Control("payment_intents", seeds.Append(']').ToString());

        Assert.Equal(100_000, told.GetProperty("created").GetInt32());
        var page = (await stripe.Get("/v1/payment_intents?limit=100")).Body.GetProperty("data").EnumerateArray().Select(intent => intent.GetProperty("created").GetInt64()).ToList();
        Assert.Equal(page.OrderDescending(), page);
        Assert.Equal(1700090000, page[0]);
    }
}
