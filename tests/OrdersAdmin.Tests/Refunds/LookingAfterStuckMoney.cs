using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Refunds;

public sealed class LookingAfterStuckMoney
{
    private const string Silence = "drop_after";

    [Fact]
    public async Task Somebody_takes_it_writes_what_is_known_and_closes_it()
    {
        await using var till = await Till.Open();
        await till.Simulator.Refund(await till.Intent(await till.Order()), 4000);
        await till.Sweep.Run(CancellationToken.None);
        var row = Assert.Single(await till.Stuck());
        Assert.Equal([StuckAct.Assign, StuckAct.Note, StuckAct.Link], row.AllowedActions);

        (await till.Board.Assign(till.Shop.Support, row.TaskId, till.Shop.Support.StaffId, row.Version)).OrThrow();
        Expect.Stale(await till.Board.Note(till.Shop.Manager, row.TaskId, "Too late.", row.Version));
        (await till.Board.Note(till.Shop.Support, row.TaskId, " Asked the warehouse. ", row.Version + 1)).OrThrow();
        var known = Assert.Single(await till.Stuck());
        Expect.Forbidden(await till.Board.Close(till.Shop.Support, row.TaskId, "Done.", known.Version));
        Assert.Equal("note", Assert.Single(Expect.InvalidFields(await till.Board.Close(till.Shop.Manager, row.TaskId, " ", known.Version))));
        (await till.Board.Close(till.Shop.Manager, row.TaskId, "Agreed by phone.", known.Version)).OrThrow();

        Assert.Equal(("Sam Support", "Asked the warehouse."), (known.OwnerName, known.Note));
        Assert.Empty(await till.Stuck());
        Assert.Equal("Mia Manager has closed it, just now.", Expect.Refused(await till.Board.Note(till.Shop.Owner, row.TaskId, "x", known.Version)).Message);
        Assert.Contains((await till.Shop.Read(row.OrderId)).Timeline, entry => entry.Summary.EndsWith(": Agreed by phone.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_for_those_who_may_refund_on_their_own_sites()
    {
        await using var till = await Till.Open();
        await till.Simulator.Refund(await till.Intent(await till.Order()), 4000);
        await till.Sweep.Run(CancellationToken.None);
        var row = Assert.Single(await till.Stuck());

        Expect.Forbidden(await till.Board.List(till.Shop.Ana));
        Expect.NotFound(await till.Board.Note(till.Shop.Kenji, row.TaskId, "x", row.Version));
        Expect.NotFound(await till.Board.Note(till.Shop.Owner, Id<MoneyTask>.New(), "x", 1));
        Assert.Equal("Choose somebody who works on this site.", Expect.Invalid(await till.Board.Assign(till.Shop.Owner, row.TaskId, till.Shop.Kenji.StaffId, row.Version), "owner"));
    }

    [Fact]
    public async Task What_is_unclear_can_be_checked_now_and_closes_by_itself()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Fault(Silence, count: 3);
        var refund = await till.Approved(order, 2500);
        await till.Send();
        var row = Assert.Single(await till.Stuck());
        await till.Work();
        Assert.Equal(RefundState.Unknown, (await till.Read(order, refund)).State);

        Assert.Contains(RefundAct.CheckNow, (await till.Read(order, refund)).AllowedActions);
        Assert.Equal("It closes by itself once the payment provider has answered.", Expect.Refused(await till.Board.Close(till.Shop.Owner, row.TaskId, "Done.", row.Version)).Message);
        (await till.Refunds.Retry(till.Shop.Support, refund)).OrThrow();
        await till.Work();

        Assert.Contains(StuckAct.CheckNow, row.AllowedActions);
        Assert.Equal(RefundState.Pending, (await till.Read(order, refund)).State);
        Assert.Equal(1, await till.AtStripe(order));
        Assert.Empty(await till.Stuck());
    }

    [Fact]
    public async Task What_waits_for_the_customer_can_be_taken_back()
    {
        await using var till = await Till.Open();
        await till.Simulator.Control("fates", """{"start":"requires_action","end":null,"count":1}""");
        var order = await till.Order();
        var refund = await till.Approved(order, 2500);
        await till.Send();
        Assert.Equal(MoneyTaskKind.RequiresAction, Assert.Single(await till.Stuck()).Kind);
        Assert.Contains(RefundAct.Withdraw, (await till.Read(order, refund)).AllowedActions);

        Expect.Forbidden(await till.Shop.Withdrawal(till.Stripe).Withdraw(till.Shop.Ana, refund));
        (await till.Shop.Withdrawal(till.Stripe).Withdraw(till.Shop.Support, refund)).OrThrow();

        Assert.Equal(RefundState.Canceled, (await till.Read(order, refund)).State);
        Assert.Equal(10_000, (await till.Shop.Quote(order, RefundShop.Amount(1))).MostRefundable.Minor);
        Assert.Contains((await till.Shop.Read(order.Id)).Timeline, entry => entry.ActorName == "Sam Support" && entry.Summary == "asked the payment provider to take back the refund of €25.00");
        Assert.Equal("Already cancelled, just now.", Expect.Refused(await till.Shop.Withdrawal(till.Stripe).Withdraw(till.Shop.Support, refund)).Message);
        await till.Holds();
    }

    [Fact]
    public async Task What_pends_is_read_at_once_when_somebody_asks()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        var refund = await till.Approved(order, 2500);
        await till.Send();
        await till.Pass(TimeSpan.FromSeconds(5));
        await till.Work();
        Assert.Equal(RefundState.Pending, (await till.Read(order, refund)).State);

        (await till.Refunds.Retry(till.Shop.Support, refund)).OrThrow();
        await till.Work();

        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        Assert.DoesNotContain(RefundAct.CheckNow, (await till.Read(order, refund)).AllowedActions);
    }
}
