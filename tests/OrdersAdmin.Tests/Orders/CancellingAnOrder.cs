using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Tests.Refunds;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class CancellingAnOrder
{
    private static readonly CancelOrder Cancelled = new("Out of stock");

    [Fact]
    public async Task Gives_back_money_and_stock_and_tells_the_customer_in_one_change()
    {
        await using var till = await Till.Open();
        (await till.Shop.Variants.TakeIn(till.Shop.Manager, till.Shop.Acme.Id, [new IntakeVariant("LAMP", "lamp", "Lamp", 100, "EUR", 8)])).OrThrow();
        await till.Seed("pi_lamps", 9000, "EUR");
        var order = await till.Shop.Order(Intake(Line("Lamp", 3, 3000, "LAMP")) with
        {
            InventoryBehavior = InventoryBehavior.Deduct,
            Payments = [new("stripe", "pi_lamps", "Visa ••4242", Captured: 9000)],
        });

        var quote = (await till.Cancellation.Quote(till.Shop.Support, order.Id)).OrThrow();
        (await till.Cancellation.Cancel(till.Shop.Support, order.Id, Cancelled with { ExpectedVersion = order.Version })).OrThrow();

        var now = await till.Shop.Read(order.Id);
        Assert.Equal("Cancel order and refund €90.00 to Visa ••4242", quote.Button);
        Assert.Equal($"Cancels order #{order.Number} for good: 3 items will not ship; refunds €90.00 to Visa ••4242.", quote.Effect);
        Assert.Equal((OrderStatus.Cancelled, FulfillmentState.Unfulfilled, PaymentState.Paid, true), (now.Status, now.FulfillmentStatus, now.PaymentStatus, now.RefundPending));
        Assert.Equal((3, 8, 0), (now.Lines[0].Removed, now.Lines[0].OnHand, now.UnitsLeft));
        Assert.Equal(
            ["requested a refund of €90.00 to Visa ••4242: Out of stock", "cancelled the order and put 3 items back on the shelf and told the customer: Out of stock"],
            now.Timeline.Take(2).Select(entry => entry.Summary));
        Assert.Contains("order.cancelled", (await till.Shop.EventsOf(order.Id)).Select(each => each.Type));
        Assert.Contains("You get back €90.00 to Visa ••4242.", Assert.Single(await till.Shop.Mails()).Body, StringComparison.Ordinal);
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        now = await till.Shop.Read(order.Id);
        Assert.Equal((OrderStatus.Cancelled, PaymentState.Refunded, 8), (now.Status, now.PaymentStatus, now.Lines[0].OnHand));
        Assert.Equal(2, (await till.Shop.Mails()).Count);
        Assert.Empty(await till.Stuck());
        await till.Holds();
    }

    [Fact]
    public async Task Puts_back_no_more_than_the_order_took()
    {
        await using var shop = await Shop();
        (await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [new IntakeVariant("LAMP", "lamp", "Lamp", 1000, "EUR", 8)])).OrThrow();
        var untouched = await shop.Order(Line("Lamp", 3, 1000, "LAMP"));
        var taken = await shop.Order(Intake(Line("Lamp", 2, 1000, "LAMP"), Line("Lamp, signed", 1, 1000, "LAMP")) with { InventoryBehavior = InventoryBehavior.Deduct });
        Assert.Equal(5, (await shop.Read(taken.Id)).Lines[0].OnHand);

        foreach (var order in new[] { untouched, taken })
            (await shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled)).OrThrow();

        Assert.Equal(8, (await shop.Read(taken.Id)).Lines[0].OnHand);
        Assert.DoesNotContain("shelf", (await shop.Read(untouched.Id)).Timeline[0].Summary, StringComparison.Ordinal);
        Assert.Contains("put 3 items back on the shelf", (await shop.Read(taken.Id)).Timeline[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Above_the_limit_the_money_waits_for_a_second_person_and_the_cancellation_does_not()
    {
        await using var till = await Till.Open();
        var order = await till.Order(20_000);

        var quote = (await till.Cancellation.Quote(till.Shop.Support, order.Id)).OrThrow();
        (await till.Cancellation.Cancel(till.Shop.Support, order.Id, Cancelled)).OrThrow();

        var refund = Assert.Single((await till.Shop.Read(order.Id)).Refunds);
        Assert.Equal("Cancel order and ask to refund €200.00", quote.Button);
        Assert.Equal((OrderStatus.Cancelled, RefundState.AwaitingApproval), ((await till.Shop.Read(order.Id)).Status, refund.State));
        Assert.Empty(await till.Stuck());
        (await till.Refunds.Decline(till.Shop.Manager, refund.Id, 1, "Store credit was agreed.")).OrThrow();

        var row = Assert.Single(await till.Stuck());
        Assert.Equal(
            (MoneyTaskKind.CancelledButPaid, "The order is cancelled, and €200.00 of it is still paid. Mia Manager declined the refund of €200.00 to Visa ••1001: Store credit was agreed."),
            (row.Kind, row.Sentence));
        await till.Holds();
    }

    [Fact]
    public async Task A_refund_that_fails_leaves_it_cancelled_and_paid_and_somebody_is_told_until_it_is_repeated()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Simulator.Control("fates", """{"after_seconds":3,"end":"failed","failure_reason":"expired_or_canceled_card","count":1}""");
        (await till.Cancellation.Cancel(till.Shop.Owner, order.Id, Cancelled)).OrThrow();

        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        var now = await till.Shop.Read(order.Id);
        var row = Assert.Single(await till.Stuck());
        Assert.Equal((OrderStatus.Cancelled, PaymentState.Paid), (now.Status, now.PaymentStatus));
        Assert.Equal(
            (MoneyTaskKind.CancelledButPaid, "The order is cancelled, and €100.00 of it is still paid. Failed: the card has expired or was closed. The customer does not have the money."),
            (row.Kind, row.Sentence));
        Assert.Contains(StuckAct.Retry, row.AllowedActions);
        (await till.Refunds.Retry(till.Shop.Owner, row.RefundId!.Value)).OrThrow();
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        Assert.Equal((OrderStatus.Cancelled, PaymentState.Refunded), ((await till.Shop.Read(order.Id)).Status, (await till.Shop.Read(order.Id)).PaymentStatus));
        Assert.Empty(await till.Stuck());
        await till.Holds();
    }

    [Fact]
    public async Task What_was_paid_otherwise_or_only_promised_becomes_a_task()
    {
        await using var shop = await Shop();
        var paypal = await shop.Order(Intake(Line("Mug", 1)) with { Payments = [new("paypal", null, "PayPal", Captured: 1000)] });
        var promised = await shop.Order(Intake(Line("Mug", 2)) with { Payments = [new("stripe", "pi_2", "Visa ••4242", Authorized: 2000)] });
        var free = await shop.Order(Intake(Line("Mug", 1, 0)));

        foreach (var order in new[] { paypal, promised, free })
            (await shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled)).OrThrow();

        var rows = (await new StuckMoneyWorkflow(shop.Database, new RefundQueue(shop.Clock), shop.Clock).List(shop.Owner)).OrThrow().Rows;
        Assert.Equal(
            [
                (MoneyTaskKind.CancelledButPaid, "The order is cancelled, and €10.00 of it is still paid. €10.00 was paid with PayPal, which is refunded where it was taken, not here."),
                (MoneyTaskKind.StillAuthorized, "The order is cancelled, and €20.00 on Visa ••4242 is still authorized. Void it at the payment provider, so that the customer has their money again."),
            ],
            rows.Select(row => (row.Kind, row.Sentence)).OrderBy(row => row.Kind));
    }

    [Fact]
    public async Task Is_refused_while_items_are_out_and_possible_once_they_are_not()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 2)), 1);

        var refused = await shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled);
        Assert.DoesNotContain(OrderAct.Cancel, order.AllowedActions);
        order = await shop.CancelFulfillment(order, 1);
        Assert.Contains(OrderAct.Cancel, order.AllowedActions);
        (await shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled)).OrThrow();

        Assert.StartsWith($"Items of order #{order.Number} have shipped", Expect.Refused(refused).Message, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Cancelled, (await shop.Read(order.Id)).Status);
    }

    [Fact]
    public async Task Is_refused_while_a_refund_is_under_way()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Desk", 1, 100_000));
        var refund = (await shop.Refund(order, RefundShop.Amount(20_000), shop.Support)).OrThrow();

        var refused = await shop.Cancellation.Cancel(shop.Owner, order.Id, Cancelled);
        (await shop.Refunds().Cancel(shop.Support, refund.RefundId)).OrThrow();
        (await shop.Cancellation.Cancel(shop.Owner, order.Id, Cancelled)).OrThrow();

        Assert.Equal($"A refund of order #{order.Number} is under way. Wait until it is paid out, or take it back first.", Expect.Refused(refused).Message);
    }

    [Fact]
    public async Task Happens_once_for_a_key_and_is_refused_for_another()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));

        var twice = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled with { RequestKey = "form-1", ExpectedVersion = 1 })));
        var other = await shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled with { RequestKey = "form-2" });

        Assert.Equal([2], twice.Select(each => each.OrThrow().Version).Distinct());
        Assert.Equal($"Order #{order.Number} is cancelled already.", Expect.Refused(other).Message);
        Assert.Equal(1, shop.Count("mails"));
    }

    [Fact]
    public async Task Is_for_those_who_may_with_a_reason_and_on_what_they_saw()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        var before = shop.AllRows();

        Expect.Forbidden(await shop.Cancellation.Cancel(shop.Ana, order.Id, Cancelled));
        Expect.NotFound(await shop.Cancellation.Cancel(shop.Kenji, order.Id, Cancelled));
        Expect.Stale(await shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled with { ExpectedVersion = 7 }));
        Assert.Equal("Say why, in at most 500 characters.", Expect.Invalid(await shop.Cancellation.Cancel(shop.Support, order.Id, Cancelled with { Reason = " " }), "reason"));
        Assert.Equal(["reason", "request_key"], Expect.InvalidFields(await shop.Cancellation.Cancel(shop.Support, order.Id, new(new string('x', 501), RequestKey: new string('k', 101)))));

        Assert.Equal(before, shop.AllRows());
        Assert.DoesNotContain(OrderAct.Cancel, (await shop.Orders.Get(shop.Ana, order.Id)).OrThrow().AllowedActions);
    }
}
