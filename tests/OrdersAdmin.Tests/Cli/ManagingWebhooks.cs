using OrdersAdmin.Tests.StripeSimulator;
using OrdersAdmin.Tests.Webhooks;

namespace OrdersAdmin.Tests.Cli;

[Collection(nameof(CommandLine))]
public sealed class ManagingWebhooks(CommandLine given)
{
    [Fact]
    public async Task An_address_is_told_of_what_happens_and_can_be_told_again()
    {
        await using var receiver = await HookReceiver.Start();
        using var terminal = given.Terminal();
        var made = (await terminal.Run($"webhooks create --url {receiver.Url} --event order.partially_fulfilled --event order.fulfilled --site-slug acme --json")).Ended(0).Json;
        var endpoint = made.GetProperty("id").GetString()!;
        var order = await given.Shipped();

        var sent = await Delivered(terminal, endpoint);
        (await terminal.Run($"webhooks deliveries replay {endpoint} {sent}")).Ended(0);
        await Eventually.Holds(() => Task.FromResult(receiver.All.Count == 2));

        Assert.StartsWith("whsec_", made.GetProperty("secret").GetString(), StringComparison.Ordinal);
        Assert.Equal([sent, sent], receiver.Ids);
        Assert.All(receiver.All, each => Assert.Contains(order.Id.ToString(), each.Body, StringComparison.Ordinal));
        (await terminal.Run($"webhooks delete {endpoint}")).Ended(0);
        Assert.DoesNotContain(endpoint, (await terminal.Run("webhooks list")).Ended(0).Text, StringComparison.Ordinal);
        (await terminal.Run($"webhooks deliveries list {endpoint}")).Ended(5);
    }

    [Fact]
    public async Task An_address_is_listed_changed_tried_and_silenced()
    {
        await using var receiver = await HookReceiver.Start();
        using var terminal = given.Terminal();
        var created = (await terminal.Run($"webhooks create --url {receiver.Url} --event order.created")).Ended(0);
        var endpoint = created.Lines[1].Split('\t')[0];

        (await terminal.Run($"webhooks update {endpoint} --event order.refunded")).Ended(0);
        (await terminal.Run($"webhooks test {endpoint}")).Ended(0);
        await Eventually.Holds(() => Task.FromResult(receiver.All.Count == 1));
        var rotated = (await terminal.Run($"webhooks rotate {endpoint} --overlap-hours 0")).Ended(0);
        (await terminal.Run($"webhooks disable {endpoint}")).Ended(0);

        Assert.Equal("webhook.test", receiver.All[0].Type);
        Assert.NotEqual(Secret(created), Secret(rotated));
        Assert.Contains((await terminal.Run("webhooks list")).Ended(0).Lines, line => line.StartsWith($"{endpoint}\tdisabled\t{receiver.Url}\torder.refunded\t", StringComparison.Ordinal));
        Assert.Contains("\tactive\t", (await terminal.Run($"webhooks enable {endpoint}")).Ended(0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_whose_answer_got_lost_is_made_anew()
    {
        await using var receiver = await HookReceiver.Start();
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        wire.LoseAnswer();

        var ran = (await terminal.Run($"webhooks create --url {receiver.Url}")).Ended(0);

        Assert.Contains("make a new one with rotate", ran.Text, StringComparison.Ordinal);
        Assert.Single((await terminal.Run("webhooks list")).Ended(0).Lines, line => line.Contains(receiver.Url, StringComparison.Ordinal));
    }

    private static string Secret(Ran ran)
    {
        Assert.StartsWith("whsec_", ran.Lines[^1], StringComparison.Ordinal);
        return ran.Lines[^1];
    }

    /// <summary>The id of the first message that was delivered there.</summary>
    private static async Task<string> Delivered(Terminal terminal, string endpoint)
    {
        Ran? ran = null;
        await Eventually.Holds(async () => (ran = (await terminal.Run($"webhooks deliveries list {endpoint} --status delivered --all")).Ended(0)).Lines.Length > 0);
        return System.Text.Json.JsonElement.Parse(ran!.Lines[0]).GetProperty("id").GetString()!;
    }
}
