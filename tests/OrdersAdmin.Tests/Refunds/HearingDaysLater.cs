using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>Refunds that fail, or are still under way, long after the provider took them.</summary>
public sealed class HearingDaysLater
{
    private const long Part = 2500;

    [Fact]
    public async Task A_refund_that_fails_on_day_nine_reopens_the_order_and_is_somebodys_task()
    {
        await using var till = await Till.Open();
        await till.Simulator.Control("fates", """{"after_seconds":3,"fails_later_seconds":777600}""");
        var order = await till.Order();
        var refund = await till.Approved(order, 10_000);
        await till.Send();
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));
        Assert.Equal((OrderStatus.Refunded, PaymentState.Refunded), ((await till.Shop.Read(order.Id)).Status, (await till.Shop.Read(order.Id)).PaymentStatus));

        await till.PassWorking(TimeSpan.FromDays(11), TimeSpan.FromHours(8));

        var after = await till.Shop.Read(order.Id);
        Assert.Equal((RefundState.Failed, PaymentState.Paid), (after.Refunds[0].State, after.PaymentStatus));
        Assert.NotEqual(OrderStatus.Refunded, after.Status);
        var row = Assert.Single(await till.Stuck());
        Assert.Equal((MoneyTaskKind.LateFailure, refund), (row.Kind, row.RefundId!.Value));
        Assert.Contains(StuckAct.Retry, row.AllowedActions);
        await till.Holds();

        var again = (await till.Refunds.Retry(till.Shop.Owner, refund)).OrThrow();
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));
        Assert.Equal(RefundState.Succeeded, (await till.Read(order, again.RefundId)).State);
        Assert.Empty(await till.Stuck());
        Assert.Equal("It has been repeated already.", Expect.Refused(await till.Refunds.Retry(till.Shop.Owner, refund)).Message);
        await till.Holds();
    }

    [Fact]
    public async Task Repeating_what_failed_late_puts_nothing_on_the_shelf_a_second_time()
    {
        await using var till = await Till.Open();
        (await till.Shop.Variants.TakeIn(till.Shop.Manager, till.Shop.Acme.Id, [new IntakeVariant("LAMP", "lamp", "Lamp", 3000, "EUR", 8)])).OrThrow();
        await till.Seed("pi_lamps", 9000, "EUR");
        var order = await till.Shop.Order(Given.Intake(Given.Line("Lamp", 3, 3000, "LAMP")) with
        {
            InventoryBehavior = InventoryBehavior.Deduct,
            Payments = [new("stripe", "pi_lamps", "Visa ••4242", Captured: 9000)],
        });
        await till.Simulator.Control("fates", """{"after_seconds":3,"fails_later_seconds":86400,"count":1}""");
        var refund = (await till.Refunds.Request(till.Shop.Owner, order.Id, new RequestRefund(RefundShop.Units(order, 2), RefundShop.Reason, Restock: true))).OrThrow().RefundId;
        await till.PassWorking(TimeSpan.FromDays(3), TimeSpan.FromHours(8));
        Assert.Equal(RefundState.Failed, (await till.Read(order, refund)).State);

        (await till.Refunds.Retry(till.Shop.Owner, refund)).OrThrow();
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        var now = await till.Shop.Read(order.Id);
        Assert.Equal((PaymentState.PartiallyRefunded, 2, 7), (now.PaymentStatus, now.Lines[0].Removed, now.Lines[0].OnHand));
        await till.Holds();
    }

    [Fact]
    public async Task Succeeded_refunds_are_read_for_35_days_and_then_no_more()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Approved(order, Part);
        await till.Send();

        await till.PassWorking(TimeSpan.FromDays(34), TimeSpan.FromDays(1));
        await till.PassWorking(TimeSpan.FromDays(3), TimeSpan.FromDays(1));

        Assert.Equal(0, await till.Poller.PollAll(CancellationToken.None));
        await till.Holds();
    }

    [Fact]
    public async Task What_pends_for_more_than_a_day_is_somebodys_task_until_it_is_paid_out()
    {
        await using var till = await Till.Open();
        await till.Simulator.Control("fates", """{"after_seconds":180000}""");
        var order = await till.Order();
        await till.Approved(order, Part);
        await till.Send();

        await till.PassWorking(TimeSpan.FromHours(36), TimeSpan.FromHours(2));
        Assert.Equal(MoneyTaskKind.PendingTooLong, Assert.Single(await till.Stuck()).Kind);
        await till.PassWorking(TimeSpan.FromHours(24), TimeSpan.FromHours(2));

        Assert.Empty(await till.Stuck());
        await till.Holds();
    }
}
