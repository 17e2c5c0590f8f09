using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Payments;

namespace OrdersAdmin.Tests.StripeSimulator;

/// <summary>The shop's one gateway against the protocol: how each answer is classified.</summary>
public sealed class AnsweringTheShopsGateway
{
    [Fact]
    public async Task With_a_refund_that_reads_as_it_was_made()
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();
        var gateway = Gateway(stripe, http);
        var payment = await stripe.Payment(1000);

        var made = Ok(await Refund(gateway, payment, 300));
        var listed = Ok(await gateway.ListRefunds(payment, TestContext.Current.CancellationToken));

        Assert.Equal((300, "eur", "pending"), (made.Amount, made.Currency, made.Status));
        Assert.Equal([made.Id], listed.Select(refund => refund.Id));
        Assert.Equal(made.Id, Ok(await gateway.GetRefund(made.Id, TestContext.Current.CancellationToken)).Id);
    }

    [Fact]
    public async Task Over_many_pages()
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();
        var payment = await stripe.Payment(1000);
        for (var i = 0; i < 205; i++)
            await stripe.Refund(payment, 1);

        Assert.Equal(205, Ok(await Gateway(stripe, http).ListRefunds(payment, TestContext.Current.CancellationToken)).DistinctBy(refund => refund.Id).Count());
        Assert.Equal(410, Ok(await Gateway(stripe, http).ListEventsSince(DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken)).DistinctBy(told => told.Id).Count());
    }

    [Fact]
    public async Task With_less_left_than_asked_for_is_contested_whether_all_is_gone_or_a_part()
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();
        var gateway = Gateway(stripe, http);
        var payment = await stripe.Payment(1000);
        await stripe.Refund(payment, 800);

        Assert.IsType<StripeAnswer<StripeRefund>.Contested>(await Refund(gateway, payment, 300, "partly"));
        await stripe.Refund(payment, 200);
        Assert.IsType<StripeAnswer<StripeRefund>.Contested>(await Refund(gateway, payment, 300, "wholly"));
    }

    [Fact]
    public async Task With_what_cannot_be_is_refused()
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();
        var disputed = await stripe.Payment(1000);
        await stripe.Control($"charges/ch{disputed[2..]}/dispute");

        Assert.Equal("charge_disputed", Assert.IsType<StripeAnswer<StripeRefund>.Refused>(await Refund(Gateway(stripe, http), disputed, 300)).Code);
        Assert.Equal("resource_missing", Assert.IsType<StripeAnswer<StripeRefund>.Refused>(await Refund(Gateway(stripe, http), "pi_nobody", 300, "other")).Code);
    }

    [Theory]
    [InlineData("drop_before", 1)]
    [InlineData("drop_after", 1)]
    [InlineData("status_409", 1)]
    [InlineData("status_503", 1)]
    [InlineData("status_500_before", 1)]
    [InlineData("drop_before", 2)]
    [InlineData("drop_after", 2)]
    public async Task After_a_fault_is_one_refund_all_the_same(string fault, int times)
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();
        var payment = await stripe.Payment(1000);
        await stripe.Control("faults", $$"""{"match":{"method":"POST","path_prefix":"/v1/refunds"},"fault":"{{fault}}","count":{{times}}}""");

        Ok(await Refund(Gateway(stripe, http), payment, 300));

        Assert.Equal(300, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
        var posts = (await stripe.Look("requests")).GetProperty("requests").EnumerateArray().Where(request => request.GetProperty("method").GetString() == "POST").ToList();
        Assert.Equal(times + 1, posts.Count);
        Assert.Single(posts.Select(post => (post.GetProperty("idempotency_key").GetString(), post.GetProperty("parameters").GetString())).Distinct());
    }

    [Fact]
    public async Task With_a_stored_500_asks_to_stop_posting()
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();
        var payment = await stripe.Payment(1000);
        await stripe.Control("faults", """{"match":{"method":"POST"},"fault":"status_500_after"}""");

        var answer = Assert.IsType<StripeAnswer<StripeRefund>.Unclear>(await Refund(Gateway(stripe, http), payment, 300));

        Assert.True(answer.StopPosting);
        Assert.Equal(300, (await stripe.ChargeOf(payment)).Number("amount_refunded"));
    }

    [Fact]
    public async Task While_a_key_is_in_flight_is_unclear_and_with_another_body_a_bug()
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();
        var gateway = Gateway(stripe, http);
        var payment = await stripe.Payment(1000);
        await stripe.Control("faults", """{"match":{"method":"POST"},"fault":"hold"}""");
        var first = Refund(gateway, payment, 300);
        await Eventually.Holds(async () => (await stripe.Look("faults")).GetProperty("faults").GetArrayLength() == 0);

        Assert.Equal("idempotency_key_in_use", Assert.IsType<StripeAnswer<StripeRefund>.Unclear>(await Refund(gateway, payment, 300)).Code);
        await stripe.Control("faults/release");
        Ok(await first);
        Assert.IsType<StripeAnswer<StripeRefund>.KeyReused>(await Refund(gateway, payment, 301));
    }

    [Fact]
    public async Task With_a_wrong_key_pauses()
    {
        await using var stripe = await Simulator.Start();
        using var http = new HttpClient();

        Assert.IsType<StripeAnswer<StripeRefund>.Paused>(await Refund(Gateway(stripe, http, "sk_test_of_another_account"), await stripe.Payment(), 1));
    }

    private static StripeGateway Gateway(Simulator stripe, HttpClient http, string? key = null) => new(
        http,
        new StripeOptions { BaseUrl = stripe.Address.ToString(), SecretKey = key ?? Simulator.Key, RetryPause = TimeSpan.FromMilliseconds(1) },
        TimeProvider.System,
        NullLogger<StripeGateway>.Instance);

    private static Task<StripeAnswer<StripeRefund>> Refund(StripeGateway gateway, string payment, long amount, string key = "refund-1-1") =>
        gateway.CreateRefund(key, StripeGateway.RefundBody(payment, amount, "requested_by_customer", "rfd_1", 1042), TestContext.Current.CancellationToken);

    private static T Ok<T>(StripeAnswer<T> answer) => Assert.IsType<StripeAnswer<T>.Ok>(answer).Value;
}
