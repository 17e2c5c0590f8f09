using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>Somebody refunds in Stripe's dashboard while we are at it.</summary>
public sealed class RefundingElsewhere
{
    [Fact]
    public async Task A_dashboard_refund_takes_from_what_is_left_and_has_to_be_linked()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Simulator.Refund(await till.Intent(order), 4000);
        await till.Sweep.Run(CancellationToken.None);

        Assert.Equal(6000, (await till.Shop.Quote(order, RefundShop.Amount(1))).MostRefundable.Minor);
        Assert.True((await till.Shop.Read(order.Id)).RefundPending);
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));
        Assert.Equal(PaymentState.PartiallyRefunded, (await till.Shop.Read(order.Id)).PaymentStatus);

        var row = Assert.Single(await till.Stuck());
        Assert.Equal((MoneyTaskKind.DashboardRefund, "€40.00"), (row.Kind, row.Amount.ToString()));
        (await till.Board.Close(till.Shop.Owner, row.TaskId, "Agreed by phone.", row.Version)).OrThrow();
        Assert.Empty(await till.Stuck());
        await till.Holds();
    }

    [Fact]
    public async Task One_made_while_ours_waits_for_approval_stops_the_approval()
    {
        await using var till = await Till.Open();
        var order = await till.Order(200_000);
        var asked = (await till.Refunds.Request(till.Shop.Support, order.Id, new RequestRefund(RefundShop.Amount(150_000), RefundShop.Reason))).OrThrow();
        await till.Simulator.Refund(await till.Intent(order), 80_000);
        await till.Sweep.Run(CancellationToken.None);

        var refused = await till.Refunds.Approve(till.Shop.Owner, asked.RefundId, 1);
        Assert.Contains("less is left", Expect.Refused(refused).Message, StringComparison.Ordinal);
        (await till.Refunds.Edit(till.Shop.Support, asked.RefundId, new EditRefund(RefundShop.Amount(120_000), RefundShop.Reason, null, Restock: false, Notify: false, ExpectedRevision: 1))).OrThrow();
        (await till.Refunds.Approve(till.Shop.Owner, asked.RefundId, 2)).OrThrow();
        await till.PassWorking(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));

        Assert.Equal(120_000, Assert.Single(await till.RefundsAtStripe(order), peer => peer.OurId is not null).Amount);
        Assert.Equal(OrderStatus.Refunded, (await till.Shop.Read(order.Id)).Status);
        await till.Holds();
    }

    [Fact]
    public async Task One_made_after_the_approval_brings_ours_back_for_another_look()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        var refund = await till.Approved(order, 8000);
        await till.Simulator.Refund(await till.Intent(order), 4000);
        await till.Sweep.Run(CancellationToken.None);

        await till.Send();

        Assert.Equal(RefundState.AwaitingApproval, (await till.Read(order, refund)).State);
        Assert.Equal(1, await till.AtStripe(order));
        await till.Holds();
    }

    [Fact]
    public async Task One_that_we_did_not_hear_of_makes_Stripe_refuse_ours_and_both_are_right_afterwards()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Simulator.Refund(await till.Intent(order), 4000);
        var refund = await till.Approved(order, 8000);

        await till.Send();

        Assert.Equal(RefundState.Rejected, (await till.Read(order, refund)).State);
        Assert.Equal(6000, (await till.Shop.Quote(order, RefundShop.Amount(1))).MostRefundable.Minor);
        Assert.Equal([MoneyTaskKind.Failed, MoneyTaskKind.DashboardRefund], (await till.Stuck()).Select(row => row.Kind).Order());
        await till.Holds();
    }

    [Fact]
    public async Task A_dashboard_refund_that_fails_gives_the_money_back()
    {
        await using var till = await Till.Open();
        await till.Simulator.Control("fates", """{"after_seconds":3,"fails_later_seconds":3600}""");
        var order = await till.Order();
        await till.Simulator.Refund(await till.Intent(order), 4000);
        await till.Sweep.Run(CancellationToken.None);
        await till.PassWorking(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        Assert.Equal(PaymentState.PartiallyRefunded, (await till.Shop.Read(order.Id)).PaymentStatus);

        await till.PassWorking(TimeSpan.FromDays(2), TimeSpan.FromHours(6));

        Assert.Equal(PaymentState.Paid, (await till.Shop.Read(order.Id)).PaymentStatus);
        await till.Holds();
    }

    [Fact]
    public async Task A_second_one_that_carries_our_id_is_an_alarm_and_still_in_the_books()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        var refund = await till.Approved(order, 2500);
        await till.Send();
        await till.Simulator.Refund(await till.Intent(order), 2500, also: $"&metadata[refund_id]={refund}");

        await till.Sweep.Run(CancellationToken.None);

        Assert.Equal(MoneyTaskKind.Contradiction, Assert.Single(await till.Stuck()).Kind);
        Assert.Equal(5000, (await till.Shop.Quote(order, RefundShop.Amount(1))).MostRefundable.Minor);
        Assert.Equal(["I2"], (await new LedgerCheck(till.Shop.Database, till.Stripe, till.Shop.Clock).Run(againstPeer: true)).Select(finding => finding.Invariant));
    }

    [Theory]
    [InlineData("JPY", 1234, 1234)]
    [InlineData("ISK", 1234, 123_400)]
    [InlineData("KWD", 1230, 1230)]
    public async Task Each_currency_arrives_as_Stripe_counts_it(string currency, long amount, long atStripe)
    {
        await using var till = await Till.Open();
        var order = await till.Order(10_000, currency);
        var refund = (await till.Refunds.Request(till.Shop.Support, order.Id, new RequestRefund(RefundShop.Amount(amount), RefundShop.Reason))).OrThrow().RefundId;
        (await till.Refunds.Approve(till.Shop.Owner, refund, 1)).OrThrow();
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        Assert.Equal(atStripe, Assert.Single(await till.RefundsAtStripe(order)).Amount);
        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        await till.Holds();
    }

    [Fact]
    public async Task A_hundred_split_over_three_payments_are_three_refunds_and_one_decision()
    {
        await using var till = await Till.Open();
        var order = await till.Order(0, "EUR", 3333, 3333, 3334);

        var made = (await till.Refunds.Request(till.Shop.Support, order.Id, new RequestRefund(new RefundChoice { Amount = 10_000 }, RefundShop.Reason))).OrThrow();
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        Assert.Equal(10_000, made.Amount.Minor);
        Assert.Equal([3333, 3333, 3334], (await till.RefundsAtStripe(order)).Select(peer => peer.Amount).Order());
        Assert.Equal(OrderStatus.Refunded, (await till.Shop.Read(order.Id)).Status);
        await till.Holds();
    }

    [Fact]
    public async Task Fifty_staff_at_once_refund_no_more_than_was_captured_at_Stripe_either()
    {
        await using var till = await Till.Open();
        var order = await till.Order();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => till.Refunds.Request(till.Shop.Owner, order.Id, new RequestRefund(RefundShop.Amount(300), RefundShop.Reason))));
        await till.PassWorking(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));

        Assert.Equal(33 * 300, (await till.RefundsAtStripe(order)).Sum(peer => peer.Amount));
        await till.Holds();
    }
}
