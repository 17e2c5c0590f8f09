using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;
using OrdersAdmin.StripeSimulator.Webhooks;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class ListeningOnThisMachineOnly
{
    [Theory]
    [InlineData("http://0.0.0.0:5081")]
    [InlineData("http://*:5081")]
    [InlineData("http://[::]:5081")]
    [InlineData("http://192.168.0.7:5081")]
    [InlineData("http://shop.example:5081")]
    [InlineData("https://localhost:5081")]
    [InlineData("localhost")]
    public void Refuses_any_other_address(string url) =>
        Assert.Throws<InvalidOperationException>(() => StripeSimulatorHost.Build(new StripeSimulatorOptions { Url = url }));

    [Fact]
    public void Refuses_a_live_key_and_behavior_that_stripe_has_not()
    {
        Assert.Throws<InvalidOperationException>(() => StripeSimulatorHost.Build(new StripeSimulatorOptions { SecretKey = "sk_live_" + new string('x', 24) }));
        Assert.Throws<InvalidOperationException>(() => StripeSimulatorHost.Build(new StripeSimulatorOptions { Refunds = new RefundBehavior { Start = "nearly" } }));
        Assert.Throws<InvalidOperationException>(() => StripeSimulatorHost.Build(new StripeSimulatorOptions { Webhooks = [new WebhookReceiver { Url = "http://example.com", Secret = "whsec_of_the_test" }] }));
    }

    [Fact]
    public async Task Reads_its_command_line_and_refuses_what_it_does_not_know()
    {
        await using var simulator = StripeSimulatorHost.Build(["--Url", "http://127.0.0.1:0", "--SecretKey", "sk_test_of_a_command_line", "--Refunds:FailOneIn", "20"]);
        await simulator.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(simulator.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "sk_test_of_a_command_line");

        using var reply = await http.GetAsync(new Uri("/v1/refunds", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Throws<InvalidOperationException>(() => StripeSimulatorHost.Build(["--Port", "5"]));
    }

    [Fact]
    public async Task Runs_many_in_one_process()
    {
        await using var one = await Simulator.Start();
        await using var two = await Simulator.Start();
        var payment = await one.Payment();

        Assert.NotEqual(one.Address, two.Address);
        Assert.Equal((200, 404), ((await one.ChargeOf(payment)).Status, (await two.ChargeOf(payment)).Status));
    }

    [Fact]
    public async Task Lets_no_page_of_a_browser_rule_it()
    {
        await using var stripe = await Simulator.Start();

        using var reply = await stripe.Http.PostAsync(new Uri("/_control/reset", UriKind.Relative), new StringContent("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(415, (int)reply.StatusCode);
    }
}
