using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrdersAdmin.Kernel;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class SigningMessages
{
    // The first is the example that the specification publishes; all were signed by the reference library: npm standardwebhooks 1.1.1.
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("whsec_plJ3nmyCDGBKInavdOK15jsl", "evt_01kb0000000000000000000001", 1764143000, """{"id":"evt_1","type":"order.created","data":{"order":{"number":1042,"buyer":{"name":"Zoë Müller 雲"}}}}""", "v1,H+C9oSYIaXyVMCJO3duhnWWozEqpvjeriWBG9/gK8Bc=")]
    [InlineData("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "evt_01kb0000000000000000000002", 1764143001, "", "v1,8wwCFElihtiTYc8zs81QwyVkYK7gBY1RFoBA0noZOKk=")]
    public void Agrees_with_the_reference_library(string secret, string id, long time, string body, string signature)
    {
        Assert.Equal(signature, WebhookSignature.Standard(id, time, Encoding.UTF8.GetBytes(body), [secret]));
    }

    // openssl dgst -sha256 -hmac SECRET over "TIME.BODY".
    [Theory]
    [InlineData("whsec_test_secret", 1492774577, """{"id":"evt_1"}""", "t=1492774577,v1=799c4ba7bb339f3c8601adfd112f0e477c930a268be1243d341abb8286501c2f")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 1614265330, """{"test": 2432232314}""", "t=1614265330,v1=2e37df5d4a028c51a7f3133d64ae1e300d2c2c900f1b1d49d4369ad2530f8964")]
    public void Agrees_with_openssl_in_the_other_notation(string secret, long time, string body, string signature)
    {
        Assert.Equal(signature, WebhookSignature.Aly(time, Encoding.UTF8.GetBytes(body), [secret]));
    }

    [Fact]
    public async Task A_receiver_that_follows_the_rules_finds_every_message_genuine()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var secret = (await outpost.Endpoint(receiver.Url)).Secret!;
        await outpost.Shop.Order(Line("Größe ✓", 1));

        await outpost.Deliver();

        var received = Assert.Single(receiver.All);
        Assert.True(IsStandard(received, secret));
        Assert.True(IsAly(received, secret));
        Assert.False(IsStandard(received with { Body = received.Body.Replace("acme", "acne", StringComparison.Ordinal) }, secret));
        Assert.False(IsAly(received, "whsec_" + Convert.ToBase64String(new byte[24])));
        Assert.Equal(outpost.Shop.Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), received.Headers["webhook-timestamp"]);
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_until_the_overlap_ends()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var old = await outpost.Endpoint(receiver.Url);

        var fresh = (await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, old.Id, 24, old.Version)).OrThrow();
        var during = await Next(outpost, receiver);
        outpost.Shop.Clock.Advance(TimeSpan.FromHours(24));
        var after = await Next(outpost, receiver);

        Assert.NotEqual(old.Secret!, fresh.Secret!);
        Assert.All((string[])[old.Secret!, fresh.Secret!], secret => Assert.True(IsStandard(during, secret) && IsAly(during, secret)));
        Assert.True(IsStandard(after, fresh.Secret!) && IsAly(after, fresh.Secret!));
        Assert.False(IsStandard(after, old.Secret!) || IsAly(after, old.Secret!));
    }

    [Fact]
    public async Task A_leaked_secret_stops_at_once_and_there_are_never_more_than_two()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var first = await outpost.Endpoint(receiver.Url);
        var second = (await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, first.Id, 24, null)).OrThrow();
        var third = (await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, first.Id, 24, null)).OrThrow();
        var twice = await Next(outpost, receiver);

        var fourth = (await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, first.Id, 0, null)).OrThrow();
        var leaked = await Next(outpost, receiver);

        Assert.Equal([false, true, true], ((string[])[first.Secret!, second.Secret!, third.Secret!]).Select(secret => IsStandard(twice, secret)));
        Assert.Equal([false, true], ((string[])[third.Secret!, fourth.Secret!]).Select(secret => IsStandard(leaked, secret)));
        Assert.Single(leaked.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task The_database_alone_cannot_sign()
    {
        await using var outpost = await Outpost.Open();
        var first = await outpost.Endpoint("http://127.0.0.1:9/");
        var second = (await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, first.Id, 24, null)).OrThrow();

        var everything = outpost.Shop.AllRows();

        Assert.Matches("^whsec_[A-Za-z0-9+/]{32}$", first.Secret!);
        Assert.DoesNotContain(first.Secret!["whsec_".Length..], everything, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Secret!["whsec_".Length..], everything, StringComparison.Ordinal);
    }

    private static async Task<HookReceived> Next(Outpost outpost, HookReceiver receiver)
    {
        await outpost.Shop.Order(Line("Mug", 1));
        await outpost.Deliver();
        return receiver.All[^1];
    }

    // As docs/webhooks.md tells receivers to do it, apart from the code that signs.
    private static bool IsStandard(HookReceived message, string secret)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret.Split('_')[1]));
        var expected = hmac.ComputeHash(Encoding.UTF8.GetBytes(string.Join('.', message.Headers["webhook-id"], message.Headers["webhook-timestamp"], message.Body)));
        return message.Headers["webhook-signature"].Split(' ').Contains("v1," + Convert.ToBase64String(expected), StringComparer.Ordinal);
    }

    private static bool IsAly(HookReceived message, string secret)
    {
        var parts = message.Headers["X-Aly-Signature"].Split(',').Select(part => part.Split('=', 2)).ToList();
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        var expected = hmac.ComputeHash(Encoding.UTF8.GetBytes($"{parts.First(part => part[0] == "t")[1]}.{message.Body}"));
        return parts.Any(part => part[0] == "v1" && part[1] == Convert.ToHexStringLower(expected));
    }
}
