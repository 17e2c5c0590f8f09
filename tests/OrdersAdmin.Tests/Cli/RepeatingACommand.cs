namespace OrdersAdmin.Tests.Cli;

[Collection(nameof(CommandLine))]
public sealed class RepeatingACommand(CommandLine given)
{
    [Fact]
    public async Task An_answer_that_got_lost_is_asked_for_again_and_nothing_is_done_twice()
    {
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        var order = await given.Order();
        wire.LoseAnswer();
        wire.LoseAnswer();

        var ran = (await terminal.Run($"orders refund {order.Id} --reason Goodwill --amount 500 --json")).Ended(0);

        Assert.Equal(500, ran.Json.GetProperty("amount").GetInt64());
        Assert.Single((await given.Now(order)).Refunds);
        Assert.Equal(2, terminal.Pauses.Count);
        Assert.Single(wire.Keys.Distinct());
        Assert.NotEqual("", wire.Keys.First());
    }

    [Fact]
    public async Task When_it_gives_up_it_prints_the_key_with_which_the_command_is_safe()
    {
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        var order = await given.Order();
        foreach (var _ in Enumerable.Range(0, 4))
            wire.LoseAnswer();
        var line = $"orders fulfill {order.Id} --carrier DHL --tracking 1";

        var lost = (await terminal.Run(line)).Ended(8);
        var key = lost.Words[lost.Words.IndexOf("--idempotency-key", StringComparison.Ordinal)..].Trim();
        (await terminal.Run($"{line} {key}")).Ended(0);

        Assert.Single((await given.Now(order)).Fulfillments);
        Assert.Equal(5, wire.Keys.Count);
        Assert.Single(wire.Keys.Distinct());
    }

    [Fact]
    public async Task It_waits_as_long_as_the_shop_asks_and_not_for_ever()
    {
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        var line = $"orders get {(await given.Order()).Id}";
        wire.Answer(503, """{"detail":"The shop is very busy."}""", ("Retry-After", "7"));
        wire.Answer(429, """{"detail":"Too much."}""", ("Retry-After", "2"));

        var patient = (await terminal.Run(line)).Ended(0);
        wire.Answer(429, """{"detail":"Come back tomorrow.","code":"rate_limited"}""", ("Retry-After", "86400"));
        var refused = (await terminal.Run(line)).Ended(7);

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(2)], terminal.Pauses);
        Assert.Equal("The shop is very busy. Trying again in 7 s.\nToo much. Trying again in 2 s.\n", patient.Words.ReplaceLineEndings("\n"));
        Assert.Equal("Come back tomorrow. (429 rate_limited)\n", refused.Words.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_was_refused_is_not_asked_again()
    {
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        var order = await given.Shipped();

        var refused = (await terminal.Run($"orders fulfill {order.Id} --carrier DHL --tracking 1 --idempotency-key mine")).Ended(6);

        Assert.Equal(["mine"], wire.Keys);
        Assert.Contains("Idempotency-Key: mine", refused.Words, StringComparison.Ordinal);
    }
}
