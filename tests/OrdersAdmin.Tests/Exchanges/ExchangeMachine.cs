using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Exchanges;

public sealed class ExchangeMachine
{
    public static MatrixTheoryData<ExchangeStatus, ExchangeAction> EveryPair => new(Enum.GetValues<ExchangeStatus>(), Enum.GetValues<ExchangeAction>());

    public static TheoryData<ExchangeStatus, ExchangeAction, ExchangeStatus> EveryRow => [.. ExchangeTransitions.Table.Select(row => (row.From, row.Action, row.To))];

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Does_in_every_state_what_the_table_says_and_refuses_the_rest_without_a_trace(ExchangeStatus status, ExchangeAction action)
    {
        await using var shop = await Shop();
        var exchange = await InState(shop, status, action);
        var before = shop.AllRows();
        Assert.Equal(status, exchange.Status);

        var problem = await Do(shop, exchange, action);

        if (!ExchangeTransitions.Table.Permits(status, action))
        {
            Assert.NotNull(problem);
            Assert.Equal(before, shop.AllRows());
            return;
        }
        Assert.Null(problem);
        var after = await shop.Read(exchange.Id);
        Assert.True(ExchangeTransitions.Table.Permits(status, action, after.Status), $"{status} {action} led to {after.Status}.");
        Assert.True(after.Version > exchange.Version);
    }

    [Theory]
    [MemberData(nameof(EveryRow))]
    public async Task Takes_every_row_of_the_table(ExchangeStatus from, ExchangeAction action, ExchangeStatus to)
    {
        await using var shop = await Shop();
        var exchange = await InState(shop, from, action, last: to == ExchangeStatus.Completed);

        Assert.Null(await Do(shop, exchange, action));

        Assert.Equal((from, to), (exchange.Status, (await shop.Read(exchange.Id)).Status));
    }

    /// <summary>A mug for a jug: for a dearer one where the difference is to be settled, for a cheaper one where that is the last that is missing.</summary>
    /// <param name="last">Everything else that completes it is done.</param>
    private static async Task<ExchangeView> InState(Shop shop, ExchangeStatus status, ExchangeAction action, bool last = false)
    {
        await shop.Variant("MUG");
        var jug = await shop.Variant("JUG", price: action != ExchangeAction.Settle ? 1000 : last || status == ExchangeStatus.Completed ? 400 : 1500);
        var order = await shop.Shipped(Line("Mug", 2, sku: "MUG"));
        if (status is ExchangeStatus.Requested or ExchangeStatus.Rejected)
        {
            var asked = await shop.Asked(order, jug);
            if (status == ExchangeStatus.Rejected)
                (await shop.Exchanges().Reject(shop.Support, asked.Id, new RejectExchange("Worn"))).OrThrow();
            return await shop.Read(asked.Id);
        }
        var exchange = await shop.ApprovedExchange(order, jug);
        if (status == ExchangeStatus.Cancelled)
            (await shop.Exchanges().Cancel(shop.Support, exchange.Id, exchange.Version)).OrThrow();
        if (status == ExchangeStatus.Completed || (last && action != ExchangeAction.Receive))
            exchange = await shop.GoodsArrive(exchange);
        if (status == ExchangeStatus.Completed && action == ExchangeAction.Settle)
            await DeclinedRefund(shop, exchange);
        if (status == ExchangeStatus.Completed || (last && action is (ExchangeAction.Receive or ExchangeAction.Settle)) || action == ExchangeAction.Unship)
            exchange = status == ExchangeStatus.Cancelled ? exchange : await shop.ShipReplacement(exchange);
        return await shop.Read(exchange.Id);
    }

    private static async Task DeclinedRefund(Shop shop, ExchangeView exchange)
    {
        (await shop.Exchanges().RefundDifference(shop.Owner, exchange.Id, null)).OrThrow();
        var refund = (await shop.Read(exchange.Id)).RefundId!.Value;
        (await shop.Refunds().Cancel(shop.Owner, refund)).OrThrow();
    }

    private static async Task<Problem?> Do(Shop shop, ExchangeView exchange, ExchangeAction action) => action switch
    {
        ExchangeAction.Approve => (await shop.Exchanges().Approve(shop.Support, exchange.Id, new ApproveExchange(ExpectedVersion: exchange.Version))).Problem,
        ExchangeAction.Reject => (await shop.Exchanges().Reject(shop.Support, exchange.Id, new RejectExchange("Worn", ExpectedVersion: exchange.Version))).Problem,
        ExchangeAction.Cancel => (await shop.Exchanges().Cancel(shop.Support, exchange.Id, exchange.Version)).Problem,
        ExchangeAction.Receive => (await shop.Exchanges().Receive(shop.Ana, exchange.Id, new ReceiveReturn())).Problem,
        ExchangeAction.Settle when exchange.Difference.Minor < 0 => (await shop.Exchanges().RefundDifference(shop.Owner, exchange.Id, exchange.Version)).Problem,
        ExchangeAction.Settle => (await shop.Exchanges().WaiveDifference(shop.Manager, exchange.Id, "Our mistake", exchange.Version)).Problem,
        ExchangeAction.Ship => (await shop.Fulfillments.Fulfill(shop.Ana, exchange.OrderId, new("DHL"))).Problem,
        _ => (await shop.Fulfillments.Cancel(shop.Ana, exchange.OrderId, (await shop.Read(exchange.OrderId)).Fulfillments.ElementAtOrDefault(1)?.Id ?? default, null)).Problem,
    };
}
