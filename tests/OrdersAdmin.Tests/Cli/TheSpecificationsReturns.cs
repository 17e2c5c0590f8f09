using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Cli.TheSpecificationsLines;

namespace OrdersAdmin.Tests.Cli;

/// <summary>The specification's lines about goods that come back.</summary>
[Collection(nameof(CommandLine))]
public sealed class TheSpecificationsReturns(CommandLine given)
{
    private const string Create = "aly-store-cli orders return create ord_72...4b --item li_1:1 --reason \"Wrong size\" --json";

    [Fact]
    public async Task A_return_is_asked_for_approved_with_an_RMA_and_received()
    {
        using var terminal = given.Terminal();
        var order = await given.Shipped();

        var back = (await terminal.Run(Ours(Create, order))).Ended(0).Json.GetProperty("id").GetString()!;
        var asked = Assert.Single((await given.Now(order)).Returns);
        (await terminal.Run(Ours("aly-store-cli orders return approve ord_72...4b ret_8c...", order, back))).Ended(0);
        var approved = (await given.Now(order)).Returns[0];
        (await terminal.Run(Ours("aly-store-cli orders return receive ord_72...4b ret_8c...", order, back))).Ended(0);

        Assert.Equal((back, "Wrong size", null), (asked.Id.ToString(), asked.Reason, asked.Rma));
        Assert.StartsWith("RMA-", approved.Rma, StringComparison.Ordinal);
        Assert.Equal(0, (await given.Now(order)).Returns[0].Items[0].Outstanding);
        Assert.Equal(1, (await given.Now(order)).Items[0].Returned);
        Assert.Contains($"{back}\t{approved.Rma}\t", (await terminal.Run($"orders return list --q {approved.Rma}")).Ended(0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_is_rejected()
    {
        using var terminal = given.Terminal();
        var order = await given.Shipped();
        var back = (await terminal.Run(Ours(Create, order))).Ended(0).Json.GetProperty("id").GetString()!;

        (await terminal.Run(Ours("aly-store-cli orders return reject ord_72...4b ret_8c... --reason \"Outside window\"", order, back))).Ended(0);
        (await terminal.Run(Ours("aly-store-cli orders return receive ord_72...4b ret_8c...", order, back))).Ended(6);

        var rejected = (await given.Now(order)).Returns[0];
        Assert.Equal(("Outside window", ReturnStatus.Rejected), (rejected.RejectReason, rejected.Status));
    }

    [Fact]
    public async Task An_exchange_takes_goods_back_and_sends_the_variant_that_it_names()
    {
        using var terminal = given.Terminal();
        var order = await given.Shipped();

        var exchange = (await terminal.Run(Ours("aly-store-cli orders exchange create ord_72...4b --item li_1:1 --new-variant-id var_2 --reason \"Wrong color\" --json", order)
            .Replace("var_2", given.Shop.BlueMug.ToString(), StringComparison.Ordinal))).Ended(0).Json.GetProperty("id").GetString()!;
        (await terminal.Run($"orders exchange approve {order.Id} {exchange}")).Ended(0);
        (await terminal.Run($"orders exchange receive {order.Id} {exchange}")).Ended(0);

        var made = Assert.Single((await given.Now(order)).Exchanges);
        Assert.Equal(("Wrong color", "MUG-BLUE"), (made.Reason, made.Items[0].NewSku));
        Assert.Equal(1, (await given.Now(order)).Items[0].Returned);
        (await terminal.Run($"orders exchange reject {order.Id} {exchange} --reason late")).Ended(6);
    }
}
