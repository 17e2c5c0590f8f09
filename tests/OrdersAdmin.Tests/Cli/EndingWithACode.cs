using OrdersAdmin.Tests.Web.Api;

namespace OrdersAdmin.Tests.Cli;

[Collection(nameof(CommandLine))]
public sealed class EndingWithACode(CommandLine given)
{
    private const string Ship = "--carrier DHL --tracking 1";

    [Fact]
    public async Task Zero_when_it_is_done()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        var ran = (await terminal.Run($"orders fulfill {order.Id} {Ship}")).Ended(0);

        Assert.Equal("", ran.Words);
        Assert.Equal("fulfilled", (await terminal.Run($"orders get {order.Id} --json")).Ended(0).Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(302)]
    [InlineData(500)]
    public async Task One_when_something_else_is_wrong(int status)
    {
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        wire.Answer(status, "<h1>?</h1>", ("Location", "https://elsewhere.example/"));

        var ran = (await terminal.Run("orders list")).Ended(1);

        Assert.StartsWith($"The shop answered {status} without saying why.", ran.Words, StringComparison.Ordinal);
        Assert.Single(wire.Keys);
    }

    [Theory]
    [InlineData("orders fulfill ord_1", "Option '--carrier' is required.")]
    [InlineData("orders fulfil ord_1", "Unrecognized command or argument 'fulfil'")]
    [InlineData("orders list --limit many", "--limit")]
    [InlineData("orders list --limit 251", "limit: 'limit' must be a whole number from 1 to 250.")]
    [InlineData("orders list --status lost", "status: 'status' must be one of")]
    [InlineData("orders import no-such-file.json", "There is no file no-such-file.json.")]
    public async Task Two_when_the_arguments_are_wrong_here_or_for_the_shop(string line, string words)
    {
        using var terminal = given.Terminal();

        Assert.Contains(words, (await terminal.Run(line)).Ended(2).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_when_nobody_said_which_shop()
    {
        using var terminal = new Terminal();

        Assert.Contains("ORDERS_ADMIN_URL", (await terminal.Run("orders list")).Ended(2).Words, StringComparison.Ordinal);
        Assert.Contains("no address", (await terminal.With("ORDERS_ADMIN_URL", "shop.example").Run("orders list")).Ended(2).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_without_a_token_or_with_one_that_the_shop_does_not_know()
    {
        using var terminal = new Terminal(("ORDERS_ADMIN_URL", given.Address.ToString()));

        Assert.Contains("There is no token", (await terminal.Run("orders list")).Ended(3).Words, StringComparison.Ordinal);
        Assert.Contains("one word", (await terminal.With("ORDERS_ADMIN_TOKEN", "two words").Run("orders list")).Ended(3).Words, StringComparison.Ordinal);
        Assert.Contains("(401 unauthenticated)", (await terminal.With("ORDERS_ADMIN_TOKEN", "aly_unknown").Run("orders list")).Ended(3).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_when_the_token_may_only_read()
    {
        using var terminal = given.Terminal().With("ORDERS_ADMIN_TOKEN", given.Shop.Reader);
        var order = await given.Order();

        (await terminal.Run($"orders get {order.Id}")).Ended(0);
        Assert.Contains("(403 insufficient_scope)", (await terminal.Run($"orders fulfill {order.Id} {Ship}")).Ended(4).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_for_what_is_not_there_and_for_what_is_of_another_site()
    {
        using var terminal = given.Terminal().With("ORDERS_ADMIN_TOKEN", given.Shop.Foreign);
        var order = await given.Order();

        var foreign = (await terminal.Run($"orders get {order.Id}")).Ended(5);
        var unknown = (await terminal.Run("orders get ord_72...4b")).Ended(5);

        Assert.Equal(unknown.Words, foreign.Words);
    }

    [Fact]
    public async Task Six_when_the_order_does_not_permit_it_has_changed_or_has_not_so_much()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        var tooMany = (await terminal.Run($"orders fulfill {order.Id} {Ship} --item {order.Items[0].Id}:3")).Ended(6);
        var stale = (await terminal.Run($"orders fulfill {order.Id} {Ship} --if-version 7")).Ended(6);
        (await terminal.Run($"orders fulfill {order.Id} {Ship} --if-version 1")).Ended(0);
        var late = (await terminal.Run($"orders fulfill {order.Id} {Ship}")).Ended(6);

        Assert.Contains("(422 refused)", tooMany.Words, StringComparison.Ordinal);
        Assert.Contains("(412 stale)", stale.Words, StringComparison.Ordinal);
        Assert.Contains("(409 state)", late.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seven_when_it_was_too_much_also_after_waiting()
    {
        await using var shop = await ApiShop.Listening(("OrdersAdmin:Api:RequestsPerMinute", "1"));
        using var terminal = new Terminal(("ORDERS_ADMIN_URL", shop.Factory.Address!.ToString()), ("ORDERS_ADMIN_TOKEN", shop.Writer));
        (await terminal.Run("orders list")).Ended(0);

        var ran = (await terminal.Run("orders list")).Ended(7);

        Assert.Contains("(429 rate_limited)", ran.Words, StringComparison.Ordinal);
        Assert.Equal(3, terminal.Pauses.Count);
        Assert.All(terminal.Pauses, pause => Assert.InRange(pause.TotalSeconds, 1, 60));
    }

    [Fact]
    public async Task Eight_when_nobody_is_there()
    {
        var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        await wire.DisposeAsync();

        var ran = (await terminal.Run("orders list")).Ended(8);

        Assert.Contains("was not reached", ran.Words, StringComparison.Ordinal);
        Assert.Equal(3, terminal.Pauses.Count);
    }
}
