using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class KeepingToPublicAddresses
{
    private static readonly WebhookOptions PublicOnly = new();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    public void Lets_the_public_internet_be_reached(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Refuses_everything_else(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1/hooks")]
    [InlineData("https://127.1/hooks")]
    [InlineData("https://2130706433/hooks")]
    [InlineData("https://0x7f.0.0.1/hooks")]
    [InlineData("https://0177.0.0.1/hooks")]
    [InlineData("https://[::1]/hooks")]
    [InlineData("https://[::ffff:10.0.0.1]/hooks")]
    [InlineData("https://[fe80::1%25eth0]/hooks")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://localhost/hooks")]
    [InlineData("https://LOCALHOST./hooks")]
    [InlineData("https://api.localhost/hooks")]
    [InlineData("https://database/hooks")]
    public async Task Refuses_a_private_address_when_it_is_entered(string url)
    {
        await using var outpost = await Outpost.Open(PublicOnly);

        Assert.NotEmpty(Expect.Invalid(await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails(url)), "url"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("hooks.example.com")]
    [InlineData("//hooks.example.com")]
    [InlineData("ftp://hooks.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://hooks.example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://hooks.example.com/")]
    [InlineData("https://")]
    [InlineData("https:///hooks")]
    [InlineData("https://user:password@hooks.example.com/")]
    [InlineData("https://hooks.example.com@127.0.0.1/")]
    [InlineData("https://hooks.example.com/#part")]
    [InlineData("https://hooks.example.com/a b")]
    [InlineData("https://hooks.example.com\\@127.0.0.1/")]
    [InlineData("https://hooks.example.com/\r\nX-Injected: 1")]
    [InlineData("https://hooks.example.com:99999/")]
    public async Task Refuses_what_is_no_plain_secure_web_address(string? url)
    {
        await using var outpost = await Outpost.Open(PublicOnly);
        var before = outpost.Shop.AllRows();

        Assert.NotEmpty(Expect.Invalid(await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails(url)), "url"));

        Assert.Equal(before, outpost.Shop.AllRows());
    }

    [Fact]
    public async Task Takes_an_ordinary_address_and_refuses_an_endless_one()
    {
        await using var outpost = await Outpost.Open(PublicOnly);

        var taken = await outpost.Endpoint("  https://Hooks.Example.com:8443/a/b?token=1  ");

        Assert.Equal("https://hooks.example.com:8443/a/b?token=1", taken.Url);
        Assert.NotEmpty(Expect.Invalid(await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails("https://hooks.example.com/" + new string('x', 2000))), "url"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.7")]
    [InlineData("1.1.1.1", "127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Refuses_at_the_moment_of_connecting_a_name_that_leads_inside(params string[] found)
    {
        await using var receiver = await HookReceiver.Start();
        var sender = Sender(allowPrivate: false, _ => found);

        var result = await Send(sender, receiver, "hooks.example.com");

        Assert.Equal((null, "Its address is in a private network, which this shop does not send to."), (result.StatusCode, result.Error));
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task Connects_to_what_was_checked_and_does_not_ask_for_the_name_again()
    {
        await using var receiver = await HookReceiver.Start();
        var asked = 0;
        var sender = Sender(allowPrivate: true, _ =>
        {
            asked++;
            return ["127.0.0.1"];
        });

        var result = await Send(sender, receiver, "hooks.example.com");

        Assert.Equal(200, result.StatusCode);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_name_that_pointed_outside_when_it_was_entered_is_refused_once_it_points_inside()
    {
        await using var outpost = await Outpost.Open(PublicOnly);
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint($"https://hooks.example.com:{new Uri(receiver.Url).Port}/");
        var sender = Sender(allowPrivate: false, _ => ["127.0.0.1"], outpost.Shop.Clock);
        var courier = new Courier(outpost.Shop.Database, new MessageBodies(outpost.Shop.Database), sender, outpost.Secrets, outpost.Signal, outpost.Shop.Clock, NullLogger<Courier>.Instance);
        await outpost.Shop.Order(Line("Mug", 1));

        await courier.Dispatch(CancellationToken.None);
        await courier.WhenIdle();

        var refused = Assert.Single(await outpost.LogOf(endpoint));
        Assert.Equal((DeliveryStatus.Waiting, "Its address is in a private network, which this shop does not send to."), (refused.Status, refused.LastAttempt?.Error));
        Assert.Empty(receiver.All);
    }

    private static WebhookSender Sender(bool allowPrivate, Func<string, string[]> names, TimeProvider? clock = null) =>
        new(WebhookSender.NewClient(new GuardedConnection(allowPrivate, (host, _) => Task.FromResult(Array.ConvertAll(names(host), IPAddress.Parse)))), new WebhookOptions(), clock ?? TimeProvider.System);

    private static Task<SendResult> Send(WebhookSender sender, HookReceiver receiver, string host) => sender.Send(
        new UriBuilder(receiver.Url) { Host = host }.Uri.AbsoluteUri, "evt_1", """{"type":"x","sequence":1}""", [WebhookSecrets.New()], CancellationToken.None);
}
