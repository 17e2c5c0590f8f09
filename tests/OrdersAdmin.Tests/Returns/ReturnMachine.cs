using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class ReturnMachine
{
    public static MatrixTheoryData<ReturnStatus, ReturnAction> EveryPair => new(Enum.GetValues<ReturnStatus>(), Enum.GetValues<ReturnAction>());

    public static TheoryData<ReturnStatus, ReturnAction, ReturnStatus> EveryRow => [.. ReturnTransitions.Table.Select(row => (row.From, row.Action, row.To))];

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Does_in_every_state_what_the_table_says_and_refuses_the_rest_without_a_trace(ReturnStatus status, ReturnAction action)
    {
        await using var shop = await Shop();
        var back = await InState(shop, status, action);
        var (before, events) = (shop.AllRows(), (await shop.EventsOf(back.OrderId)).Count);
        Assert.Equal(status, back.Status);

        var result = await Do(shop, back, action, units: 1);

        if (!ReturnTransitions.Table.Permits(status, action))
        {
            Expect.Refused(result);
            Assert.Equal(before, shop.AllRows());
            return;
        }
        var after = await shop.Read(back.Id);
        Assert.True(ReturnTransitions.Table.Permits(status, action, after.Status), $"{status} {action} led to {after.Status}.");
        Assert.Equal((back.Version + 1, after.Status, events + 1), (result.OrThrow().Version, result.OrThrow().Status, (await shop.EventsOf(back.OrderId)).Count));
    }

    [Theory]
    [MemberData(nameof(EveryRow))]
    public async Task Takes_every_row_of_the_table(ReturnStatus from, ReturnAction action, ReturnStatus to)
    {
        await using var shop = await Shop();
        var back = await InState(shop, from, action);

        (await Do(shop, back, action, units: action == ReturnAction.Receive && to == ReturnStatus.Received ? back.Lines[0].Outstanding : 1)).OrThrow();

        Assert.Equal((from, to), (back.Status, (await shop.Read(back.Id)).Status));
    }

    [Fact]
    public async Task Offers_the_acts_that_the_table_and_the_readers_role_allow()
    {
        await using var shop = await Shop();
        var back = await InState(shop, ReturnStatus.Requested);
        var warehouse = (await shop.ReturnQueries().Get(shop.Ana, back.Id)).OrThrow();
        var arrived = await shop.Receive(await InState(shop, ReturnStatus.Approved));

        Assert.Equal([ReturnAct.Approve, ReturnAct.Reject, ReturnAct.Cancel], back.AllowedActions);
        Assert.Empty(warehouse.AllowedActions);
        Assert.Equal([ReturnAct.Inspect, ReturnAct.AddPhoto], (await shop.ReturnQueries().Get(shop.Ana, arrived.Id)).OrThrow().AllowedActions);
    }

    /// <summary>A return of three mugs. What has come waits for an inspection, unless it is to be closed.</summary>
    private static async Task<ReturnView> InState(Shop shop, ReturnStatus status, ReturnAction? next = null)
    {
        var order = await shop.Shipped(Line("Mug", 3));
        var back = status == ReturnStatus.Requested || status is ReturnStatus.Rejected ? await shop.Announced(order, 3) : await shop.Approved(order, 3);
        switch (status)
        {
            case ReturnStatus.PartiallyReceived or ReturnStatus.Received:
                back = status == ReturnStatus.Received ? await shop.Receive(back) : await shop.Receive(back, 1);
                return next == ReturnAction.Close ? await shop.Inspect(back, Disposition.Discard, back.Lines[0].ToInspect) : back;
            case ReturnStatus.Closed:
                back = await shop.Inspect(await shop.Receive(back), Disposition.Discard, 3);
                (await shop.Returns().Close(shop.Support, back.Id, back.Version)).OrThrow();
                break;
            case ReturnStatus.Rejected:
                (await shop.Returns().Reject(shop.Support, back.Id, new RejectReturn("Worn"))).OrThrow();
                break;
            case ReturnStatus.Cancelled:
                (await shop.Returns().Cancel(shop.Support, back.Id, back.Version)).OrThrow();
                break;
        }
        return await shop.Read(back.Id);
    }

    private static Task<Result<ReturnChanged>> Do(Shop shop, ReturnView back, ReturnAction action, int units) => action switch
    {
        ReturnAction.Approve => shop.Returns().Approve(shop.Support, back.Id, new ApproveReturn(ExpectedVersion: back.Version)),
        ReturnAction.Reject => shop.Returns().Reject(shop.Support, back.Id, new RejectReturn("Worn", ExpectedVersion: back.Version)),
        ReturnAction.Cancel => shop.Returns().Cancel(shop.Support, back.Id, back.Version),
        ReturnAction.Receive => shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn(ReturnShop.Items(back, units), ExpectedVersion: back.Version)),
        ReturnAction.Inspect => shop.Returns().Inspect(shop.Ana, back.Id, ReturnShop.Decide(back, Disposition.Restock, units) with { ExpectedVersion = back.Version }),
        _ => shop.Returns().Close(shop.Support, back.Id, back.Version),
    };
}
