namespace OrdersAdmin.Tests.Cli;

[Collection(nameof(CommandLine))]
public sealed class ReadingArguments(CommandLine given)
{
    [Theory]
    [InlineData("orders list --created-after --json", "--created-after needs a value before --json.")]
    [InlineData("orders refund ord_1 --reason --amount 5", "--reason needs a value before --amount.")]
    [InlineData("orders get ''", "is no id")]
    [InlineData("orders get ..", "ORDER is no id: '..'")]
    [InlineData("orders fulfill ord_1 --carrier UPS --item li_1", "'li_1' is not LINE:QUANTITY")]
    [InlineData("orders fulfill ord_1 --carrier UPS --item li_1:0", "'li_1:0' is not LINE:QUANTITY")]
    [InlineData("orders fulfill ord_1 --carrier UPS --item :2", "':2' is not LINE:QUANTITY")]
    [InlineData("orders fulfill ord_1 --carrier UPS --idempotency-key --json", "--idempotency-key is one word")]
    [InlineData("orders exchange create ord_1 --item li_1:1 --item li_2:1 --item li_3:1 --new-variant-id var_1 --new-variant-id var_2 --reason x", "once for each of the 3 items")]
    [InlineData("orders update ord_1 --shipping-address Paris", "--shipping-address is no JSON: Paris")]
    public async Task Refuses_what_a_slip_in_a_script_would_say(string line, string words)
    {
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());

        Assert.Contains(words, (await terminal.Type("", [.. line.Split(' ').Select(word => word.Trim('\''))])).Ended(2).Words, StringComparison.Ordinal);
        Assert.Empty(wire.Keys);
    }

    [Fact]
    public async Task A_text_that_begins_with_an_at_sign_is_no_file()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        (await terminal.Type("", "orders", "update", order.Id.ToString(), "--note", "@omar: call first")).Ended(0);

        Assert.Equal("@omar: call first", (await given.Now(order)).Note);
    }

    [Fact]
    public async Task Changes_what_is_named_and_nothing_else()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        (await terminal.Run($"orders update {order.Id} --note first --tag vip --tag fragile")).Ended(0);
        (await terminal.Run($"orders update {order.Id} --tag \"\"")).Ended(0);

        var now = await given.Now(order);
        Assert.Equal(("first", 0), (now.Note, now.Tags.Count));
    }
}
